import type { RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aStay } from '../employment/fixtures.ts'
import { aPlace, aSiae } from '../organisations/fixtures.ts'
import { aPerson, aUnit } from '../people/fixtures.ts'
import { anExit } from './fixtures.ts'

const refused = { anonymous: 'sign-in', foreign: 'not-found', former: 'not-found' } as const
const list = { ...refused, own: 'shown', foreign: 'shown' } as const

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const siae = await aSiae(tx, organisation)
    const unit = await aUnit(tx, organisation, siae)
    await aPlace(tx, organisation, own.membershipId, unit)
    const person = await aPerson(tx, { organisation, unit })
    const running = await aStay(tx, { person, siae, unit })
    const other = await aPerson(tx, { organisation, unit, birthName: 'Aubert', givenNames: 'Louise' })
    const ended = await aStay(tx, { person: other, siae, unit })
    await anExit(tx, ended)
    // Left in May: the six months are over, and somebody may be asked.
    const third = await aPerson(tx, { organisation, unit, birthName: 'Bonnet', givenNames: 'Ali' })
    const left = await aStay(tx, { person: third, siae, unit })
    await anExit(tx, left, { exitOn: '2026-05-20' })
    return { siae: siae.id, year: '2026', person: person.id, running: running.id, ended: ended.id, left: left.id, horizon: '6' }
  },
  routes: {
    'GET /personnes/:id': { ...refused, with: { id: 'person' }, own: 'shown' },
    'GET /sorties': list,
    'GET /sorties.csv': list,
    'GET /sorties/taux': { ...refused, own: 'shown' },
    'GET /structures/:id/taux-convenus/:year': { ...refused, with: { id: 'siae', year: 'year' }, own: 'shown' },
    'POST /structures/:id/taux-convenus/:year': {
      ...refused,
      with: { id: 'siae', year: 'year' },
      own: 'form-again',
      form: () => ({ employment: '101' }),
    },
    'GET /sorties/suivi': list,
    'GET /sejours/:id/suivi': { ...refused, with: { id: 'left' }, own: 'shown' },
    'GET /sejours/:id/suivi/opposition': { ...refused, with: { id: 'left' }, own: 'shown' },
    'POST /sejours/:id/suivi/opposition': { ...refused, with: { id: 'left' }, own: 'next-page' },
    'GET /sejours/:id/suivi/:horizon': { ...refused, with: { id: 'left', horizon: 'horizon' }, own: 'shown' },
    'POST /sejours/:id/suivi/:horizon': { ...refused, with: { id: 'left', horizon: 'horizon' }, own: 'form-again' },
    'GET /sejours/:id/suivi/:horizon/lien': { ...refused, with: { id: 'left', horizon: 'horizon' }, own: 'shown' },
    'POST /sejours/:id/suivi/:horizon/lien': { ...refused, with: { id: 'left', horizon: 'horizon' }, own: 'form-again' },
    'GET /nouvelles/:token': {
      public: 'Whoever holds the link answers without an account; nothing is shown before the code.',
      anonymous: 'shown',
      own: 'shown',
      foreign: 'shown',
      former: 'shown',
    },
    'POST /nouvelles/:token': {
      public: 'Whoever holds the link and its code answers once.',
      anonymous: 'form-again',
      own: 'form-again',
      foreign: 'form-again',
      former: 'form-again',
    },
    'GET /sorties/a-completer': list,
    'GET /sejours/:id/sortie': { ...refused, with: { id: 'ended' }, own: 'shown' },
    'GET /sejours/:id/sortie/enregistrer': { ...refused, with: { id: 'running' }, own: 'shown' },
    'POST /sejours/:id/sortie/enregistrer': { ...refused, with: { id: 'running' }, own: 'form-again' },
    'GET /sejours/:id/sortie/corriger': { ...refused, with: { id: 'ended' }, own: 'shown' },
    'POST /sejours/:id/sortie/corriger': { ...refused, with: { id: 'ended' }, own: 'form-again' },
    'GET /sejours/:id/sortie/annuler': { ...refused, with: { id: 'ended' }, own: 'shown' },
    'POST /sejours/:id/sortie/annuler': { ...refused, with: { id: 'ended' }, own: 'form-again' },
  },
}
