import { frenchShortDate, isoDate } from '@maillage/kernel'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import type { Partner } from '../model-partners.ts'
import { findPartners } from '../queries/partners.ts'
import { areasIn, PARTNERS, readPartnerList } from './partners-page.tsx'

const COLUMNS: readonly CsvColumn<Partner>[] = [
  { label: 'Partenaire', text: ({ name }) => name },
  { label: 'Ce qu’il fait', text: ({ does }) => does },
  { label: 'Domaines', text: ({ areas }) => areasIn(areas) },
  { label: 'Commune', text: ({ communeName }) => communeName },
  { label: 'Accueille', text: ({ servesName }) => servesName },
  { label: 'Adresse', text: ({ address }) => address ?? '' },
  { label: 'Téléphone', text: ({ phone }) => phone ?? '' },
  { label: 'Conditions', text: ({ conditions }) => conditions ?? '' },
  { label: 'Vérifié le', text: ({ verifiedOn }) => frenchShortDate(verifiedOn) },
  { label: 'Vérifié par', text: ({ verifiedBy }) => verifiedBy },
]

/** The list as it is shown, whole: same filters, same order, every page. */
export const partnersCsv = memberPage({
  path: `${PARTNERS}.csv`,
  async get({ query, read }) {
    const { rows, today } = await read(async (ctx) => ({
      rows: (await findPartners(ctx, (await readPartnerList(ctx, query)).search, null)).rows,
      today: ctx.today,
    }))
    return csvFile(`partenaires-${isoDate(today)}.csv`, COLUMNS, rows)
  },
})
