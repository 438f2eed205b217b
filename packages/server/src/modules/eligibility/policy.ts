import type { Actor } from '../../platform/command/actor.ts'

/** The circles by which an actor holds one person today. */
export type Circles = ReadonlySet<string>

const STRUCTURE_ROLES: readonly string[] = ['counsellor', 'director']
const PRESCRIBING_ROLES: readonly string[] = ['prescriber', 'ft_adviser', 'referent', 'director']

/** Who may know that a person was found eligible, and by how many criteria: whoever holds the person otherwise than as a payer. */
export const maySeeVerdicts = (circles: Circles): boolean => ['shared', 'referent', 'request', 'control'].some((each) => circles.has(each))

/** Who reads the criteria themselves: the referents (health and justice by agreement only, as row security says), and a control while it lasts. */
export const maySeeCriteria = (circles: Circles): boolean => circles.has('referent') || circles.has('control')

/** Who makes the diagnosis of a structure: those who accompany or direct there. The technical supervisor and payroll never do (FIELD §2). */
export const mayDiagnoseFor = ({ hat }: Actor, siae: { readonly organisationId: string }, circles: Circles): boolean =>
  hat?.organisationId === siae.organisationId && STRUCTURE_ROLES.includes(hat.role) && (circles.has('shared') || circles.has('referent'))

/** Who prescribes: an adviser of an organisation that prescribes. Whether it is authorised is the verdict's matter, not this wall's. */
export const mayPrescribe = ({ hat }: Actor, circles: Circles): boolean =>
  hat !== null &&
  PRESCRIBING_ROLES.includes(hat.role) &&
  hat.functions.includes('prescriber') &&
  (circles.has('shared') || circles.has('referent'))

/** Who opens the form. */
export const mayDiagnose = (actor: Actor, circles: Circles): boolean =>
  mayPrescribe(actor, circles) ||
  (actor.hat !== null &&
    mayDiagnoseFor(actor, { organisationId: actor.hat.organisationId }, circles) &&
    actor.hat.functions.includes('operator'))
