import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aPlace, aSiae } from '../organisations/fixtures.ts'
import { aUnit } from '../people/fixtures.ts'
import { aClient, aMission, anEnrolled, aRequest, aStatement, sameDays } from './fixtures.ts'

const away = { anonymous: 'sign-in', foreign: 'not-found', former: 'not-found' } as const
const placed = (own: RouteExpectation['own'], thing: string): RouteExpectation => ({
  ...away,
  role: 'assignment_coordinator',
  with: { id: thing },
  own,
})
// Each member opens the lists of their own structures.
const list: RouteExpectation = { anonymous: 'sign-in', foreign: 'shown', former: 'not-found', role: 'assignment_coordinator', own: 'shown' }
const told = (own: RouteExpectation['own']): RouteExpectation => ({ ...placed(own, 'mission'), with: { id: 'mission', debut: 'first' } })
const chosen = (own: RouteExpectation['own']): RouteExpectation => ({ ...placed(own, 'request'), with: { id: 'request', sejour: 'stay' } })
const added: RouteExpectation = { ...list, own: 'form-again', foreign: 'form-again' }

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const siae = await aSiae(tx, organisation, { kind: 'AI' })
    const unit = await aUnit(tx, organisation, siae)
    await aPlace(tx, organisation, own.membershipId, unit)
    const client = await aClient(tx, organisation)
    const { person, stay } = await anEnrolled(tx, { organisation, siae, unit, kind: 'AI' })
    const mission = await aMission(tx, { person, stay, client, siae })
    await aStatement(tx, mission, { first: '2026-11-02', hours: sameDays(29, 0) })
    return {
      client: client.id,
      request: (await aRequest(tx, siae, client)).id,
      person: person.id,
      stay: stay.id,
      mission: mission.id,
      first: '2026-11-02',
    }
  },
  routes: {
    'GET /missions': list,
    'GET /missions.csv': list,
    'GET /missions/compteurs': list,
    'POST /missions/compteurs': added,
    'GET /missions/:id': placed('shown', 'mission'),
    'GET /missions/:id/fin': placed('shown', 'mission'),
    'POST /missions/:id/fin': placed('form-again', 'mission'),
    'GET /missions/:id/contrats': placed('shown', 'mission'),
    'POST /missions/:id/contrats': placed('form-again', 'mission'),
    'GET /missions/:id/annuler': placed('shown', 'mission'),
    'POST /missions/:id/annuler': placed('form-again', 'mission'),
    'GET /missions/:id/releves/:debut': told('shown'),
    'POST /missions/:id/releves/:debut': told('form-again'),
    'POST /missions/:id/releves/:debut/valider': told('form-again'),
    'GET /missions/:id/releves/:debut/imprimer': told('shown'),
    'GET /releves': list,
    'GET /releves/mois': list,
    'GET /personnes/:id/disponibilites': placed('shown', 'person'),
    'POST /personnes/:id/disponibilites': placed('next-page', 'person'),
    'GET /personnes/:id/heures-en-entreprise': placed('shown', 'person'),
    'GET /demandes/:id/personnes': placed('shown', 'request'),
    'GET /demandes/:id/personnes/:sejour': chosen('shown'),
    'POST /demandes/:id/personnes/:sejour': chosen('form-again'),
    'GET /clients': list,
    'GET /clients.csv': list,
    'GET /clients/ajouter': list,
    'POST /clients/ajouter': added,
    'GET /clients/:id': placed('shown', 'client'),
    'GET /clients/:id/modifier': placed('shown', 'client'),
    'POST /clients/:id/modifier': placed('form-again', 'client'),
    'GET /demandes': list,
    'GET /demandes.csv': list,
    'GET /demandes/ajouter': list,
    'POST /demandes/ajouter': added,
    'GET /demandes/:id': placed('shown', 'request'),
    'POST /demandes/:id': placed('form-again', 'request'),
    'GET /demandes/:id/modifier': placed('shown', 'request'),
    'POST /demandes/:id/modifier': placed('form-again', 'request'),
  },
}
