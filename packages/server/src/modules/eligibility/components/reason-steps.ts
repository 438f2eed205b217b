import {
  eligibilityMissingSentence,
  eligibilityRefusalSentence,
  eligibilityStepSentence,
  outsideSentence,
} from '@maillage/rules/eligibility'
import type { WhyStep } from '@maillage/ui'
import type { Reason } from '../model.ts'
import { sensitivityOfReason } from '../model.ts'
import { type Circles, redact } from '../policy.ts'
import type { ToldDiagnosis } from '../queries/diagnoses-of.ts'

/** A reason in French. */
export function reasonSentence(reason: Reason): string {
  if (reason.kind === 'missing')
    return `Il manque\u00a0: ${eligibilityMissingSentence(reason.content).replace(/^./, (letter) => (letter === '«' ? letter : letter.toLocaleLowerCase('fr')))}`
  if (reason.kind === 'refusal') {
    const { code, details = {} } = reason.content
    return eligibilityRefusalSentence({ code, details })
  }
  return eligibilityStepSentence(reason.content)
}

const sourceOf = (reason: Reason) => (reason.kind === 'missing' ? undefined : reason.content.source)

/** Every reason of an answer for one reader; what is withheld says so. */
export function reasonSteps(circles: Circles, reasons: readonly Reason[]): readonly WhyStep[] {
  const personal = reasons.map((reason) => ({ reason, sensitivity: sensitivityOfReason(reason) }))
  return redact(circles, personal).map((each) =>
    each.withheld ? { sentence: '', withheld: true } : { sentence: reasonSentence(each.step.reason), source: sourceOf(each.step.reason) },
  )
}

/** What somebody outside the referents is told: who found the person eligible, if that betrays nothing, and on how many criteria. */
export const outsideWords = ({ role, prescriberKind, level1, level2 }: ToldDiagnosis): string =>
  outsideSentence({ author: role, prescriber: prescriberKind, level1, level2 })

/** The explanation of a diagnosis, for one reader. */
export const whySteps = (circles: Circles, diagnosis: ToldDiagnosis): readonly WhyStep[] =>
  diagnosis.reasons === null
    ? [{ sentence: outsideWords(diagnosis) }, { sentence: '', withheld: true }]
    : reasonSteps(circles, diagnosis.reasons)
