import { SIAE_KINDS } from '@maillage/kernel'
import {
  CRITERION_CODES,
  eligibilityRefusalSentence,
  eligibilityStepSentence,
  findCriterion,
  judgeEligibility,
  PRESCRIBERS,
  type PrescriberKind,
} from '../eligibility/index.ts'
import { verdictAnswer, writtenReasons } from './answer.ts'
import { commandRule } from './command-rule.ts'
import { date, days, either, flag, list, nullable, oneOf, openDays, optional, record, tagged, whole } from './read.ts'
import { distinctSources, writtenDetails } from './write.ts'

export const birthDate = record({ year: whole, month: optional(whole), day: optional(whole) })

const evidence = tagged('kind', {
  piece: record({ kind: oneOf(['piece']), dated: date }),
  title: record({ kind: oneOf(['title']), first: optional(date), last: nullable(date) }),
  'renewal-request': record({ kind: oneOf(['renewal-request']), dated: date }),
  diploma: record({ kind: oneOf(['diploma']) }),
  certification: record({ kind: oneOf(['certification']), first: date, last: nullable(date) }),
})

const criterion = record({ code: oneOf(CRITERION_CODES), evidence: optional(evidence) })

const registration = either(record({ monthsOnCertificate: whole }), record({ periods: list(openDays) }))

const author = tagged('role', {
  siae: record({ role: oneOf(['siae']), kind: oneOf(SIAE_KINDS), selfPrescriptionWithdrawn: optional(list(openDays)) }),
  prescriber: record({
    role: oneOf(['prescriber']),
    kind: oneOf(Object.keys(PRESCRIBERS) as PrescriberKind[]),
    confirmed: nullable(flag),
    prefectApproval: optional(days),
  }),
})

const facts = {
  hiredOn: optional(date),
  birth: optional(birthDate),
  registration: optional(registration),
} as const

/** `at` is the day the PASS IAE is issued, against which proofs are held. */
export const eligibilityRules = {
  'eligibility/judge': commandRule(
    record({ author, diagnosedOn: nullable(date), criteria: list(criterion), ...facts }),
    (law, issuedOn, input) => {
      const found = judgeEligibility(law, { ...input, issuedOn })
      const steps = found.because()
      const answer = verdictAnswer(found.value, (carried) => carried, eligibilityRefusalSentence)
      return {
        ...answer,
        because: steps.map(({ code, inputs, sensitivity }) => ({
          code,
          sentence: eligibilityStepSentence({ code, inputs }),
          details: writtenDetails(inputs),
          ...(sensitivity === 'ordinary' ? {} : { sensitivity }),
        })),
        sources: distinctSources([...(answer.sources ?? []), ...steps.map((each) => each.source)]),
      }
    },
  ),
  'eligibility/proof': commandRule(record({ criterion, ...facts }), (law, issuedOn, { criterion: ticked, hiredOn, ...more }) => {
    const found = findCriterion(law.on(issuedOn), ticked, { issuedOn, hiredOn: hiredOn ?? issuedOn, ...more })
    const level = { level: found.level }
    if (found.state === 'established') return { verdict: 'granted', value: level }
    if (found.state === 'undetermined') return { verdict: 'undetermined', value: level, missing: [found.missing] }
    return {
      verdict: 'refused',
      value: level,
      refusals: writtenReasons([found.refusal], eligibilityRefusalSentence),
      sources: distinctSources([found.refusal.source]),
    }
  }),
} as const
