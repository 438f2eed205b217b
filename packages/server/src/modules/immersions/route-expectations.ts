import type { RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aStay } from '../employment/fixtures.ts'
import { aPlace, aSiae } from '../organisations/fixtures.ts'
import { aPerson, aUnit } from '../people/fixtures.ts'
import { anImmersion } from './fixtures.ts'

const refused = { anonymous: 'sign-in', foreign: 'not-found', former: 'not-found' } as const
// Each member opens the immersions of their own structures.
const list = { ...refused, own: 'shown', foreign: 'shown' } as const
const one = { ...refused, with: { id: 'immersion' }, own: 'shown' } as const

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const siae = await aSiae(tx, organisation)
    const unit = await aUnit(tx, organisation, siae)
    await aPlace(tx, organisation, own.membershipId, unit)
    const person = await aPerson(tx, { organisation, unit })
    const stay = await aStay(tx, { person, siae, unit })
    return { stay: stay.id, immersion: (await anImmersion(tx, stay)).id }
  },
  routes: {
    'GET /immersions': list,
    'GET /immersions.csv': list,
    'GET /sejours/:id/immersions/ajouter': { ...refused, with: { id: 'stay' }, own: 'shown' },
    'POST /sejours/:id/immersions/ajouter': { ...refused, with: { id: 'stay' }, own: 'form-again' },
    'GET /immersions/:id': one,
    'GET /immersions/:id/bilan': one,
    'POST /immersions/:id/bilan': { ...one, own: 'form-again' },
    'GET /immersions/:id/annuler': one,
    'POST /immersions/:id/annuler': { ...one, own: 'next-page' },
    'GET /immersions/:id/convention': one,
    'GET /immersions/:id/convention.pdf': one,
  },
}
