import { type CalendarDate, frenchShortDate, isoDate } from '@maillage/kernel'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { CATEGORY_LABELS, END_REASON_LABELS } from '../messages.fr.ts'
import { mayReadPlacements } from '../policy.ts'
import { type MissionLine, missionRegister } from '../queries/mission-register.ts'
import { readMissionList } from './mission-list-query.ts'
import { MISSIONS } from './placement-trail.ts'

const figure = (hours: number | null) => (hours === null ? '' : (hours / 100).toFixed(2).replace('.', ','))
const dayOf = (on: CalendarDate | null) => (on === null ? '' : frenchShortDate(on))

const COLUMNS: readonly CsvColumn<MissionLine>[] = [
  { label: 'Personne', text: ({ personName }) => personName ?? '' },
  { label: 'Client', text: ({ clientName }) => clientName },
  { label: 'Sorte de client', text: ({ category }) => CATEGORY_LABELS[category] },
  { label: 'Structure', text: ({ siaeName }) => siaeName },
  { label: 'Travail', text: ({ work }) => work },
  { label: 'Commune', text: ({ commune }) => commune },
  { label: 'Premier jour', text: ({ firstDay }) => dayOf(firstDay) },
  { label: 'Dernier jour', text: ({ lastDay }) => dayOf(lastDay) },
  { label: 'Heures par semaine', text: ({ weeklyHours }) => figure(weeklyHours) },
  { label: 'Heures des relevés', text: ({ hours }) => figure(hours) },
  { label: 'Mise à disposition signée le', text: ({ agreementSignedOn }) => dayOf(agreementSignedOn) },
  { label: 'Contrat de mission remis le', text: ({ contractGivenOn }) => dayOf(contractGivenOn) },
  { label: 'Fin', text: ({ endReason }) => (endReason === null ? '' : END_REASON_LABELS[endReason]) },
]

/** The list as it is shown, whole. */
export const missionsCsv = memberPage({
  path: `${MISSIONS}.csv`,
  allowed: mayReadPlacements,
  async get({ query, read }) {
    const { rows, today } = await read(async (ctx) => ({
      rows: (await missionRegister(ctx, readMissionList(query), null)).rows,
      today: ctx.today,
    }))
    return csvFile(`missions-${isoDate(today)}.csv`, COLUMNS, rows)
  },
})
