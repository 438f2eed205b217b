import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aFunction, aSiae } from '../organisations/fixtures.ts'
import { anAgreement, anAmendment, anAnnex } from './fixtures.ts'

// The three members are officers of services of the State; « foreign » is one of another place, where this organisation is no authority.
const written = (id: string | null, own: RouteExpectation['own']): RouteExpectation => ({
  role: 'authority_officer',
  with: { siaeId: 'siae', ...(id === null ? {} : { id }) },
  anonymous: 'sign-in',
  own,
  foreign: 'not-found',
  former: 'not-found',
})
const both = (path: string, id: string | null): RouteExpectations['routes'] => ({
  [`GET ${path}`]: written(id, 'shown'),
  [`POST ${path}`]: written(id, 'form-again'),
})

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation }) {
    // The same organisation carries a structure, for the director, and is the authority, for the officer.
    await aFunction(tx, organisation, 'authority')
    const siae = await aSiae(tx, organisation)
    const agreement = await anAgreement(tx, siae)
    const annex = await anAnnex(tx, siae, { agreement })
    const amendment = await anAmendment(tx, annex, { knownOn: '2025-05-12', effectOn: '2025-03-01', posts: 1200 })
    return { siae: siae.id, agreement: agreement.id, annex: annex.id, amendment: amendment.id }
  },
  routes: {
    // Only who is an authority or a funder has a list: a carrier elsewhere has none, whatever the role of its member.
    'GET /conventions': { role: 'authority_officer', anonymous: 'sign-in', own: 'shown', foreign: 'not-found', former: 'not-found' },
    'GET /conventions.csv': { role: 'authority_officer', anonymous: 'sign-in', own: 'shown', foreign: 'not-found', former: 'not-found' },
    'GET /conventions/:siaeId': { with: { siaeId: 'siae' }, anonymous: 'sign-in', own: 'shown', foreign: 'not-found', former: 'not-found' },
    'GET /ma-convention': { anonymous: 'sign-in', own: 'next-page', foreign: 'shown', former: 'not-found' },
    ...both('/conventions/:siaeId/enregistrer', null),
    ...both('/conventions/:siaeId/signer', null),
    ...both('/conventions/:siaeId/annexes/:id/postes', 'annex'),
    ...both('/conventions/:siaeId/annexes/:id/fin', 'annex'),
    'GET /conventions/:siaeId/annexes/:id/repartition': written('annex', 'shown'),
    // An empty breakdown is one: it says that the posts are not shared.
    'POST /conventions/:siaeId/annexes/:id/repartition': written('annex', 'next-page'),
    ...both('/conventions/:siaeId/annexes/:id/annuler', 'annex'),
    ...both('/conventions/:siaeId/avenants/:id/annuler', 'amendment'),
    ...both('/conventions/:siaeId/convention/:id/annuler', 'agreement'),
    'GET /annexes/importer': { role: 'authority_officer', anonymous: 'sign-in', own: 'shown', foreign: 'not-found', former: 'not-found' },
    'POST /annexes/importer': {
      role: 'authority_officer',
      anonymous: 'sign-in',
      own: 'form-again',
      foreign: 'not-found',
      former: 'not-found',
    },
  },
}
