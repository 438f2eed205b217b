import { addDays, type CalendarDate, daysOf, decide, type Law, type Month, monthsLater, type Outcome, type Refusal } from '@maillage/kernel'
import { sheetDueDay } from '../parameters/full-time-equivalent.ts'
import { type EmploymentRefusal, refusal } from './reason-codes.ts'

/** States of the month of a structure: brouillon, validé, transmis, débloqué. */
export const SHEET_STATES = ['draft', 'validated', 'sent', 'reopened'] as const
export type SheetState = (typeof SHEET_STATES)[number]

/** Who moves a sheet: a member of the structure, the clock, the paying agency, an authority. */
export type SheetActor = 'structure' | 'clock' | 'payment-agency' | 'authority'

/** What funders and authorities may read: nothing of a draft; of a reopened month, the version that was sent. */
export const SEEN_OUTSIDE = {
  draft: 'nothing',
  validated: 'this-version',
  sent: 'this-version',
  reopened: 'sent-version',
} as const satisfies Record<SheetState, 'nothing' | 'this-version' | 'sent-version'>

export interface SheetTransition {
  readonly from: readonly SheetState[]
  readonly to: SheetState
  readonly by: readonly SheetActor[]
  readonly needsReason?: true
  /** Not before this point of the month. */
  readonly notBefore?: 'first-day' | 'last-day'
}

/** The whole life of a month: hours typed are the structure's own until it validates them; a month sent is opened again with a reason only. */
export const SHEET_TRANSITIONS = {
  validate: { from: ['draft', 'reopened'], to: 'validated', by: ['structure'], notBefore: 'first-day' },
  'take-back': { from: ['validated'], to: 'draft', by: ['structure'] },
  send: { from: ['validated'], to: 'sent', by: ['structure', 'clock'], notBefore: 'last-day' },
  reopen: { from: ['sent'], to: 'reopened', by: ['structure', 'payment-agency', 'authority'], needsReason: true },
} as const satisfies Readonly<Record<string, SheetTransition>>

export type SheetTransitionName = keyof typeof SHEET_TRANSITIONS

/**
 * Whether a month may pass from its state to another.
 * Refuses: `sheet-not-from-this-state`, `sheet-not-by-this-actor`, `sheet-reason-missing`, `month-not-begun`, `month-not-over`.
 * @example judgeSheetTransition({ transition: 'reopen', state: 'sent', actor: 'authority', month, on, reason: 'Heures en double' })
 */
export function judgeSheetTransition(request: {
  readonly transition: SheetTransitionName
  readonly state: SheetState
  readonly actor: SheetActor
  readonly month: Month
  readonly on: CalendarDate
  readonly reason?: string
}): Outcome<{ readonly to: SheetState }, EmploymentRefusal> {
  const { transition, state, actor, month, on, reason = '' } = request
  const { from, to, by, needsReason, notBefore }: SheetTransition = SHEET_TRANSITIONS[transition]
  const found: Refusal<EmploymentRefusal>[] = []
  if (!from.includes(state)) found.push(refusal('employment/sheet-not-from-this-state', { transition, state }))
  if (!by.includes(actor)) found.push(refusal('employment/sheet-not-by-this-actor', { transition, actor }))
  if (needsReason && reason.trim() === '') found.push(refusal('employment/sheet-reason-missing', {}))
  if (notBefore === 'first-day' && on < daysOf(month).first) found.push(refusal('employment/month-not-begun', { month }))
  if (notBefore === 'last-day' && on < daysOf(month).last) found.push(refusal('employment/month-not-over', { month }))
  return decide(found, () => ({ to }))
}

/**
 * The last day on which the hours of a month are validated in time. Its source is use, not a text.
 * @example sheetDueOn(law, month('2026-07')) // 10 August 2026
 */
export const sheetDueOn = (law: Law, month: Month): CalendarDate =>
  addDays(daysOf(monthsLater(month, 1)).first, law.on(daysOf(month).last).get(sheetDueDay) - 1)
