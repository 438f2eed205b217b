import { type CentiHours, frenchShortDate, isoDate } from '@maillage/kernel'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { CONTRACT_LABELS } from '../../employment/index.ts'
import { maySeeHires } from '../policy.ts'
import { type HireLine, hireRegister } from '../queries/hire-register.ts'
import { readHireList } from './hire-list-query.ts'

/** A figure that a spreadsheet adds up, without its unit. */
const figure = (hours: CentiHours | null) => (hours === null ? '' : (hours / 100).toFixed(2).replace('.', ','))

const COLUMNS: readonly CsvColumn<HireLine>[] = [
  { label: 'Personne', text: ({ personName }) => personName ?? '' },
  { label: 'Structure', text: ({ siaeName }) => siaeName },
  { label: 'Premier jour', text: ({ hiredOn }) => frenchShortDate(hiredOn) },
  { label: 'Dernier jour', text: ({ lastDay }) => (lastDay === null ? '' : frenchShortDate(lastDay)) },
  { label: 'Contrat', text: ({ type }) => CONTRACT_LABELS[type] },
  { label: 'Heures par semaine', text: ({ weeklyHours }) => figure(weeklyHours) },
  { label: 'Site', text: ({ worksite }) => worksite ?? '' },
  { label: 'Poste', text: ({ post }) => post ?? '' },
  { label: 'État', text: ({ state }) => (state === 'cancelled' ? 'Annulée' : 'Déclarée') },
  { label: 'Points à régler', text: ({ unsettled }) => String(unsettled) },
]

/** The list as it is shown, whole: same filters, same order, every page. */
export const hiresCsv = memberPage({
  path: '/embauches.csv',
  allowed: maySeeHires,
  async get({ query, read }) {
    const { filters, sort } = readHireList(query)
    const { rows, today } = await read(async (ctx) => ({ rows: (await hireRegister(ctx, filters, sort, null)).rows, today: ctx.today }))
    return csvFile(`embauches-${isoDate(today)}.csv`, COLUMNS, rows)
  },
})
