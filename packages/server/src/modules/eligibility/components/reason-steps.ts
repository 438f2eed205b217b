import {
  eligibilityMissingSentence,
  eligibilityRefusalSentence,
  eligibilityStepSentence,
  outsideSentence,
} from '@maillage/rules/eligibility'
import type { WhyStep } from '@maillage/ui'
import type { Reason } from '../model.ts'
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

/** Every reason that the reader was given, in French; row security has left out those that are not for them. */
export const reasonSteps = (reasons: readonly Reason[]): readonly WhyStep[] =>
  reasons.map((reason) => ({ sentence: reasonSentence(reason), source: sourceOf(reason) }))

/** What somebody outside the referents is told: who found the person eligible, if that betrays nothing, and on how many criteria. */
export const outsideWords = ({ role, prescriberKind, level1, level2 }: ToldDiagnosis): string =>
  outsideSentence({ author: role, prescriber: prescriberKind, level1, level2 })

const WITHHELD: WhyStep = { sentence: '', withheld: true }

/** The explanation of a diagnosis, for one reader: what is withheld says so. */
export const whySteps = (diagnosis: ToldDiagnosis): readonly WhyStep[] =>
  diagnosis.reasons === null
    ? [{ sentence: outsideWords(diagnosis) }, WITHHELD]
    : [...reasonSteps(diagnosis.reasons), ...(diagnosis.partly ? [WITHHELD] : [])]
