import { frenchShortDate, isoDate } from '@maillage/kernel'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { CATEGORY_LABELS, DROP_REASON_LABELS, REQUEST_STATE_LABELS } from '../messages.fr.ts'
import { mayReadPlacements } from '../policy.ts'
import { type RequestLine, requestRegister } from '../queries/request-register.ts'
import { REQUESTS } from './placement-trail.ts'
import { shownNeeds, shownWhen } from './request-columns.tsx'
import { readRequestList } from './request-list-query.ts'

const COLUMNS: readonly CsvColumn<RequestLine>[] = [
  { label: 'Travail', text: ({ work }) => work },
  { label: 'Client', text: ({ clientName }) => clientName },
  { label: 'Sorte de client', text: ({ category }) => CATEGORY_LABELS[category] },
  { label: 'Structure', text: ({ siaeName }) => siaeName },
  { label: 'Commune', text: ({ commune }) => commune.name },
  { label: 'Premier jour', text: ({ firstDay }) => frenchShortDate(firstDay) },
  { label: 'Dernier jour', text: ({ lastDay }) => (lastDay === null ? '' : frenchShortDate(lastDay)) },
  {
    label: 'Heures par semaine',
    text: ({ weeklyHours }) => (weeklyHours === null ? '' : (weeklyHours / 100).toFixed(2).replace('.', ',')),
  },
  { label: 'Jours et horaires', text: shownWhen },
  { label: 'Personnes', text: ({ people }) => String(people) },
  { label: 'Besoins', text: shownNeeds },
  { label: 'État', text: ({ state }) => REQUEST_STATE_LABELS[state] },
  { label: 'Motif', text: ({ dropReason }) => (dropReason === null ? '' : DROP_REASON_LABELS[dropReason]) },
]

/** The list as it is shown, whole. */
export const requestsCsv = memberPage({
  path: `${REQUESTS}.csv`,
  allowed: mayReadPlacements,
  async get({ query, read }) {
    const { rows, today } = await read(async (ctx) => ({
      rows: (await requestRegister(ctx, readRequestList(query), null)).rows,
      today: ctx.today,
    }))
    return csvFile(`demandes-${isoDate(today)}.csv`, COLUMNS, rows)
  },
})
