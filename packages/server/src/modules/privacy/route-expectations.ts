import type { RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aNote } from '../accompaniment/fixtures.ts'
import { aPlace } from '../organisations/fixtures.ts'
import { aPerson, aUnit } from '../people/fixtures.ts'
import { aPersonRequest, aSpaceKey } from './fixtures.ts'

const held = { anonymous: 'sign-in', foreign: 'not-found', former: 'not-found', role: 'counsellor', with: { id: 'person' } } as const
/** The space of a person: a visitor is led to its door, no member passes. */
const ofOneself = { anonymous: 'next-page', own: 'not-found', foreign: 'not-found', former: 'not-found' } as const
const anybody = (meeting: 'shown' | 'form-again' | 'next-page') => ({ anonymous: meeting, own: meeting, foreign: meeting, former: meeting })

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const unit = await aUnit(tx, organisation)
    await aPlace(tx, organisation, own.membershipId, unit)
    const person = await aPerson(tx, { organisation, unit })
    await aSpaceKey(tx, { person, organisation, by: own.accountId })
    await aNote(tx, { person, organisation, by: own })
    const answered = await aPersonRequest(tx, { person, organisation }, { answer: 'Voici.' })
    return { person: person.id, answered: answered.id, request: (await aPersonRequest(tx, { person, organisation })).id }
  },
  routes: {
    'GET /personnes/:id/espace': { ...held, own: 'shown' },
    'POST /personnes/:id/espace': { ...held, own: 'shown' },
    'GET /personnes/:id/espace/fermer': { ...held, own: 'shown' },
    'POST /personnes/:id/espace/fermer': { ...held, own: 'next-page' },
    'GET /mon-espace/entrer': { ...anybody('shown'), public: 'the door of a space: nothing about anybody before the code' },
    'POST /mon-espace/entrer': { ...anybody('form-again'), public: 'a code of sixty bits, counted by caller' },
    'GET /mon-espace/quitter': { ...anybody('next-page'), public: 'leaving must work even when the space has closed by itself' },
    'GET /mon-espace/secret': { ...ofOneself, person: 'shown' },
    'POST /mon-espace/secret': { ...ofOneself, person: 'form-again' },
    'GET /mon-espace': { ...ofOneself, person: 'shown' },
    'GET /mon-espace/droit': { ...ofOneself, person: 'shown' },
    'GET /mon-espace/candidatures': { ...ofOneself, person: 'shown' },
    'GET /mon-espace/travail': { ...ofOneself, person: 'shown' },
    'GET /mon-espace/rendez-vous': { ...ofOneself, person: 'shown' },
    'GET /mon-espace/objectifs': { ...ofOneself, person: 'shown' },
    'GET /mon-espace/documents': { ...ofOneself, person: 'shown' },
    'GET /mon-espace/pass.pdf': { ...ofOneself, person: 'not-found' },
    'GET /mon-espace/attestation': { ...ofOneself, person: 'shown' },
    'GET /mon-espace/attestation.pdf': { ...ofOneself, person: 'shown' },
    'GET /mon-espace/livret': { ...ofOneself, person: 'shown' },
    'GET /mon-espace/acces': { ...ofOneself, person: 'shown' },
    'GET /mon-espace/partage': { ...ofOneself, person: 'shown' },
    'POST /mon-espace/partage': { ...ofOneself, person: 'form-again' },
    'GET /mon-espace/coordonnees': { ...ofOneself, person: 'shown' },
    'POST /mon-espace/coordonnees': { ...ofOneself, person: 'next-page' },
    'GET /mon-espace/demandes': { ...ofOneself, person: 'shown' },
    'POST /mon-espace/demandes': { ...ofOneself, person: 'form-again' },
    'GET /mon-espace/demandes/:id/notes': { ...ofOneself, with: { id: 'answered' }, person: 'shown' },
    'GET /mon-espace/telecharger': { ...ofOneself, person: 'shown' },
    'GET /mon-espace/donnees.json': { ...ofOneself, person: 'shown' },
    'GET /demandes-des-personnes': { ...held, with: {}, own: 'shown', foreign: 'shown' },
    'GET /demandes-des-personnes/:id': { ...held, with: { id: 'request' }, own: 'shown' },
    'GET /demandes-des-personnes/:id/notes': { ...held, with: { id: 'request' }, own: 'shown' },
    'POST /demandes-des-personnes/:id/notes': { ...held, with: { id: 'request' }, own: 'not-found' },
    'POST /demandes-des-personnes/:id': { ...held, with: { id: 'request' }, own: 'form-again' },
  },
}
