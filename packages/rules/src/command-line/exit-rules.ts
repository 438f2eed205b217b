import { SIAE_KINDS } from '@maillage/kernel'
import { classifyExit, EXIT_FRAMES, EXIT_REASONS, exitRates, exitSeenBy, exitStepSentence } from '../exits/index.ts'
import { explainedAnswer } from './answer.ts'
import { commandRule } from './command-rule.ts'
import { date, hours, list, nullable, oneOf, openDays, optional, record } from './read.ts'

const exit = record({
  kind: oneOf(SIAE_KINDS),
  entry: date,
  exitOn: date,
  reason: oneOf(EXIT_REASONS),
  hours: nullable(hours),
  found: optional(openDays),
})

/** An exit is judged under the law of its own day; `at` is the day of the thresholds of a rate. */
export const exitRules = {
  'exits/classify': commandRule(exit, (law, _at, of) =>
    explainedAnswer(classifyExit(law, of), (finding) => ({ ...finding, frames: exitSeenBy(law, of, EXIT_FRAMES) }), exitStepSentence),
  ),
  'exits/rates': commandRule(record({ exits: list(exit), audience: oneOf(['inside', 'public']) }), (law, on, { exits, audience }) => ({
    value: exitRates(law, exits, { on, audience }),
  })),
} as const
