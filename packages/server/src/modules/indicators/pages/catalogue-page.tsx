import { SourceLine, SummaryList } from '@maillage/ui'
import { publicPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { CATALOGUE } from '../cards/catalogue.ts'
import { factWords } from '../fact-words.ts'

/** Every definition in force, as the figures use it: public, so that a figure can be checked by whoever reads it. */
export const cataloguePage = publicPage({
  path: '/indicateurs',
  get() {
    return Promise.resolve(
      show(
        'Indicateurs',
        <>
          <h1 class="govuk-heading-l">Indicateurs</h1>
          <p class="govuk-body-l">Ce que chaque chiffre compte, à quoi il est rapporté, d’où il vient et ce qu’il ne dit pas.</p>
          <ul class="govuk-list govuk-list--bullet">
            {Object.values(CATALOGUE).map(({ code, title }) => (
              <li key={code}>
                <a class="govuk-link" href={`#${code}`}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
          {Object.values(CATALOGUE).map((card) => (
            <section key={card.code} id={card.code}>
              <h2 class="govuk-heading-m">{card.title}</h2>
              <SummaryList
                rows={[
                  { label: 'Définition', value: card.definition },
                  { label: 'Compté', value: card.numerator },
                  ...(card.denominator === null ? [] : [{ label: 'Rapporté à', value: card.denominator }]),
                  { label: 'Population', value: card.population },
                  { label: 'Faits', value: factWords(card) },
                  { label: 'Source', value: <SourceLine source={card.source} /> },
                  { label: 'Limites', value: card.limits.join(' ') },
                  { label: 'Version', value: `${card.version}, unité\u00a0: ${card.unit}, auteur\u00a0: ${card.author}` },
                ]}
              />
            </section>
          ))}
        </>,
        { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Indicateurs' }] },
      ),
    )
  },
})
