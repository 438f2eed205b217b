import type { RouteExpectations } from '../../platform/testing/route-expectation.ts'

export const routeExpectations: RouteExpectations = {
  routes: {
    'GET /': { public: 'what Maillage is', anonymous: 'shown', own: 'shown', foreign: 'shown', former: 'shown' },
    // Each member reads the anomalies of their own organisation.
    'GET /anomalies': { anonymous: 'sign-in', own: 'shown', foreign: 'shown', former: 'not-found' },
  },
}
