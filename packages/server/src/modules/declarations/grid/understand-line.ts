import { addMonths, type CalendarDate, type CentiHours, centiHours, normalised } from '@maillage/kernel'
import type { RecordedExitReason } from '@maillage/rules/exits'
import { type CellValue, cellName } from '../../../platform/uploads/tables.ts'
import type { ContractType } from '../../employment/index.ts'
import type { GridLayout, LineReason } from '../import-run.ts'
import type { GridMember, GridTeam } from '../queries/grid-team.ts'
import { type GridKey, labelOf } from './grid-columns.ts'
import { matchPerson } from './match-person.ts'
import { type Corrections, type GridFacts, readLine } from './read-line.ts'

/** What will be recorded of a line. Days are numbers, hours hundredths: as they are kept. */
export interface GridPlan {
  readonly contract?: {
    readonly type: ContractType
    readonly firstDay: CalendarDate
    readonly lastDay: CalendarDate
    readonly weekly: CentiHours | null
    readonly worksiteId: string | null
  }
  readonly exit?: { readonly exitOn: CalendarDate; readonly reason: RecordedExitReason }
  readonly hours?: { readonly paid: CentiHours | null; readonly worked: CentiHours | null; readonly worksiteId: string | null }
}

/** A line understood: who it is about, what is new, what the platform already knew. */
export interface GridReading {
  readonly stayId: string | null
  readonly plan: GridPlan
  readonly known: readonly ('entry' | 'contract' | 'exit' | 'hours')[]
}

export interface Understood {
  readonly state: 'understood' | 'refused'
  readonly personId: string | null
  readonly reading: GridReading
  readonly reasons: readonly LineReason[]
  readonly facts: GridFacts
}

export interface GridContext {
  readonly team: GridTeam
  readonly worksites: readonly { readonly id: string; readonly name: string }[]
  readonly contractHours: 'week' | 'month'
  readonly today: CalendarDate
}

/** The hours of a week in those of a month, as French law spreads them: 52 weeks over 12 months. */
const weeklyOf = (hundredths: number, told: 'week' | 'month') =>
  centiHours(told === 'week' ? hundredths : Math.round((hundredths * 12) / 52))

/** What a line of a grid means on the facts of the platform. Nothing is invented: what it does not hold, or says otherwise, is said and left. */
export function understandLine(
  cells: readonly CellValue[],
  { line, layout, corrections }: { readonly line: number; readonly layout: GridLayout; readonly corrections: Corrections },
  context: GridContext,
): Understood {
  const { facts, reasons: unread } = readLine(cells, { line, columns: layout.columns }, corrections, context.today)
  const reasons = [...unread]
  const say = (code: string, key: GridKey, blocking: boolean, details: Readonly<Record<string, string>> = {}) => {
    const column = layout.columns[key]
    reasons.push({
      code,
      blocking,
      details: { column: labelOf(key), ...details },
      ...(column === undefined ? {} : { cell: cellName(line, column) }),
    })
  }
  const member = memberOf(facts, corrections, context.team.members, say)
  if (!member) return done(null, { stayId: null, plan: {}, known: [] }, reasons, facts)
  const known: GridReading['known'][number][] = []
  if (facts.entry === member.open.first) known.push('entry')
  else if (facts.entry !== null) say('entry-kept', 'entry', false, { known: String(member.open.first) })
  const worksite =
    facts.workplace === null ? undefined : context.worksites.find(({ name }) => normalised(name) === normalised(facts.workplace ?? ''))
  if (facts.workplace !== null && !worksite) say('workplace-unknown', 'workplace', false)
  const plan: GridPlan = {
    ...contractOf(facts, member, context, worksite?.id ?? null, known, say),
    ...exitOf(facts, member, context.today, known, say),
    ...hoursOf(facts, member, context.team.monthOpen, worksite?.id ?? null, known, say),
  }
  return done(member, { stayId: member.stayId, plan, known }, reasons, facts)
}

type Say = (code: string, key: GridKey, blocking: boolean, details?: Readonly<Record<string, string>>) => void

