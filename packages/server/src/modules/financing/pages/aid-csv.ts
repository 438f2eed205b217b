import { type Cents, isoMonth } from '@maillage/kernel'
import { type Ratio, shownRatio } from '@maillage/rules'
import { type AnnexMeasure, annexMeasureLabels } from '@maillage/rules/agreements'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply } from '../../../platform/http/reply.ts'
import { mayReadOwn, mayReadTerritory } from '../../agreements/index.ts'
import { type AidMonthRow, aidMonths } from '../aid-months.ts'
import { STANDING_WORDS } from '../aid-words.fr.ts'
import { aidGround } from './aid-ground.ts'

interface Line extends Omit<AidMonthRow, 'standing'> {
  readonly annex: string
  readonly measure: AnnexMeasure
  readonly state: string
}

const decimal = (value: number, digits: number) => value.toFixed(digits).replace('.', ',')
const hundredths = (value: number | null) => (value === null ? '' : decimal(value / 100, 2))
const ratio = (value: Ratio | undefined | null) => (value ? decimal(shownRatio(value), 4) : '')
const amount = (value: Cents | undefined) => hundredths(value ?? null)

const COLUMNS: readonly CsvColumn<Line>[] = [
  { label: 'Mois', text: ({ month }) => isoMonth(month) },
  { label: 'Annexe', text: ({ annex }) => annex },
  { label: 'Aide de', text: ({ measure }) => annexMeasureLabels[measure] },
  { label: 'État du mois', text: ({ state }) => state },
  { label: 'Heures comptées', text: ({ hours }) => hundredths(hours) },
  { label: 'Heures sans contrat, en attente', text: ({ heldBack }) => hundredths(heldBack) },
  { label: 'ETP réalisés', text: ({ realised }) => ratio(realised) },
  { label: 'ETP comptés', text: ({ aid }) => ratio(aid?.counted) },
  { label: 'Prix d’un ETP', text: ({ aid }) => amount(aid?.price) },
  { label: 'Aide estimée', text: ({ aid }) => amount(aid?.amount) },
  { label: 'Part de l’État', text: ({ aid }) => amount(aid?.byState) },
  { label: 'Part du Département', text: ({ aid }) => amount(aid?.byDepartement) },
  { label: 'Cumul', text: ({ aid }) => amount(aid?.cumulated) },
]

/** The year as the page shows it, in a file: an empty box is a month without a figure, which is not zero. */
export const aidCsv = memberPage({
  path: '/structures/:siaeId/aide-au-poste.csv',
  allowed: (actor) => mayReadTerritory(actor) || mayReadOwn(actor),
  async get(request) {
    const ground = await aidGround(request)
    if (!ground) return notFoundReply
    const { aid, law, today } = ground
    const paid = aid.annexes.flatMap((of) =>
      aidMonths(law, of, { ...aid, today }).map(
        (row): Line => ({
          ...row,
          annex: of.recorded.number ?? '',
          measure: of.recorded.annex.measure,
          state: STANDING_WORDS[row.standing],
        }),
      ),
    )
    const awaiting = aid.awaiting.map(
      ({ month, hours, realised, measure }): Line => ({
        month,
        hours,
        realised,
        measure,
        heldBack: 0 as Line['heldBack'],
        aid: null,
        annex: '',
        state: 'En attente d’annexe',
      }),
    )
    const lines = [...paid, ...awaiting].toSorted((a, b) => a.month - b.month)
    return csvFile(`aide-au-poste-${aid.year}.csv`, COLUMNS, lines)
  },
})
