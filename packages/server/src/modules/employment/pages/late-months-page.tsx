import { frenchList, frenchMonth, frenchShortDate, isoMonth, plural } from '@maillage/kernel'
import { type Column, DataTable, EmptyState, readPage, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { mayReadMonths, readsTotalsFromOutside } from '../policy.ts'
import { type LateStructure, lateStructures } from '../queries/late-structures.ts'

const HERE = '/heures/retards'
const SIZE = 25
const TOLD = 3

/** « Août, septembre et octobre 2026 » would hide a gap between years: each month is named whole, and many are told by their ends. */
export function lateMonthsInWords({ months }: Pick<LateStructure, 'months'>): string {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return ''
  return months.length <= TOLD
    ? frenchList(months.map(frenchMonth))
    : `${months.length} mois, entre ${frenchMonth(first)} et ${frenchMonth(last)}`
}

const COLUMNS: readonly Column<LateStructure>[] = [
  {
    key: 'structure',
    label: 'Structure',
    render: ({ siaeId, siaeName }) => (
      <a class="govuk-link" href={`/structures/${siaeId}`}>
        {siaeName}
      </a>
    ),
  },
  { key: 'type', label: 'Type', render: ({ kind }) => kind },
  { key: 'mois', label: 'Mois à valider', long: true, render: lateMonthsInWords },
  {
    key: 'attendu',
    label: 'Le plus ancien, attendu le',
    render: ({ dueOn, months: [oldest] }) =>
      oldest === undefined ? (
        '–'
      ) : (
        <a class="govuk-link" href={`/heures?mois=${isoMonth(oldest)}`}>
          {frenchShortDate(dueOn)}
          <span class="govuk-visually-hidden"> : toutes les structures, {frenchMonth(oldest)}</span>
        </a>
      ),
  },
]

/** Which structures of my territory have months past their day, the longest wait first. */
export const lateMonthsPage = memberPage({
  path: HERE,
  allowed: (actor) => mayReadMonths(actor) && readsTotalsFromOutside(actor),
  async get({ query, read }) {
    const number = readPage(query)
    const late = await read(lateStructures)
    const rows = late.slice((number - 1) * SIZE, number * SIZE)
    if (number > 1 && rows.length === 0) return goTo(HERE)
    return show(
      'Structures en retard',
      <>
        <h1 class="govuk-heading-l">Structures en retard</h1>
        {late.length === 0 ? null : (
          <p class="govuk-body">
            {plural(late.length, 'structure a', 'structures ont')} au moins un mois en retard parmi les douze derniers. Un mois repris en
            brouillon ou débloqué attend d’être validé de nouveau. Une structure où personne n’avait de contrat ce mois-là figure aussi dans
            cette liste : ses contrats ne se lisent pas d’ici.
          </p>
        )}
        <DataTable
          caption="Du retard le plus ancien au plus récent"
          counted={['structure', 'structures']}
          columns={COLUMNS}
          rows={rows}
          rowKey={({ siaeId }) => siaeId}
          hrefFor={(changes) => withQuery(HERE, query, changes)}
          page={{ number, size: SIZE, total: late.length }}
          empty={
            <EmptyState title="Aucune structure en retard" action={{ label: 'Voir les heures mois par mois', href: '/heures' }}>
              Toutes les structures de votre territoire ont validé leurs mois à temps.
            </EmptyState>
          }
        />
      </>,
      {
        wide: true,
        breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Heures', href: '/heures' }, { label: 'Structures en retard' }],
      },
    )
  },
})
