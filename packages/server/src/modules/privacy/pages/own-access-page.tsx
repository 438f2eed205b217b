import { addMonths, type CalendarDate, frenchDate, plural } from '@maillage/kernel'
import { type Column, DataTable, Details, EmptyState } from '@maillage/ui'
import { selfPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { OWN_CIRCLES, OWN_SOURCES } from '../own-words.fr.ts'
import { isOver, type OwnAccess, type OwnReading, ownAccess, ownReadings } from '../queries/own-access.ts'
import { ownCrumbs } from './own-crumbs.ts'

const COLUMNS: readonly Column<OwnAccess>[] = [
  {
    key: 'qui',
    label: 'Qui',
    render: ({ organisationName, follower }) => (follower ? `${follower}, ${organisationName}` : organisationName),
  },
  { key: 'quoi', label: 'Peut lire', render: ({ circle }) => OWN_CIRCLES[circle] },
  { key: 'pourquoi', label: 'Pourquoi', render: ({ source, reason }) => `${OWN_SOURCES[source]}${reason ? ` : ${reason}` : ''}` },
  {
    key: 'jusqua',
    label: 'Jusqu’à quand',
    render: ({ first, last }) => (last === null ? `Depuis le ${frenchDate(first)}` : `Du ${frenchDate(first)} au ${frenchDate(last)}`),
  },
]

/** How far back readings are shown; they are kept three years. */
const MONTHS = 12
const sinceOf = (today: CalendarDate) => addMonths(today, -MONTHS)

/** Who may read the file of the person, why, until when; and who did. */
export const ownAccessPage = selfPage({
  path: '/mon-espace/acces',
  async get(request) {
    const { rights, readings, today } = await request.read(async (ctx) => ({
      today: ctx.today,
      rights: await ownAccess(ctx),
      readings: await ownReadings(ctx, sinceOf(ctx.today)),
    }))
    const now = rights.filter((each) => !isOver(each, today))
    const before = rights.filter((each) => isOver(each, today))
    return show(
      'Qui voit mon dossier',
      <>
        <h1 class="govuk-heading-xl">Qui voit mon dossier</h1>
        <p class="govuk-body-l">
          Une organisation ne sait pas que les autres vous suivent. Vous, vous le savez&nbsp;: cette liste est complète.
        </p>
        <DataTable<OwnAccess>
          caption="Qui peut le lire aujourd’hui"
          counted={['droit', 'droits']}
          columns={COLUMNS}
          rows={now}
          rowKey={({ key }) => key}
          empty={<EmptyState title="Personne">Aucune organisation ne peut lire votre dossier.</EmptyState>}
        />
        {before.length > 0 ? (
          <Details summary={`Qui pouvait le lire avant (${before.length})`}>
            <DataTable<OwnAccess>
              caption="Droits terminés"
              counted={['droit', 'droits']}
              columns={COLUMNS}
              rows={before}
              rowKey={({ key }) => key}
              empty={null}
            />
          </Details>
        ) : null}
        <DataTable<OwnReading>
          caption="Qui l’a lu depuis un an"
          counted={['lecture', 'lectures']}
          rows={readings}
          rowKey={({ on, organisationName, circle, source }) => `${on} ${organisationName} ${circle} ${source}`}
          columns={[
            { key: 'jour', label: 'Jour', render: ({ on }) => frenchDate(on) },
            { key: 'qui', label: 'Qui', render: ({ organisationName, readers }) => `${organisationName} (${plural(readers, 'personne')})` },
            { key: 'quoi', label: 'Ce qui était ouvert', render: ({ circle }) => OWN_CIRCLES[circle] },
          ]}
          empty={<EmptyState title="Personne ne l’a lu depuis un an">Chaque lecture laisse une trace, gardée trois ans.</EmptyState>}
        />
        <p class="govuk-body">
          Une lecture vous étonne&nbsp;? Demandez à l’organisation pourquoi. Elle doit vous répondre. Vous pouvez aussi vous plaindre à la
          CNIL (cnil.fr).
        </p>
      </>,
      { wide: true, breadcrumb: ownCrumbs('Qui voit mon dossier') },
    )
  },
})
