import type { RouteExpectations } from '../../platform/testing/route-expectation.ts'

export const routeExpectations: RouteExpectations = {
  routes: { 'GET /': { public: 'what Maillage is', anonymous: 'shown', own: 'shown', foreign: 'shown', former: 'shown' } },
}
