import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aSiae } from '../organisations/fixtures.ts'
import { aClient, aRequest } from './fixtures.ts'

const away = { anonymous: 'sign-in', foreign: 'not-found', former: 'not-found' } as const
const placed = (own: RouteExpectation['own'], thing: string): RouteExpectation => ({
  ...away,
  role: 'assignment_coordinator',
  with: { id: thing },
  own,
})
// Each member opens the lists of their own structures.
const list: RouteExpectation = { anonymous: 'sign-in', foreign: 'shown', former: 'not-found', role: 'assignment_coordinator', own: 'shown' }
const added: RouteExpectation = { ...list, own: 'form-again', foreign: 'form-again' }

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation }) {
    const siae = await aSiae(tx, organisation, { kind: 'AI' })
    const client = await aClient(tx, organisation)
    return { client: client.id, request: (await aRequest(tx, siae, client)).id }
  },
  routes: {
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
