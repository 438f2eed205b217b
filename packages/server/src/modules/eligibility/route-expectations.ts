import type { RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aPlace, aSiae } from '../organisations/fixtures.ts'
import { aPerson, aUnit } from '../people/fixtures.ts'

const OWN = { role: 'counsellor', with: { id: 'person' }, anonymous: 'sign-in', foreign: 'not-found', former: 'not-found' } as const

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const siae = await aSiae(tx, organisation)
    const unit = await aUnit(tx, organisation, siae)
    await aPlace(tx, organisation, own.membershipId, unit)
    return { person: (await aPerson(tx, { organisation, unit })).id }
  },
  routes: {
    'GET /personnes/:id/eligibilite/ajouter': { ...OWN, own: 'shown' },
    'POST /personnes/:id/eligibilite/ajouter': { ...OWN, own: 'form-again' },
  },
}
