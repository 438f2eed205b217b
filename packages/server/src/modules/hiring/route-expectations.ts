import type { RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { anApplication } from '../applications/fixtures.ts'
import { aFunction, anOrganisation, aPlace, aSiae } from '../organisations/fixtures.ts'
import { aPerson, aUnit } from '../people/fixtures.ts'
import { aHire } from './fixtures.ts'

const refused = { anonymous: 'sign-in', foreign: 'not-found', former: 'not-found' } as const

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const siae = await aSiae(tx, organisation)
    const unit = await aUnit(tx, organisation, siae)
    await aPlace(tx, organisation, own.membershipId, unit)
    const sent = { siae, receiver: unit, sender: { organisation, unit, member: own } }
    const person = await aPerson(tx, { organisation, unit })
    const awaited = await anApplication(tx, { ...sent, person })
    const application = await anApplication(tx, { ...sent, person, state: 'accepted' })
    const hire = await aHire(tx, { person, siae, unit, application, member: own })
    await aFunction(tx, organisation, 'authority')
    const body = await anOrganisation(tx, { name: 'Les Compagnons de la Cité', functions: ['prescriber'] })
    return { person: person.id, awaited: awaited.id, accepted: application.id, hire: hire.id, body: body.id }
  },
  routes: {
    'GET /candidatures/:id/embaucher': { ...refused, with: { id: 'awaited' }, own: 'shown' },
    'POST /candidatures/:id/embaucher': { ...refused, with: { id: 'awaited' }, own: 'form-again' },
    'GET /candidatures/:id/embauche': { ...refused, with: { id: 'accepted' }, own: 'next-page' },
    'GET /embauches': { ...refused, own: 'shown', foreign: 'shown' },
    'GET /embauches.csv': { ...refused, own: 'shown', foreign: 'shown' },
    'GET /embauches/:id': { ...refused, with: { id: 'hire' }, own: 'shown' },
    'GET /embauches/:id/annuler': { ...refused, with: { id: 'hire' }, own: 'shown' },
    'POST /embauches/:id/annuler': { ...refused, with: { id: 'hire' }, own: 'form-again' },
    'GET /embauches/:id/deplacer': { ...refused, with: { id: 'hire' }, own: 'shown' },
    'POST /embauches/:id/deplacer': { ...refused, with: { id: 'hire' }, own: 'form-again' },
    'GET /organisations/:id/sans-habilitation': { ...refused, with: { id: 'body' }, role: 'authority_officer', own: 'shown' },
    'POST /organisations/:id/sans-habilitation': { ...refused, with: { id: 'body' }, role: 'authority_officer', own: 'form-again' },
  },
}
