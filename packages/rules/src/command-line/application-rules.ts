import {
  APPLICATION_STATES,
  type ApplicationRefusalReason,
  applicationRefusalSentence,
  judgeTransition,
  refusalReasonLabels,
  TRANSITIONS,
  type TransitionName,
} from '../applications/index.ts'
import { stateTool } from '../parameters/texts.ts'
import { outcomeAnswer } from './answer.ts'
import { commandRule } from './command-rule.ts'
import { date, flag, oneOf, optional, record, text } from './read.ts'

/** `at` is the day of the transition. */
export const applicationRules = {
  'applications/transition': commandRule(
    record({
      transition: oneOf(Object.keys(TRANSITIONS) as TransitionName[]),
      state: oneOf(APPLICATION_STATES),
      actor: oneOf(['receiver', 'clock', 'support']),
      receiver: oneOf(['siae', 'geiq']),
      lastMovedOn: date,
      reason: optional(oneOf(Object.keys(refusalReasonLabels) as ApplicationRefusalReason[])),
      answer: optional(text),
      memberOfDestination: optional(flag),
    }),
    (law, on, input) => {
      const answer = outcomeAnswer(judgeTransition(law, { ...input, on }), (grant) => grant, applicationRefusalSentence)
      return { ...answer, sources: [...(answer.sources ?? []), stateTool('États d’une candidature')] }
    },
  ),
} as const
