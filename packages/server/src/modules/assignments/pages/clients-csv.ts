import { isoDate } from '@maillage/kernel'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { CATEGORY_LABELS } from '../messages.fr.ts'
import { mayReadPlacements } from '../policy.ts'
import { type ClientLine, clientRegister } from '../queries/client-register.ts'
import { readClientList } from './client-list-query.ts'
import { CLIENTS } from './placement-trail.ts'

const COLUMNS: readonly CsvColumn<ClientLine>[] = [
  { label: 'Client', text: ({ name }) => name },
  { label: 'Sorte de client', text: ({ category }) => CATEGORY_LABELS[category] },
  { label: 'Commune', text: ({ commune }) => commune },
  { label: 'SIRET', text: ({ siret }) => siret ?? '' },
  { label: 'Demandes en attente', text: ({ waiting }) => String(waiting) },
  { label: 'Ancien client', text: ({ former }) => (former ? 'Oui' : 'Non') },
]

/** The list as it is shown, whole: never how to reach a household, nor where it lives. */
export const clientsCsv = memberPage({
  path: `${CLIENTS}.csv`,
  allowed: mayReadPlacements,
  async get({ query, read }) {
    const { filters, sort } = readClientList(query)
    const { rows, today } = await read(async (ctx) => ({ rows: (await clientRegister(ctx, filters, sort, null)).rows, today: ctx.today }))
    return csvFile(`clients-${isoDate(today)}.csv`, COLUMNS, rows)
  },
})
