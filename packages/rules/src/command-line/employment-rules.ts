import { isoDate, SIAE_KINDS } from '@maillage/kernel'
import {
  CONTRACT_TYPES,
  companyHours,
  companyPlacementAnomalies,
  contractAnomalies,
  cumulatedHoursAnomalies,
  employmentAnomalySentence,
  employmentRefusalSentence,
  immersionAnomalies,
  judgeSheetTransition,
  monthAnomalies,
  readMonthHours,
  SHEET_STATES,
  SHEET_TRANSITIONS,
  type SheetTransitionName,
} from '../employment/index.ts'
import { anomalyAnswer, outcomeAnswer } from './answer.ts'
import { commandRule } from './command-rule.ts'
import { birthDate } from './eligibility-rules.ts'
import { heldPass } from './pass-rules.ts'
import { date, days, flag, hours, list, monthText, nullable, oneOf, optional, record, text } from './read.ts'
import { writtenHundredths } from './write.ts'

const contract = record({
  type: oneOf(CONTRACT_TYPES),
  first: date,
  last: nullable(date),
  signedOn: nullable(date),
  renewal: flag,
  weekly: list(record({ from: date, hours })),
  sentenceAdjustment: optional(flag),
})

const immersion = record({
  first: date,
  last: date,
  host: text,
  object: oneOf(['discover-a-trade', 'confirm-a-project', 'begin-a-recruitment']),
  renewal: flag,
})

/** Facts are answered with their anomalies, never refused; `at` is the day of an act on a month, and the day looked at for hours together. */
export const employmentRules = {
  'employment/contract': commandRule(
    record({
      contract,
      kind: oneOf(SIAE_KINDS),
      previous: list(contract),
      held: nullable(heldPass),
      birth: optional(birthDate),
      extendedUntil: optional(date),
      belowMinimumAuthorised: optional(flag),
      pathwayFirst: optional(date),
      employedUntil: optional(date),
    }),
    (law, _at, facts) => anomalyAnswer(contractAnomalies(law, facts), employmentAnomalySentence),
  ),
  'employment/month-hours': commandRule(
    record({
      month: monthText,
      hours,
      days: optional(list(record({ on: date, hours }))),
      contracts: list(contract),
      held: nullable(heldPass),
      birth: optional(birthDate),
    }),
    (law, _at, { contracts, held, birth, ...typed }) => {
      const read = readMonthHours(typed)
      if (!read.ok) return outcomeAnswer(read, () => null, employmentRefusalSentence)
      const facts = { worked: read.value, contracts, held, ...(birth ? { birth } : {}) }
      return { verdict: 'granted', ...anomalyAnswer(monthAnomalies(law, facts), employmentAnomalySentence) }
    },
  ),
  'employment/sheet-transition': commandRule(
    record({
      transition: oneOf(Object.keys(SHEET_TRANSITIONS) as SheetTransitionName[]),
      state: oneOf(SHEET_STATES),
      actor: oneOf(['structure', 'clock', 'payment-agency', 'authority']),
      month: monthText,
      reason: optional(text),
    }),
    (_law, on, input) => outcomeAnswer(judgeSheetTransition({ ...input, on }), (grant) => grant, employmentRefusalSentence),
  ),
  'employment/hours-together': commandRule(record({ weekly: list(hours), birth: optional(birthDate) }), (law, on, input) =>
    anomalyAnswer(cumulatedHoursAnomalies(law, { ...input, on }), employmentAnomalySentence),
  ),
  'employment/company-placement': commandRule(
    record({
      placements: list(record({ on: date, hours, client: oneOf(['company', 'private-person', 'non-profit', 'public-body']) })),
      waiver: optional(days),
      approved: optional(flag),
    }),
    (law, on, input) => {
      const found = companyHours(law, input.placements, on)
      return {
        value: found
          ? {
              window: { first: isoDate(found.window.first), last: isoDate(found.window.last) },
              used: writtenHundredths(found.used),
              limit: writtenHundredths(found.limit),
              left: writtenHundredths(found.left),
            }
          : null,
        ...anomalyAnswer(companyPlacementAnomalies(law, { ...input, on }), employmentAnomalySentence),
      }
    },
  ),
  'employment/immersion': commandRule(
    record({ immersion, others: list(immersion), kind: nullable(oneOf(SIAE_KINDS)), contract: nullable(days) }),
    (law, _at, facts) => anomalyAnswer(immersionAnomalies(law, facts), employmentAnomalySentence),
  ),
} as const
