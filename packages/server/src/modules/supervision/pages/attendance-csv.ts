import { frenchShortDate, isoMonth } from '@maillage/kernel'
import { type CsvColumn, csvFile } from '../../../platform/documents/csv.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply } from '../../../platform/http/reply.ts'
import { HALF_LABELS, STATE_LABELS } from '../messages.fr.ts'
import { mayNoteAttendance } from '../policy.ts'
import type { AttendanceLine, DayNoted } from '../queries/attendance-month.ts'
import { attendanceScene } from './attendance-scene.ts'
import { MONTH_HREF, placeName } from './place-in-address.ts'

/** The attendance of a month as it is shown, a line for each person and day: what payroll software reads. */
export const attendanceCsv = memberPage({
  path: `${MONTH_HREF}.csv`,
  allowed: mayNoteAttendance,
  async get(request) {
    const scene = await attendanceScene(request)
    if (!scene || scene === 'nowhere') return notFoundReply
    type Line = { readonly line: AttendanceLine; readonly noted: DayNoted }
    const columns: readonly CsvColumn<Line>[] = [
      { label: 'Site', text: () => placeName(scene.place) },
      { label: 'Personne', text: ({ line }) => line.name },
      { label: 'Jour', text: ({ noted }) => frenchShortDate(noted.day) },
      { label: 'Présence', text: ({ noted }) => STATE_LABELS[noted.state] },
      { label: 'Retard (min)', text: ({ noted }) => (noted.lateMinutes === null ? '' : String(noted.lateMinutes)) },
      { label: 'Demi-journée', text: ({ noted }) => (noted.half === null ? '' : HALF_LABELS[noted.half]) },
      { label: 'Corrigé après le jour', text: ({ noted }) => (noted.corrected ? 'Oui' : 'Non') },
      { label: 'Contrat ce jour-là', text: ({ noted }) => (noted.covered ? 'Oui' : 'Non') },
    ]
    const lines = scene.lines.flatMap((line) => line.days.map((noted) => ({ line, noted })))
    return csvFile(`presences-${isoMonth(scene.month)}.csv`, columns, lines)
  },
})
