import { frenchHours, frenchMonth, frenchNumber } from '@maillage/kernel'
import { shownRatio } from '@maillage/rules'
import { type Column, DataTable, Tag, type Tone } from '@maillage/ui'
import type { AidMonthRow, MonthStanding } from '../aid-months.ts'
import { money, STANDING_WORDS } from '../aid-words.fr.ts'

const TONES: Readonly<Record<MonthStanding, Tone>> = {
  said: 'positive',
  reopened: 'attention',
  unpriced: 'attention',
  draft: 'info',
  undeclared: 'attention',
  'to-come': 'neutral',
}

const thousandths = (value: number) => frenchNumber(value, 3)

/** Money by month: of no use in an annex that no text prices yet. */
const PRICED: readonly Column<AidMonthRow>[] = [
  { key: 'compte', label: 'ETP comptés', align: 'end', render: ({ aid }) => (aid ? thousandths(shownRatio(aid.counted)) : '–') },
  { key: 'montant', label: 'Aide', align: 'end', render: ({ aid }) => (aid ? money(aid.amount) : '–') },
  { key: 'etatpart', label: 'Part de l’État', align: 'end', render: ({ aid }) => (aid ? money(aid.byState) : '–') },
  { key: 'departement', label: 'Part du Département', align: 'end', render: ({ aid }) => (aid ? money(aid.byDepartement) : '–') },
  { key: 'cumul', label: 'Cumul', align: 'end', render: ({ aid }) => (aid ? money(aid.cumulated) : '–') },
]

interface Props {
  readonly rows: readonly AidMonthRow[]
  /** The address of the sheet of a month, for whoever may open it. */
  readonly sheetHref: (row: AidMonthRow) => string | undefined
}

/** The months of an annex: what nobody declared has no figure, which is not zero. */
export function MonthTable({ rows, sheetHref }: Props) {
  return (
    <DataTable
      caption="Mois par mois"
      counted={['mois', 'mois']}
      rows={rows}
      rowKey={({ month }) => String(month)}
      columns={[
        {
          key: 'mois',
          label: 'Mois',
          render: (row) => {
            const href = sheetHref(row)
            if (href === undefined) return frenchMonth(row.month)
            return (
              <a class="govuk-link" href={href}>
                {frenchMonth(row.month)}
                <span class="govuk-visually-hidden"> : ouvrir les heures</span>
              </a>
            )
          },
        },
        { key: 'etat', label: 'État', render: ({ standing }) => <Tag tone={TONES[standing]}>{STANDING_WORDS[standing]}</Tag> },
        {
          key: 'heures',
          label: 'Heures comptées',
          align: 'end',
          render: ({ hours, heldBack }) => (
            <>
              {hours === null ? '–' : frenchHours(hours)}
              {heldBack > 0 ? <div>{frenchHours(heldBack)} sans contrat, en attente</div> : null}
            </>
          ),
        },
        {
          key: 'realise',
          label: 'ETP réalisés',
          align: 'end',
          render: ({ realised }) => (realised ? thousandths(shownRatio(realised)) : '–'),
        },
        ...(rows.some(({ aid }) => aid !== null) ? PRICED : []),
      ]}
      empty={null}
    />
  )
}
