import type { DueKind } from '../model.ts'
import { appointments } from './appointments.ts'
import type { DueSource } from './asked.ts'
import { contractEnds } from './contract-ends.ts'
import { diagnosisEnds } from './diagnosis-ends.ts'
import { longSuspensions } from './long-suspensions.ts'
import { messages } from './messages.ts'
import { noAnswers } from './no-answers.ts'
import { proofEnds } from './proof-ends.ts'
import { reviewsDue } from './reviews-due.ts'
import { rightEnds } from './right-ends.ts'
import { silences } from './silences.ts'
import { withoutReferent } from './without-referent.ts'

/** Where each kind of what falls due is read: a new one is one file and one line here. */
export const DUE_SOURCES: Readonly<Record<DueKind, DueSource>> = {
  message: messages,
  appointment: appointments,
  'contract-end': contractEnds,
  'right-end': rightEnds,
  'long-suspension': longSuspensions,
  'diagnosis-end': diagnosisEnds,
  'proof-end': proofEnds,
  'review-due': reviewsDue,
  'no-answer': noAnswers,
  'no-referent': withoutReferent,
  silence: silences,
}
