import { addYears, type CalendarDate, includes, type Law, type Period } from '@maillage/kernel'
import { prefectApprovalYears, prescribersOfTheOrder } from '../parameters/prescriber-authorisation.ts'
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
 * An approval by the préfet counts five years at most. Throws `NoTextInForce` before 3 September 2021.
 * Source: L5132-3, order of 1 September 2021, annexe 1.
 * @example prescriberStanding(law, { kind: 'ORIENTEUR', confirmed: true }, today) // 'not-authorised'
 */
export function prescriberStanding(law: Law, prescriber: Prescriber, on: CalendarDate): 'authorised' | 'not-authorised' | 'unknown' {
  const ofDay = law.on(on)
  const named = ofDay.get(prescribersOfTheOrder).includes(prescriber.kind)
  const byPrefect = PRESCRIBERS[prescriber.kind].authorisedBy === 'prefect'
  if (prescriber.confirmed === false || !(named || byPrefect)) return 'not-authorised'
  if (byPrefect) {
    const approval = prescriber.prefectApproval
    if (!approval) return 'unknown'
    const longest = addYears(approval.first, ofDay.get(prefectApprovalYears)) - 1
    return includes(approval, on) && on <= longest ? 'authorised' : 'not-authorised'
  }
  return prescriber.confirmed === null ? 'unknown' : 'authorised'
}
