import { frenchShortDate } from '@maillage/kernel'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { publicPage } from '../../../platform/http/page.ts'
import { KIND_LABELS } from '../messages.fr.ts'
import { type SiaeLine, siaeRegister } from '../queries/siae-register.ts'
import { readSiaeList } from './siae-list-query.ts'

const COLUMNS: readonly CsvColumn<SiaeLine>[] = [
  { label: 'Structure', text: ({ name }) => name },
  { label: 'Type', text: ({ kind }) => kind },
  { label: 'Type en clair', text: ({ kind }) => KIND_LABELS[kind] },
  { label: 'Organisme porteur', text: ({ organisationName }) => organisationName },
  { label: 'SIRET', text: ({ siret }) => siret ?? '' },
  { label: 'Commune', text: ({ commune }) => commune },
  { label: 'Département de conventionnement', text: ({ departement }) => departement },
  { label: 'Ouverte le', text: ({ open }) => frenchShortDate(open.first) },
  { label: 'Fermée le', text: ({ open }) => (open.last === null ? '' : frenchShortDate(open.last)) },
]

/** The register as it is shown, whole: same filters, same order, every page. */
export const structuresCsv = publicPage({
  path: '/structures.csv',
  async get({ query, read }) {
    const { filters, sort } = readSiaeList(query)
    const { rows } = await read((ctx) => siaeRegister(ctx, filters, sort, null))
    return csvFile('structures.csv', COLUMNS, rows)
  },
})
