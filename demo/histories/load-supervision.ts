import { addDays, type CalendarDate, includes, isoDate, weekday } from '@maillage/kernel'
import { madeId } from '../cast/made-id.ts'
import { drawer } from './drawer.ts'
import type { MadeStay } from './history.ts'
import type { RowSink } from './load-rows.ts'

/** Parents before children. */
export const SUPERVISION_TABLES = ['attendance', 'attendance_version']

/** How far back the supervisor of the structure visited has noted who was there: the month shows it, and a first start stays short. */
const DAYS_NOTED = 21
const FRIDAY = 5

const SAID = { present: 86, late: 6, absent: 8 } as const

/** Who was there, day by day until yesterday, as their supervisor noted it: today is left to the visitor. */
export function writeAttendance(
  sink: RowSink,
  { stay, history, by, today }: { readonly stay: MadeStay; readonly history: string; readonly by: string; readonly today: CalendarDate },
): void {
  const { place, worksite, contracts } = stay
  const [personId, stayId] = [madeId('person', history), madeId('siae_stay', `${history}/${place.name}`)]
  const of = { person_id: personId, organisation_id: madeId('organisation', place.carrier) }
  for (let day = addDays(today, -DAYS_NOTED); day < today; day = addDays(day, 1)) {
    const covered = contracts.some((each) => includes(each, day)) && (stay.exit === null || day <= stay.exit.on) && day >= stay.entry
    if (!covered || weekday(day) > FRIDAY) continue
    const iso = isoDate(day)
    const draw = drawer(`attendance/${stayId}/${iso}`)
    const state = draw.weighted(SAID)
    const id = madeId('attendance', `${stayId}/${iso}`)
    const recorded = { recorded_at: `${iso}T07:05:00Z`, recorded_by: by }
    const worksite_id = worksite === null ? null : madeId('worksite', `${place.name}/${worksite}`)
    sink.add('attendance', { id, stay_id: stayId, ...of, worksite_id, day: iso, ...recorded })
    sink.add('attendance_version', {
      attendance_id: id,
      ...of,
      version: 1,
      state,
      late_minutes: state === 'late' ? draw.pick([10, 15, 20, 30]) : null,
      half: state === 'absent' && draw.chance(0.3) ? draw.pick(['morning', 'afternoon']) : null,
      noted_on: iso,
      ...recorded,
    })
  }
}
