import type { RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aSiae } from '../organisations/fixtures.ts'

const everyMember = { anonymous: 'sign-in', own: 'shown', foreign: 'shown', former: 'not-found' } as const

export const routeExpectations: RouteExpectations = {
  scene: async ({ tx, organisation }) => ({ siae: (await aSiae(tx, organisation)).id, territory: 'departement-11' }),
  routes: {
    'GET /observatoire': everyMember,
    'GET /observatoire/:territoryId': { ...everyMember, with: { territoryId: 'territory' } },
    'GET /observatoire/structure/:siaeId': {
      with: { siaeId: 'siae' },
      anonymous: 'sign-in',
      own: 'shown',
      foreign: 'not-found',
      former: 'not-found',
    },
    // Without the territory that the address names, there is nothing to export.
    'GET /observatoire.csv': { anonymous: 'sign-in', own: 'not-found', foreign: 'not-found', former: 'not-found' },
    'GET /observatoire.xlsx': { anonymous: 'sign-in', own: 'not-found', foreign: 'not-found', former: 'not-found' },
  },
}
