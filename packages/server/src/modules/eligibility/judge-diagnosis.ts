import type { Explained, Law } from '@maillage/kernel'
import {
  type BirthDate,
  type CriterionFinding,
  type DiagnosisAuthor,
  type EligibilitySteps,
  type EligibilityVerdict,
  findCriterion,
  judgeEligibility,
  type TickedCriterion,
} from '@maillage/rules/eligibility'
import type { DiagnosisForm } from './diagnosis-form.ts'

/** A diagnosis as the rules answer it, the day it is made: the same for the preview and for what is recorded. */
export interface JudgedDiagnosis {
  readonly explained: Explained<EligibilityVerdict, keyof EligibilitySteps>
  readonly criteria: readonly { readonly ticked: TickedCriterion; readonly finding: CriterionFinding }[]
}

/** Asks the rules what a diagnosis carries. Proofs are held against the day it is made. */
export function judgeDiagnosis(
  law: Law,
  author: DiagnosisAuthor,
  { madeOn, criteria, registration }: Pick<DiagnosisForm, 'madeOn' | 'criteria' | 'registration'>,
  birth: BirthDate | undefined,
): JudgedDiagnosis {
  const facts = { issuedOn: madeOn, hiredOn: madeOn, ...(birth ? { birth } : {}), ...(registration ? { registration } : {}) }
  return {
    explained: judgeEligibility(law, { author, diagnosedOn: madeOn, criteria, ...facts }),
    criteria: criteria.map((ticked) => ({ ticked, finding: findCriterion(law.on(madeOn), ticked, facts) })),
  }
}
