import type { Actor } from '../../platform/command/actor.ts'
import { type Delegation, isSteering } from './model.ts'

interface OfOrganisation {
  readonly organisationId: string
}

/** Who changes the places, teams, members and numbers of an organisation: those who steer it, under that hat. */
export const maySteer = (actor: Actor, { organisationId }: OfOrganisation): boolean =>
  actor.hat?.organisationId === organisationId && isSteering(actor.hat.role)

/** Who reads the list of members, past ones included: those who are members today, under that hat. */
export const mayReadMembers = (actor: Actor, { organisationId }: OfOrganisation): boolean => actor.hat?.organisationId === organisationId

/** Who ends a delegation: the one who gave it, or those who steer. The deputy asks one of them. */
export const mayEndDelegation = (actor: Actor, delegation: Pick<Delegation, 'organisationId' | 'fromMembershipId'>): boolean =>
  maySteer(actor, delegation) ||
  (mayReadMembers(actor, delegation) &&
    actor.hats.some(({ membershipId, standsInFor }) => membershipId === delegation.fromMembershipId && !standsInFor))

/** The territories where the actor's organisation is the authority, and the départements that the other one reaches as prescriber: both on that day. */
interface Place {
  readonly authorityOn: readonly string[]
  readonly prescribesOn: readonly string[]
}

/** Who records a decision of the préfet: an officer of the State, where their service is the authority and the other organisation acts. */
export const mayAuthorise = (actor: Actor, { authorityOn, prescribesOn }: Place): boolean =>
  actor.hat?.role === 'authority_officer' && authorityOn.some((territory) => prescribesOn.includes(territory))

const PROPOSES = new Set(['prescriber', 'ft_adviser', 'referent'])

/** Who is shown the way to propose a person to a structure: those who prescribe or follow people. The form itself asks again. */
export const proposesPeople = ({ hat }: Actor): boolean =>
  hat !== null && PROPOSES.has(hat.role) && (hat.functions.includes('prescriber') || hat.functions.includes('referent'))

const ANSWERS_FOR_MONEY = new Set(['director', 'payroll_officer'])
const READS_FOR_STATE = new Set(['authority_officer', 'observatory_officer'])

/** Who is shown the way to what the State agreed with a structure, and pays for it. The pages of the agreement and of the aid ask again. */
export const followsMoney = ({ hat }: Actor, siae: OfOrganisation & { readonly territoryId: string }): boolean => {
  if (hat === null) return false
  const competent = (as: 'authority' | 'funder') => hat.territoriesBy[as]?.includes(siae.territoryId) === true
  return (
    (hat.organisationId === siae.organisationId && ANSWERS_FOR_MONEY.has(hat.role)) ||
    (READS_FOR_STATE.has(hat.role) && competent('authority')) ||
    (hat.role === 'funder_officer' && competent('funder'))
  )
}
