import type { Slice } from '../../platform/http/slice.ts'
import { messages } from './messages.fr.ts'
import { recordDiagnosisPage } from './pages/record-diagnosis-page.tsx'

export { recordDiagnosis } from './commands/record-diagnosis.ts'
export { EligibilityPanel } from './components/eligibility-panel.tsx'
export { mayDiagnose } from './policy.ts'
export { birthOf } from './queries/birth-of.ts'
export { diagnosesOf, type ToldEligibility } from './queries/diagnoses-of.ts'
export { diagnosisServing, type ServingDiagnosis } from './queries/diagnosis-serving.ts'
export { prescriberOf } from './queries/prescriber-of.ts'
export { type SiaeBrief, siaeBrief } from './queries/siae-brief.ts'

/** Who is eligible, by whose word and on which criteria. */
export const eligibility: Slice = { name: 'eligibility', pages: [recordDiagnosisPage], messages }
