import { type CalendarDate, isoDate } from '@maillage/kernel'
import {
  countInFrame,
  type EmploymentExits,
  type ExitRates,
  employmentExits,
  exitRates,
  type FollowUpAnswer,
  type FollowUpCounts,
  type FrameCount,
  followUpCounts,
  PLIE_INDICATORS,
  type PlieFacts,
  type PlieIndicator,
  type PlieResult,
  plieResult,
  type Situation,
} from '@maillage/rules/exits'
import { type Selectable, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type StopRow, stopsOf } from '../model-follow-up.ts'
import { exitFactsOf } from '../store.ts'
import type { ExitTables } from '../tables.ts'

type Facts = Selectable<ExitTables['stay_exit']>

/** The same exits, each frame with its own reading and its own denominator. */
export interface ReadByFrames {
  readonly recorded: number
  readonly state: ExitRates
  readonly employmentExits: EmploymentExits
  readonly plie: Readonly<Record<PlieIndicator, PlieResult>>
  readonly esf: FrameCount<'esf'>
  /** What became of the people, by horizon. */
  readonly after: readonly FollowUpCounts[]
}

interface FactsRow extends Facts {
  readonly contracts: number | null
  readonly broken_off: boolean
  readonly answers: readonly FollowUpAnswer[]
  readonly stops: readonly StopRow[]
}

const IN_A_YEAR = 12
const THREE_YEARS = 36
const WORKS_OR_LEARNS: readonly Situation[] = ['lasting-employment', 'transition-employment', 'training']

/** Work or training at any horizon within the year is enough; without, only what was said at twelve months is a no. */
function accessAfter(answers: readonly FollowUpAnswer[]): boolean | null {
  const within = answers.filter(({ horizon }) => horizon <= IN_A_YEAR)
  if (within.some(({ situation }) => WORKS_OR_LEARNS.includes(situation))) return true
  return within.some(({ horizon, situation }) => horizon === IN_A_YEAR && situation !== 'prefer-not') ? false : null
}

const factsOf = (ctx: Pick<ReadCtx, 'law'>, row: FactsRow): PlieFacts => ({
  exit: exitFactsOf(ctx, row),
  contracts: row.contracts,
  brokenOff: row.broken_off,
  businessAlive: row.answers.find(({ horizon }) => horizon === THREE_YEARS)?.businessAlive ?? null,
  accessAfter: accessAfter(row.answers),
})

/**
 * The exits of a structure of the reader's carrier from one day to another, whichever team follows the people, as the State, the agreement file, a PLIE
 * and the European fund read them: nobody is named. Two statements.
 */
export async function exitsReadByFrames(
  { tx, law, today }: Pick<ReadCtx, 'tx' | 'law' | 'today'>,
  { siaeId, first, last }: { readonly siaeId: string; readonly first: CalendarDate; readonly last: CalendarDate },
): Promise<ReadByFrames> {
  const { rows } = await sql<FactsRow>`
    select * from exit_facts(${siaeId}, ${isoDate(first)}::date, ${isoDate(last)}::date)`.execute(tx)
  const ended = await sql<Omit<Facts, 'exit_on'> & { readonly exit_on: string | null }>`
    select * from insertion_contract_ends(${siaeId}, ${isoDate(first)}::date, least(${isoDate(last)}::date, ${isoDate(today)}::date))`.execute(
    tx,
  )
  const facts = rows.map((row) => factsOf({ law }, row))
  const exits = facts.map(({ exit }) => exit)
  const asked = { on: today, audience: 'inside' } as const
  const ends = ended.rows.map(({ exit_on, ...row }) => (exit_on === null ? null : exitFactsOf({ law }, { ...row, exit_on })))
  return {
    recorded: exits.length,
    state: exitRates(law, exits, asked),
    employmentExits: employmentExits(law, ends, asked),
    plie: Object.fromEntries(
      PLIE_INDICATORS.map((indicator) => [indicator, plieResult(law, facts, { indicator, ...asked })]),
    ) as ReadByFrames['plie'],
    esf: countInFrame(law, exits, 'esf'),
    after: followUpCounts(
      law,
      rows.map((row, index) => ({ ...(facts[index]?.exit ?? exitFactsOf({ law }, row)), answers: row.answers, stops: stopsOf(row.stops) })),
      today,
    ),
  }
}
