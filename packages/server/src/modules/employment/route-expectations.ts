import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aPlace, aSiae } from '../organisations/fixtures.ts'
import { aPass } from '../pass-iae/fixtures.ts'
import { aPerson, aUnit } from '../people/fixtures.ts'

const held = (own: RouteExpectation['own']): RouteExpectation => ({
  role: 'counsellor',
  with: { id: 'pass' },
  anonymous: 'sign-in',
  own,
  foreign: 'not-found',
  former: 'not-found',
})

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const siae = await aSiae(tx, organisation)
    const unit = await aUnit(tx, organisation, siae)
    await aPlace(tx, organisation, own.membershipId, unit)
    const person = await aPerson(tx, { organisation, unit })
    return { pass: (await aPass(tx, person)).id }
  },
  routes: { 'GET /pass/:id/suspendre': held('shown'), 'POST /pass/:id/suspendre': held('form-again') },
}
