import { setImmediate } from 'node:timers/promises'
import { type CalendarDate, daysOf, isoDate, type Law, month, monthOf, monthsLater, partsOf } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../packages/server/src/platform/database/database.ts'
import type { Place } from '../histories/history.ts'
import { Ledger } from '../histories/ledger.ts'
import { AGREEMENT_TABLES, writeAgreementsOf } from '../histories/load-agreements.ts'
import { HISTORY_TABLES, type Workers, writeHistory } from '../histories/load-histories.ts'
import { MONTH_TABLES, type Setting, writeMonths } from '../histories/load-months.ts'
import { RowSink } from '../histories/load-rows.ts'
import { SUPERVISION_TABLES, writeAttendance, writeSkills, writeWork } from '../histories/load-supervision.ts'
import { makeHistories, type Territory } from '../histories/make-histories.ts'
import type { Cast } from './cast.ts'
import { madeId } from './made-id.ts'
import { type FindWorker, PRESCRIBING, placesOn, sendersIn, type Worker, workersIn } from './places.ts'
import { RECORDED } from './recorded.ts'
import { teamOf } from './team-of.ts'

/** The first month whose hours are kept: two civil years can be compared, and a first start stays short. */
const FROM = month('2025-01')
function known(worker: Worker | undefined, who: string): Worker {
  if (!worker) throw new Error(`Nobody works as ${who}`)
  return worker
}

const actorsOf = (workerOf: FindWorker): Workers => ({
  counsellorOf: ({ carrier, name }) => known(workerOf(carrier, ['counsellor'], teamOf(name)), `counsellor of ${name}`),
  payrollOf: ({ carrier, name }) => workerOf(carrier, ['payroll_officer'], teamOf(name)),
  memberOf: ({ organisation, agency }) => known(workerOf(organisation, PRESCRIBING, agency), `prescriber at ${agency}`),
})

/** `11069` → `departement-11`, `97411` → `departement-974`. */
export const departementOf = (commune: string): string => `departement-${commune.slice(0, commune.startsWith('97') ? 3 : 2)}`

/** The département of a place of work: it may be in the next one. */
function territoriesIn({ carriers, departement }: Cast): (worksite: string | null, place: Place) => string {
  const siae = new Map(carriers.flatMap((carrier) => carrier.siae).map((each) => [each.name, each]))
  return (worksite, { name }) => {
    const at = siae.get(name)
    const commune = at?.worksites.find((each) => each.name === worksite)?.commune ?? at?.commune ?? departement
    return departementOf(commune)
  }
}

export interface Pathways {
  readonly sink: RowSink
  /** The last number given to a right. */
  readonly numbered: number
}

/**
 * The people of a département with all that happened to them, the months declared, the annexes signed: rows in memory.
 * Gives way now and then, so that the thread of the database, which writes the country meanwhile, is never left waiting.
 */
export async function makePathways(law: Law, cast: Cast, today: CalendarDate, { from = FROM, numberedAfter = 0 } = {}): Promise<Pathways> {
  const workerOf = workersIn(cast)
  const workers = actorsOf(workerOf)
  const territory: Territory = { places: placesOn(cast, today), senders: sendersIn(cast, workerOf), homes: cast.homes }
  const sink = new RowSink([...AGREEMENT_TABLES, ...HISTORY_TABLES, ...SUPERVISION_TABLES, ...MONTH_TABLES, 'dirty_month'])
  const ledger = new Ledger(law)
  const present = new Map<string, number>()
  let rank = numberedAfter
  for (const history of makeHistories(law, territory, { from, today })) {
    writeHistory(sink, law, workers, today, history, ++rank)
    ledger.add(history)
    for (const stay of history.stays) {
      const supervisor = stay.place.name === cast.visited && workerOf(stay.place.carrier, ['technical_supervisor'], teamOf(stay.place.name))
      if (!supervisor) continue
      const seen = { stay, history: history.key, by: supervisor.accountId, today }
      writeAttendance(sink, seen)
      writeWork(sink, { ...seen, heardBy: workers.counsellorOf(stay.place).accountId })
    }
    if (rank % 50 === 0) await setImmediate()
    for (const { place, exit } of history.stays) if (!exit) present.set(place.name, (present.get(place.name) ?? 0) + 1)
  }
  const setting: Setting = {
    sink,
    today,
    territoryId: `departement-${cast.departement}`,
    territoryOf: territoriesIn(cast),
    directorOf: ({ carrier }) => known(workerOf(carrier, ['director']), `director of ${carrier}`).accountId,
    officer: known(workerOf(cast.authority, ['authority_officer']), 'officer').accountId,
  }
  const visited = territory.places.find(({ name }) => name === cast.visited)
  if (visited) writeSkills(sink, visited, workers.counsellorOf(visited).accountId)
  const since = partsOf(daysOf(from).first).year
  for (const place of territory.places) {
    writeAgreementsOf(setting, law, ledger, place, { people: present.get(place.name) ?? 0, since })
    writeMonths(setting, ledger, place)
    // The figures are computed from the facts by the job that always computes them, once the server has started.
    for (let each = from; each <= monthOf(today); each = monthsLater(each, 1))
      sink.add('dirty_month', { siae_id: madeId('siae', place.name), month: isoDate(daysOf(each).first), marked_at: RECORDED.recorded_at })
  }
  return { sink, numbered: rank }
}

export async function writePathways(tx: Tx, { sink, numbered }: Pathways): Promise<void> {
  await sink.write(tx)
  // The next right takes the number after those of the histories.
  await sql`select setval('pass_demonstration_rank', ${numbered})`.execute(tx)
}
