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
    return { siae: siae.id, year: '2026', person: person.id, running: running.id, ended: ended.id }
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
