import { type CalendarDate, type CentiHours, frenchShortDate, isoDate } from '@maillage/kernel'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { CONTRACT_LABELS } from '../messages.fr.ts'
import { mayReadContracts } from '../policy.ts'
import { type ContractLine, contractRegister } from '../queries/contract-register.ts'
import { readContractList } from './contract-list-query.ts'

/** A figure that a spreadsheet adds up, without its unit. */
const figure = (hours: CentiHours | null) => (hours === null ? '' : (hours / 100).toFixed(2).replace('.', ','))
const dayOf = (date: CalendarDate | null) => (date === null ? '' : frenchShortDate(date))

const COLUMNS: readonly CsvColumn<ContractLine>[] = [
  { label: 'Personne', text: ({ personName }) => personName ?? '' },
  { label: 'Structure', text: ({ siaeName }) => siaeName },
  { label: 'Contrat', text: ({ type }) => CONTRACT_LABELS[type] },
  { label: 'Premier jour', text: ({ firstDay }) => dayOf(firstDay) },
  { label: 'Dernier jour', text: ({ lastDay }) => dayOf(lastDay) },
  { label: 'Heures par semaine', text: ({ weeklyHours }) => figure(weeklyHours) },
  { label: 'Site', text: ({ worksite }) => worksite ?? '' },
  { label: 'Signé le', text: ({ signedOn }) => dayOf(signedOn) },
  { label: 'Fin du PASS IAE', text: ({ passLast }) => dayOf(passLast) },
  { label: 'Renouvelé', text: ({ renewed }) => (renewed ? 'Oui' : 'Non') },
  { label: 'Points à régler', text: ({ unsettled }) => String(unsettled) },
]

/** The list as it is shown, whole: same filters, same order, every page. */
export const contractsCsv = memberPage({
  path: '/contrats.csv',
  allowed: mayReadContracts,
  async get({ query, read }) {
    const { filters, sort } = readContractList(query)
    const { rows, today } = await read(async (ctx) => ({ rows: (await contractRegister(ctx, filters, sort, null)).rows, today: ctx.today }))
    return csvFile(`contrats-${isoDate(today)}.csv`, COLUMNS, rows)
  },
})
