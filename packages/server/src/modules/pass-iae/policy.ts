import type { Sensitivity, Step } from '@maillage/kernel'
import type { Actor } from '../../platform/command/actor.ts'

/** The circles by which an actor holds one person today. */
export type Circles = ReadonlySet<string>

const has = (circles: Circles, ...wanted: readonly string[]): boolean => wanted.some((each) => circles.has(each))

const STRUCTURE_ROLES: readonly string[] = ['counsellor', 'director', 'payroll_officer', 'assignment_coordinator']
const PRESCRIBING_ROLES: readonly string[] = ['prescriber', 'ft_adviser', 'referent', 'director']

/** Who reads the right of a person: whoever holds the person for a pathway, a job, a request or a control. */
export const mayRead = (circles: Circles): boolean => has(circles, 'shared', 'employment', 'referent', 'request', 'control')

/** Who acts on the right for a structure: its counsellors, its direction, its payroll (FIELD §2, §5). */
export const actsForStructure = ({ hat }: Actor, circles: Circles): boolean =>
  hat !== null &&
  STRUCTURE_ROLES.includes(hat.role) &&
  hat.functions.includes('operator') &&
  has(circles, 'shared', 'employment', 'referent')

/** Who acts on the right for a prescriber; whether it is authorised is for the rules to say. */
export const actsForPrescriber = ({ hat }: Actor, circles: Circles): boolean =>
  hat !== null &&
  PRESCRIBING_ROLES.includes(hat.role) &&
  hat.functions.includes('prescriber') &&
  has(circles, 'shared', 'referent', 'request')

/** Who declares a suspension, ends a pathway, types the certificate: a structure or a prescriber (R5132-1-3). */
export const mayAct = (actor: Actor, circles: Circles): boolean => actsForStructure(actor, circles) || actsForPrescriber(actor, circles)

/** Who has a right issued: the structure that hires. */
export const mayIssue = (actor: Actor, circles: Circles): boolean => actsForStructure(actor, circles) && has(circles, 'shared', 'referent')

/** Who asks for a prolongation: the structure that employs or wishes to employ (R5132-1-8), and that shares the person. */
export const mayAskProlongation = (actor: Actor, circles: Circles): boolean => mayIssue(actor, circles)

/** Who answers: the prescriber's team that was asked. */
export const mayDecide = ({ hat }: Actor, request: { readonly decidingUnitId: string | null }): boolean =>
  hat !== null && PRESCRIBING_ROLES.includes(hat.role) && request.decidingUnitId !== null && hat.units.includes(request.decidingUnitId)

/** Who opens the queue of requests: those who ask and those who answer. */
export const mayReadRequests = ({ hat }: Actor): boolean => hat !== null && [...STRUCTURE_ROLES, ...PRESCRIBING_ROLES].includes(hat.role)

/** Who takes a request back: the team that asked. */
export const mayWithdraw = ({ hat }: Actor, request: { readonly askingUnitId: string }): boolean =>
  hat !== null && STRUCTURE_ROLES.includes(hat.role) && hat.units.includes(request.askingUnitId)

/** A step of an explanation, or the mere fact that there is one. */
export type Redacted<S> = { readonly withheld: false; readonly step: S } | { readonly withheld: true }

const isOpenTo = (circles: Circles, sensitivity: Sensitivity): boolean =>
  sensitivity === 'ordinary' || has(circles, 'referent', 'request', 'control')

/** What of an explanation this reader may have: an illness, a sentence, a disability are for the referents; what is withheld says so. */
export const redact = <S extends Pick<Step, 'sensitivity'>>(circles: Circles, steps: readonly S[]): readonly Redacted<S>[] =>
  steps.map((step) => (isOpenTo(circles, step.sensitivity) ? { withheld: false, step } : { withheld: true }))
