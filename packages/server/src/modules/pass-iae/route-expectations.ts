import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { anAdviser } from '../eligibility/fixtures.ts'
import { aPlace, aSiae } from '../organisations/fixtures.ts'
import { aPerson, aUnit } from '../people/fixtures.ts'
import { aPass, aSuspension, aWaitingRequestOn } from './fixtures.ts'

const held = (own: RouteExpectation['own']): RouteExpectation => ({
  role: 'counsellor',
  with: { id: 'pass' },
  anonymous: 'sign-in',
  own,
  foreign: 'not-found',
  former: 'not-found',
})
const request = (own: RouteExpectation['own']): RouteExpectation => ({ ...held(own), with: { id: 'request' } })

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const siae = await aSiae(tx, organisation)
    const unit = await aUnit(tx, organisation, siae)
    await aPlace(tx, organisation, own.membershipId, unit)
    const person = await aPerson(tx, { organisation, unit })
    const pass = await aPass(tx, person)
    await aSuspension(tx, person, pass, { first: '2026-10-01' })
    const adviser = await anAdviser(tx)
    const request = await aWaitingRequestOn(tx, { person, pass, siae, unit, decider: adviser.unit })
    return { person: person.id, pass: pass.id, request: request.id, adviser: adviser.member.accountId }
  },
  routes: {
    'GET /pass/:id': held('shown'),
    'GET /pass/:id/attestation': held('shown'),
    'GET /pass/:id/attestation.pdf': held('shown'),
    'GET /pass/:id/reprendre': held('shown'),
    'POST /pass/:id/reprendre': held('form-again'),
    'GET /pass/:id/prolonger': held('shown'),
    'POST /pass/:id/prolonger': { ...held('form-again'), form: () => ({ reason: 'senior' }) },
    'GET /pass/:id/cloturer': held('shown'),
    'POST /pass/:id/cloturer': held('form-again'),
    'GET /pass/:id/numero': held('shown'),
    'POST /pass/:id/numero': held('form-again'),
    // For whoever wears a hat of a structure or of a prescriber: each reads the requests of their own teams.
    'GET /prolongations': { role: 'counsellor', anonymous: 'sign-in', own: 'shown', foreign: 'shown', former: 'not-found' },
    'GET /prolongations/:id': request('shown'),
    // Only the prescriber who was asked answers: the structure that asked does not.
    'POST /prolongations/:id': { ...request('not-found'), filledBy: 'adviser' },
    'POST /prolongations/:id/retirer': request('next-page'),
  },
}
