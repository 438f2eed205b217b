import { isoDate, type Refusal, SIAE_KINDS } from '@maillage/kernel'
import {
  judgeClosure,
  judgeIssue,
  judgeProlongation,
  judgeSuspension,
  lastDay,
  lastDayByTool,
  moveHireDate,
  type PassAct,
  PROLONGATION_REASONS,
  passRefusalSentence,
  passStepSentence,
  remainingDays,
  SUSPENSION_REASONS,
  stateOn,
  type ToolObjection,
  toolObjectionSentence,
  waitingPeriod,
} from '../pass-iae/index.ts'
import { type Answer, explainedAnswer, outcomeAnswer, verdictAnswer, writtenReasons } from './answer.ts'
import { commandRule } from './command-rule.ts'
import { birthDate } from './eligibility-rules.ts'
import { date, days, flag, list, nullable, oneOf, openDays, optional, record, tagged, text } from './read.ts'
import { distinctSources } from './write.ts'

const act = tagged('kind', {
  'start-moved': record({ kind: oneOf(['start-moved']), first: date, decidedOn: date }),
  suspension: record({ kind: oneOf(['suspension']), first: date, last: nullable(date), reason: oneOf(SUSPENSION_REASONS) }),
  prolongation: record({ kind: oneOf(['prolongation']), first: date, last: nullable(date), reason: oneOf(PROLONGATION_REASONS) }),
  closure: record({
    kind: oneOf(['closure']),
    last: date,
    reason: oneOf(['after-long-suspension', 'at-the-request-of-the-person', 'by-decision-of-the-authority']),
  }),
})

const passFields = { pass: record({ first: date }), acts: list(act) } as const

/** A right and what happened to it, as every slice reads it on a line. */
export const heldPass = record(passFields)

const written = (of: PassAct) => ({
  ...of,
  ...('first' in of ? { first: isoDate(of.first) } : {}),
  ...('last' in of ? { last: of.last === null ? null : isoDate(of.last) } : {}),
  ...('decidedOn' in of ? { decidedOn: isoDate(of.decidedOn) } : {}),
})

/** What the State's service would refuse stands beside the answer. */
function withObjections(answer: Answer, objections: readonly Refusal<ToolObjection>[]): Answer {
  return {
    ...answer,
    toolObjections: writtenReasons(objections, toolObjectionSentence),
    sources: distinctSources([...(answer.sources ?? []), ...objections.map((each) => each.source)]),
  }
}

/** `at`: the day asked about, or the day the request is made. */
export const passRules = {
  'pass-iae/last-day': commandRule(heldPass, (law, _at, { pass, acts }) =>
    explainedAnswer(
      lastDay(law, pass, acts),
      (last) => ({ last: isoDate(last), byTool: isoDate(lastDayByTool(law, pass, acts)) }),
      passStepSentence,
    ),
  ),
  'pass-iae/state': commandRule(heldPass, (law, at, { pass, acts }) => ({ value: stateOn(law, pass, acts, at) })),
  'pass-iae/remaining-days': commandRule(heldPass, (law, at, { pass, acts }) => ({
    value: remainingDays(law, pass, acts, at),
  })),
  'pass-iae/waiting-period': commandRule(heldPass, (law, _at, { pass, acts }) =>
    explainedAnswer(
      waitingPeriod(law, pass, acts),
      (found) => found && { first: isoDate(found.first), last: isoDate(found.last) },
      passStepSentence,
    ),
  ),
  'pass-iae/issue': commandRule(
    record({ hiredOn: date, held: list(heldPass), eligibleBy: nullable(oneOf(['authorised-prescriber', 'siae'])) }),
    (law, today, input) => {
      const found = judgeIssue(law, { ...input, today })
      const answer = outcomeAnswer(
        found,
        (grant) => ({
          act: grant.act,
          first: isoDate(
            grant.act === 'issue' ? grant.pass.first : grant.act === 'bring-forward' ? grant.move.first : grant.held.pass.first,
          ),
        }),
        passRefusalSentence,
      )
      return withObjections(answer, found.ok ? found.value.toolObjections : [])
    },
  ),
  'pass-iae/move-hire-date': commandRule(record({ ...passFields, to: date }), (law, today, input) =>
    outcomeAnswer(moveHireDate(law, { ...input, today }), ({ move }) => ({ move: move && written(move) }), passRefusalSentence),
  ),
  'pass-iae/suspension': commandRule(
    record({
      ...passFields,
      first: date,
      last: nullable(date),
      reason: oneOf(SUSPENSION_REASONS),
      siaeKind: oneOf(SIAE_KINDS),
      declaredBy: oneOf(['siae', 'authorised-prescriber', 'other']),
      isLatest: flag,
      hiredOn: optional(date),
      otherRunningStays: optional(list(text)),
    }),
    (law, declaredOn, input) => {
      const found = judgeSuspension(law, { ...input, declaredOn })
      const answer = outcomeAnswer(found, ({ suspension }) => ({ suspension: written(suspension) }), passRefusalSentence)
      return withObjections(answer, found.ok ? found.value.toolObjections : [])
    },
  ),
  'pass-iae/prolongation': commandRule(
    record({
      ...passFields,
      reason: oneOf(PROLONGATION_REASONS),
      last: nullable(date),
      siaeKind: oneOf(SIAE_KINDS),
      relation: oneOf(['employs', 'wishes-to-employ', 'none']),
      isLatest: flag,
      isPending: flag,
      birth: optional(birthDate),
      disabledWorkerTitle: optional(openDays),
      training: optional(days),
      contractSignedOn: optional(date),
    }),
    (law, askedOn, input) => {
      const verdict = judgeProlongation(law, { ...input, askedOn })
      const answer = verdictAnswer(
        verdict,
        ({ prolongation, authorisedBy }) => ({ prolongation: written(prolongation), authorisedBy }),
        passRefusalSentence,
      )
      return withObjections(answer, verdict.state === 'granted' ? verdict.carriedBy.toolObjections : [])
    },
  ),
  'pass-iae/closure': commandRule(
    record({ ...passFields, by: oneOf(['siae', 'authorised-prescriber', 'other']), examined: flag, notifiedOn: nullable(date) }),
    (law, on, input) => outcomeAnswer(judgeClosure(law, { ...input, on }), (closure) => written(closure), passRefusalSentence),
  ),
} as const