const done = (member: GridMember | null, reading: GridReading, reasons: readonly LineReason[], facts: GridFacts): Understood => ({
  state: reasons.some(({ blocking }) => blocking) ? 'refused' : 'understood',
  personId: member?.personId ?? null,
  reading,
  reasons,
  facts,
})

function memberOf(facts: GridFacts, corrections: Corrections, team: readonly GridMember[], say: Say): GridMember | null {
  if (corrections.stayId) {
    const chosen = team.find(({ stayId }) => stayId === corrections.stayId)
    if (!chosen) say('nobody', 'initials', true)
    return chosen ?? null
  }
  if (facts.initials === null) return null
  const match = matchPerson(facts, team)
  if (match.member) return match.member
  say(
    match.why,
    match.why === 'entry-differs' ? 'entry' : 'initials',
    true,
    match.entry === undefined ? {} : { known: String(match.entry) },
  )
  return null
}

function contractOf(
  { measure, contractLast, contractHours }: GridFacts,
  { contracts, open }: GridMember,
  context: GridContext,
  worksiteId: string | null,
  known: GridReading['known'][number][],
  say: Say,
): Pick<GridPlan, 'contract'> {
  if (measure?.type === undefined || measure.type === null || measure.firstDay === null) return {}
  const { type, firstDay } = measure
  const weekly = contractHours === null ? null : weeklyOf(contractHours, context.contractHours)
  const same = contracts.find((contract) => contract.first === firstDay)
  if (same) {
    known.push('contract')
    // A month of 151,67 h is a week of 35 h within a rounding.
    const differs = same.type !== type || (weekly !== null && same.weekly !== null && Math.abs(weekly - same.weekly) > 2)
    if (differs) say('contract-differs', same.type === type ? 'contractHours' : 'measure', false)
    return {}
  }
  if (contractLast === null) say('contract-without-end', 'measure', false)
  else if (firstDay < open.first || (open.last !== null && firstDay > open.last)) say('contract-outside-stay', 'measure', true)
  else if (contractLast < firstDay) say('contract-ends-first', 'measure', true)
  else if (weekly !== null && weekly > 6000) say('week-too-long', 'contractHours', true)
  else return { contract: { type, firstDay, lastDay: contractLast, weekly, worksiteId } }
  return {}
}

function exitOf(
  { exitOn, exitReason }: GridFacts,
  { exit, open }: GridMember,
  today: CalendarDate,
  known: GridReading['known'][number][],
  say: Say,
): Pick<GridPlan, 'exit'> {
  if (exitOn === null || exitReason === null) return {}
  if (exit) {
    if (exit.on === exitOn && (exit.reason === exitReason || exit.reason === 'withheld')) known.push('exit')
    else say('exit-differs', 'exitDate', false, { known: String(exit.on) })
    return {}
  }
  if (exitReason === 'death') say('death', 'exitNature', false)
  else if (exitOn < open.first) say('exit-before-entry', 'exitDate', true, { known: String(open.first) })
  else if (exitOn > addMonths(today, 1)) say('exit-too-far', 'exitDate', true)
  else return { exit: { exitOn, reason: exitReason } }
  return {}
}

const HOURS_AT_MOST = 74_400

function hoursOf(
  { paid, worked }: GridFacts,
  { hours }: GridMember,
  monthOpen: boolean,
  worksiteId: string | null,
  known: GridReading['known'][number][],
  say: Say,
): Pick<GridPlan, 'hours'> {
  if (paid === null && worked === null) return {}
  const key = paid === null ? 'worked' : 'paid'
  const total = (of: 'paid' | 'worked') => (hours.length === 0 ? null : hours.reduce((sum, line) => sum + (line[of] ?? 0), 0))
  if (hours.length > 0) {
    if ((paid === null || paid === total('paid')) && (worked === null || worked === total('worked'))) known.push('hours')
    else say('hours-differ', key, false)
    return {}
  }
  if (!monthOpen) say('month-closed', key, false)
  else if ((paid ?? 0) > HOURS_AT_MOST || (worked ?? 0) > HOURS_AT_MOST) say('hours-impossible', key, true)
  else return { hours: { paid, worked, worksiteId } }
  return {}
}
