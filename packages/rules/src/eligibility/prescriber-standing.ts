import { addYears, type CalendarDate, includes, type Law, type Period } from '@maillage/kernel'
import { prefectApprovalYears } from '../parameters/prescriber-authorisation.ts'
import { PRESCRIBERS, type PrescriberKind } from './prescriber-kind.ts'

/** What is known of a prescriber's right to prescribe. */
export interface Prescriber {
  readonly kind: PrescriberKind
  /** Whether somebody checked that the organisation is what it says; null: not yet. Kinds of the order are checked, never submitted to the préfet. */
  readonly confirmed: boolean | null
  /** Approval by the préfet, for an OHPD. */
  readonly prefectApproval?: Period
}

/**
 * Whether an organisation is an authorised prescriber on a day: `unknown` as long as nobody has confirmed its kind.
 * An approval by the préfet counts five years at most. Source: L5132-3, order of 1 September 2021, annexe 1.
 * @example prescriberStanding(law, { kind: 'ORIENTEUR', confirmed: true }, today) // 'not-authorised'
 */
export function prescriberStanding(law: Law, prescriber: Prescriber, on: CalendarDate): 'authorised' | 'not-authorised' | 'unknown' {
  const { authorisedBy } = PRESCRIBERS[prescriber.kind]
  if (authorisedBy === 'none' || prescriber.confirmed === false) return 'not-authorised'
  if (authorisedBy === 'prefect') {
    const approval = prescriber.prefectApproval
    if (!approval) return 'unknown'
    const longest = addYears(approval.first, law.on(on).get(prefectApprovalYears)) - 1
    return includes(approval, on) && on <= longest ? 'authorised' : 'not-authorised'
  }
  return prescriber.confirmed === null ? 'unknown' : 'authorised'
}
