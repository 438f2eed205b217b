import type { CalendarDate, Law, Period, Step } from '@maillage/kernel'
import {
  firstDay,
  lastDay,
  lastDayByTool,
  type PassNumber,
  type PassState,
  type PassSteps,
  remainingDays,
  type Segment,
  stateOn,
  timeline,
  waitingPeriod,
} from '@maillage/rules/pass-iae'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { circlesHeld } from '../../people/index.ts'
import { type Certificate, heldOf, type IssuerMode, latestOf, type RecordedPass } from '../model.ts'
import { mayRead, type Redacted, redact } from '../policy.ts'
import { recordedPasses } from './recorded-passes.ts'

/** A run of days as it is told to this reader: `reason` null when it is not for them. */
export type ToldSegment = Period & { readonly state: Segment['state']; readonly reason: Segment['reason'] | null }

/** Everything that a page says of one right. */
export interface PassSummary {
  readonly id: string
  readonly personId: string
  readonly number: PassNumber | null
  readonly issuerMode: IssuerMode
  readonly cancelled: boolean
  readonly first: CalendarDate
  readonly last: CalendarDate
  /** What the State's service finds, when it is another day. */
  readonly toolLast: CalendarDate | null
  readonly state: PassState
  readonly remaining: number
  readonly timeline: readonly ToldSegment[]
  readonly closedEarly: boolean
  /** The days after it when a new one needs a prescriber; null when there are none. */
  readonly waiting: Period | null
  /** The day it is told on. */
  readonly on: CalendarDate
  readonly steps: readonly Redacted<Step<keyof PassSteps>>[]
  readonly waitingSteps: readonly Redacted<Step<keyof PassSteps>>[]
  readonly certificate: Certificate | null
}

/** The runs of a right, without the reasons that this reader may not know. */
function toldTimeline(law: Law, pass: RecordedPass): readonly ToldSegment[] {
  const { pass: issued, acts } = heldOf(pass)
  const untold = pass.prolongations.some((each) => each.reason === null)
  return timeline(law, issued, acts).map((each) =>
    each.state === 'prolonged' && untold && each.reason === 'particular-difficulties' ? { ...each, reason: null } : each,
  )
}

/** One right as the rules find it today, told to a reader who holds the person by these circles. */
export function summaryOf(law: Law, pass: RecordedPass, circles: ReadonlySet<string>, today: CalendarDate): PassSummary {
  const { pass: issued, acts } = heldOf(pass)
  const last = lastDay(law, issued, acts)
  const waiting = waitingPeriod(law, issued, acts)
  const tool = lastDayByTool(law, issued, acts)
  // A ground kept from this reader stands under another word in the steps: then none that is personal is told, so that no word is a lie.
  const told = pass.prolongations.every(({ reason }) => reason !== null) ? circles : new Set<string>()
  return {
    id: pass.id,
    personId: pass.personId,
    number: pass.number,
    issuerMode: pass.issuerMode,
    cancelled: pass.cancelled,
    first: firstDay(issued, acts),
    last: last.value,
    toolLast: tool === last.value ? null : tool,
    state: stateOn(law, issued, acts, today),
    remaining: remainingDays(law, issued, acts, today),
    timeline: toldTimeline(law, pass),
    closedEarly: pass.closure !== null,
    waiting: waiting.value,
    on: today,
    steps: redact(told, last.because()),
    waitingSteps: redact(told, waiting.because()),
    certificate: pass.certificate,
  }
}

/**
 * The latest right of a person, for the person's page; undefined: none, or not for this reader. Two statements, one when the page has already read
 * by which circles the person is held.
 */
export async function passSummary(
  ctx: Pick<ReadCtx, 'tx' | 'law' | 'actor' | 'today'>,
  personId: string,
  held?: ReadonlySet<string>,
): Promise<PassSummary | undefined> {
  const circles = held ?? (await circlesHeld(ctx, personId))
  if (!mayRead(circles)) return undefined
  const latest = latestOf(await recordedPasses(ctx, personId))
  return latest && summaryOf(ctx.law, latest, circles, ctx.today)
}
