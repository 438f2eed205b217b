import type { RouteExpectations } from '../../platform/testing/route-expectation.ts'

export const routeExpectations: RouteExpectations = {
  routes: {
    'GET /': { public: 'what Maillage is', anonymous: 'shown', own: 'shown', foreign: 'shown', former: 'shown' },
    // Each member reads what falls due for the people of their own teams.
    'GET /ma-matinee': { anonymous: 'sign-in', own: 'shown', foreign: 'shown', former: 'not-found' },
    'GET /ma-matinee.csv': { anonymous: 'sign-in', own: 'shown', foreign: 'shown', former: 'not-found' },
    // Each member reads the anomalies of their own organisation.
    'GET /anomalies': { anonymous: 'sign-in', own: 'shown', foreign: 'shown', former: 'not-found' },
  },
}
