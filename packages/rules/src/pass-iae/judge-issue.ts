import { addMonths, type CalendarDate, decide, type Law, type Outcome, type Refusal } from '@maillage/kernel'
import { hireAheadMonths } from '../parameters/hire-dates.ts'
import { labourCode } from '../parameters/texts.ts'
import type { HeldPass, Pass, StartMoved } from './acts.ts'
import { timeline } from './life.ts'
import { objection, type PassRefusal, refusal, type ToolObjection } from './refusals.ts'
import { waitingPeriod } from './waiting-period.ts'

export interface IssueRequest {
  readonly hiredOn: CalendarDate
  readonly today: CalendarDate
  /** Every right the person has had, cancelled ones left out. */
  readonly held: readonly HeldPass[]
  /** Who granted the eligibility in force for this SIAE; null: nobody. */
  readonly eligibleBy: 'authorised-prescriber' | 'siae' | null
}

/** What a hire does to the person's right: reuse it, bring its start forward, or open a new one. */
export type IssueGrant = { readonly toolObjections: readonly Refusal<ToolObjection>[] } & (
  | { readonly act: 'reuse'; readonly held: HeldPass }
  | { readonly act: 'bring-forward'; readonly held: HeldPass; readonly move: StartMoved }
  | { readonly act: 'issue'; readonly pass: Pass }
)

interface Alive {
  readonly held: HeldPass
  readonly first: CalendarDate
  readonly last: CalendarDate
}

function alive(law: Law, { held, today }: IssueRequest): Alive[] {
  return held.flatMap((each) => {
    const segments = timeline(law, each.pass, each.acts)
    const [first, last] = [segments[0]?.first, segments.at(-1)?.last]
    return first !== undefined && last !== undefined && last >= today ? [{ held: each, first, last }] : []
  })
}

/** Checks of the State's service on the date typed in a request; a hire that took place is recorded with its anomalies instead. */
function aboutDate(law: Law, { hiredOn, today }: IssueRequest): Refusal<PassRefusal>[] {
  const ahead = law.on(today).find(hireAheadMonths)
  const found: Refusal<PassRefusal>[] = []
  if (hiredOn < today) found.push(refusal('pass-iae/hire-in-the-past', { hiredOn }, ahead?.source))
  const latest = addMonths(today, law.on(today).get(hireAheadMonths))
  if (hiredOn > latest) found.push(refusal('pass-iae/hire-too-far', { latest }, ahead?.source))
  return found
}

function reuse(
  { hiredOn, today }: IssueRequest,
  { held, first, last }: Alive,
  refusals: Refusal<PassRefusal>[],
): Outcome<IssueGrant, PassRefusal> {
  if (hiredOn > last) refusals.push(refusal('pass-iae/hire-after-end', { passLast: last }))
  return decide(refusals, () =>
    first > today && hiredOn < first
      ? { act: 'bring-forward', held, move: { kind: 'start-moved', first: hiredOn, decidedOn: today }, toolObjections: [] }
      : { act: 'reuse', held, toolObjections: [] },
  )
}

/**
 * What becomes of the person's right when a SIAE asks for a hire. One right in force per person: one that runs, is suspended or has not begun
 * is reused (a future one is brought forward), and refused when the hire begins after its last day. Otherwise a new one begins on the day of
 * hire, outside the waiting period unless an authorised prescriber prescribes the new pathway (of its own or at the SIAE's request).
 *
 * Refuses: `hire-in-the-past`, `hire-too-far`, `hire-after-end`, `two-rights-in-force`, `not-eligible`, `waiting-period`.
 * Sources: R5132-1-1, R5132-1-4; dates typed: public code of les emplois de l'inclusion.
 * @example judgeIssue(law, { hiredOn, today, held: [], eligibleBy: 'siae' }) // { act: 'issue', pass: { first: hiredOn } }
 */
export function judgeIssue(law: Law, request: IssueRequest): Outcome<IssueGrant, PassRefusal> {
  const { hiredOn, today, held, eligibleBy } = request
  const refusals = aboutDate(law, request)
  const [one, ...others] = alive(law, request)
  if (one && others.length > 0) refusals.push(refusal('pass-iae/two-rights-in-force', { count: others.length + 1 }))
  if (one) return reuse(request, one, refusals)

  if (eligibleBy === null) refusals.push(refusal('pass-iae/not-eligible', {}, labourCode('R5132-1-1')))
  const until = held
    .map((each) => waitingPeriod(law, each.pass, each.acts).value?.last)
    .reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined)
  const waits = until !== undefined && eligibleBy !== 'authorised-prescriber'
  if (waits && hiredOn <= until) refusals.push(refusal('pass-iae/waiting-period', { until }, labourCode('R5132-1-4', 'Nouveau parcours')))
  return decide(refusals, () => ({
    act: 'issue',
    pass: { first: hiredOn },
    // The State's service looks at the day of the request, the Code at the new pathway.
    toolObjections: waits && today <= until ? [objection('pass-iae/tool-still-waiting', { until })] : [],
  }))
}
