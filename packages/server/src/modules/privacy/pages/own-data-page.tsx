import { frenchLongDate, plural } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, Details } from '@maillage/ui'
import { selfPage } from '../../../platform/http/page.ts'
import { download, show } from '../../../platform/http/reply.ts'
import { OwnRow } from '../components/own-row.tsx'
import { DATA_WORDS } from '../own-words.fr.ts'
import { ownData } from '../queries/own-data.ts'
import { ownCrumbs } from './own-crumbs.ts'

/** Everything kept, readable and printable; the same as a file. */
export const ownDataPage = selfPage({
  path: '/mon-espace/telecharger',
  async get(request) {
    const { data, today } = await request.read(async (ctx) => ({ data: await ownData(ctx), today: ctx.today }))
    const kept = Object.entries(data).filter(([, rows]) => rows.length > 0)
    return show(
      'Toutes mes données',
      <>
        <h1 class="govuk-heading-xl">Toutes mes données</h1>
        <p class="govuk-body-l">
          Voici tout ce que la plateforme garde sur vous le {frenchLongDate(today)}. C’est à vous&nbsp;: gardez-le, montrez-le à qui vous
          voulez.
        </p>
        <ButtonGroup>
          <ButtonLink href="/mon-espace/donnees.json">Télécharger le fichier</ButtonLink>
        </ButtonGroup>
        <p class="govuk-body">Le fichier est fait pour un autre service. Pour lire, ouvrez les lignes ci-dessous.</p>
        <p class="govuk-body">Sur le téléphone ou l’ordinateur de quelqu’un d’autre, ne téléchargez pas&nbsp;: le fichier y resterait.</p>
        <h2 class="govuk-heading-m">Ce qui n’est pas ici</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>Ce qui parle d’autres personnes.</li>
          <li>
            Les notes de travail de ceux qui vous accompagnent, et votre numéro de sécurité sociale. Pour les avoir,{' '}
            <a class="govuk-link" href="/mon-espace/demandes">
              faites une demande
            </a>
            .
          </li>
          <li>Les heures d’un mois que votre employeur n’a pas encore vérifiées.</li>
        </ul>
        <h2 class="govuk-heading-m">Ce qui est gardé</h2>
        {kept.map(([table, rows]) => (
          <Details key={table} summary={`${DATA_WORDS[table] ?? table} (${plural(rows.length, 'ligne')})`}>
            {rows.map((row, index) => (
              <OwnRow key={index} row={row} />
            ))}
          </Details>
        ))}
      </>,
      { breadcrumb: ownCrumbs('Toutes mes données') },
    )
  },
})

/** The same, to keep or to hand over to another service (RGPD 20): no name in its name, it stays in the history of the browser. */
export const ownDataFile = selfPage({
  path: '/mon-espace/donnees.json',
  async get(request) {
    const data = await request.read(ownData)
    return download('mes-donnees.json', 'application/json; charset=utf-8', JSON.stringify(data, null, 2))
  },
})
