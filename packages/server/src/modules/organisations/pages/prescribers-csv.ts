import { frenchList, frenchShortDate } from '@maillage/kernel'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { publicPage } from '../../../platform/http/page.ts'
import { BASIS_LABELS } from '../messages.fr.ts'
import { kindLabel } from '../prescriber-kinds.ts'
import { type PrescriberLine, prescriberRegister } from '../queries/prescriber-register.ts'
import { readPrescriberList } from './prescriber-list-query.ts'

const COLUMNS: readonly CsvColumn<PrescriberLine>[] = [
  { label: 'Organisation', text: ({ name }) => name },
  { label: 'Type', text: ({ authorisation }) => (authorisation ? kindLabel(authorisation.kind) : 'Orienteur') },
  { label: 'Territoires', text: ({ territories }) => frenchList(territories) },
  { label: 'Habilitation', text: ({ authorisation }) => (authorisation ? BASIS_LABELS[authorisation.basis] : 'Aucune') },
  { label: 'Depuis le', text: ({ authorisation }) => (authorisation ? frenchShortDate(authorisation.open.first) : '') },
  { label: 'Jusqu’au', text: ({ authorisation }) => (authorisation?.open.last ? frenchShortDate(authorisation.open.last) : '') },
]

/** The register of prescribers as it is shown, whole. */
export const prescribersCsv = publicPage({
  path: '/prescripteurs.csv',
  async get({ query, read }) {
    const { filters, sort } = readPrescriberList(query)
    const { rows } = await read((ctx) => prescriberRegister(ctx, filters, sort, null))
    return csvFile('prescripteurs.csv', COLUMNS, rows)
  },
})
