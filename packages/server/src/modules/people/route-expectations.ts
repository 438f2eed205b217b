import type { RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { anOrganisation, aPlace } from '../organisations/fixtures.ts'
import { aMemberIn, anAttachmentRequest, aPerson, aReferent, aUnit } from './fixtures.ts'

const held = { anonymous: 'sign-in', foreign: 'not-found', former: 'not-found', role: 'counsellor' } as const
/** For administrators of the platform only: no role opens it. */
const nobody = { anonymous: 'sign-in', own: 'not-found', foreign: 'not-found', former: 'not-found' } as const
/** Each member reads what their own teams hold. */
const ofOneself = { anonymous: 'sign-in', former: 'not-found', role: 'counsellor' } as const

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const unit = await aUnit(tx, organisation)
    await aPlace(tx, organisation, own.membershipId, unit)
    const person = await aPerson(tx, { organisation, unit })
    const provisional = await aPerson(tx, { organisation, unit, givenNames: 'Awa', state: 'provisional' })
    await aMemberIn(tx, organisation, unit, 'counsellor', { name: 'Lou Petit' })
    const elsewhere = await anOrganisation(tx, { name: 'CCAS de Limoux' })
    const asking = await aUnit(tx, elsewhere)
    return {
      person: person.id,
      provisional: provisional.id,
      referent: (await aReferent(tx, { organisation, unit, person, membershipId: own.membershipId })).id,
      request: (await anAttachmentRequest(tx, { person, organisation: elsewhere, unit: asking, requestedBy: own.accountId })).id,
    }
  },
  routes: {
    'GET /personnes': { ...ofOneself, own: 'shown', foreign: 'shown' },
    'GET /personnes/ajouter': { ...ofOneself, own: 'shown', foreign: 'shown' },
    'POST /personnes/ajouter': { ...ofOneself, own: 'form-again', foreign: 'form-again' },
    'GET /relais': { ...ofOneself, own: 'shown', foreign: 'shown' },
    'POST /relais': { ...ofOneself, own: 'form-again', foreign: 'form-again' },
    'GET /personnes/:id/identite': { ...held, with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/identite': { ...held, with: { id: 'person' }, own: 'form-again' },
    'GET /personnes/:id/acces': { ...held, with: { id: 'person' }, own: 'shown' },
    'GET /personnes/:id/rattachement': { ...held, with: { id: 'provisional' }, own: 'shown' },
    'POST /personnes/:id/rattachement': { ...held, with: { id: 'provisional' }, own: 'form-again' },
    'GET /personnes/:id/referents/ajouter': { ...held, with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/referents/ajouter': { ...held, with: { id: 'person' }, own: 'form-again' },
    'GET /personnes/:id/lecture-motivee': { ...held, role: 'director', with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/lecture-motivee': { ...held, role: 'director', with: { id: 'person' }, own: 'form-again' },
    'GET /referents/:id/fin': { ...held, with: { id: 'referent' }, own: 'shown' },
    'POST /referents/:id/fin': { ...held, with: { id: 'referent' }, own: 'form-again' },
    'GET /personnes/:id/deces': { ...held, with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/deces': { ...held, with: { id: 'person' }, own: 'form-again' },
    'POST /personnes/:id/deces/annuler': { ...held, with: { id: 'person' }, own: 'form-again' },
    'GET /rattachements': { ...ofOneself, own: 'shown', foreign: 'shown' },
    'POST /rattachements': { ...ofOneself, own: 'form-again', foreign: 'form-again' },
    'GET /personnes/:id/doublon': { ...held, with: { id: 'person' }, own: 'shown' },
    'POST /personnes/:id/doublon': { ...held, with: { id: 'person' }, own: 'form-again' },
    'GET /administration/fusions': nobody,
    'POST /administration/fusions/:id/confirmer': nobody,
    'POST /administration/fusions/:id/defaire': nobody,
    'GET /rattachements/:id': { ...held, with: { id: 'request' }, own: 'shown' },
    'POST /rattachements/:id': { ...held, with: { id: 'request' }, own: 'form-again' },
  },
}
