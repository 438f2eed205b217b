import { type CalendarDate, decide, type Outcome, type Refusal } from '@maillage/kernel'
import { labourCode } from '../parameters/texts.ts'
import { type PassRefusal, refusal } from './refusals.ts'

/** A prescriber's no to a prolongation, or to a new pathway during the waiting period. */
export interface PrescriberRefusal {
  readonly of: 'prolongation' | 'new-pathway'
  readonly writtenReason: string
  readonly siaeNotifiedOn: CalendarDate | null
  readonly personNotifiedOn: CalendarDate | null
}

/**
 * Whether a prescriber's no is regular: reasoned in writing and notified, with a certain date, to the SIAE and to the person.
 * Sources: R5132-1-8 (prolongation), R5132-1-4 (new pathway).
 * @example judgePrescriberRefusal({ of: 'prolongation', writtenReason, siaeNotifiedOn: today, personNotifiedOn: today })
 */
export function judgePrescriberRefusal(no: PrescriberRefusal): Outcome<PrescriberRefusal, PassRefusal> {
  const source = labourCode(no.of === 'prolongation' ? 'R5132-1-8' : 'R5132-1-4')
  const found: Refusal<PassRefusal>[] = []
  if (no.writtenReason.trim() === '') found.push(refusal('pass-iae/refusal-not-reasoned', {}, source))
  if (no.siaeNotifiedOn === null) found.push(refusal('pass-iae/refusal-not-notified', { to: 'siae' }, source))
  if (no.personNotifiedOn === null) found.push(refusal('pass-iae/refusal-not-notified', { to: 'person' }, source))
  return decide(found, () => no)
}
