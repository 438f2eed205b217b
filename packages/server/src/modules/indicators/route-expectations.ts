import type { RouteExpectations } from '../../platform/testing/route-expectation.ts'

export const routeExpectations: RouteExpectations = {
  routes: {
    'GET /indicateurs': {
      anonymous: 'shown',
      own: 'shown',
      foreign: 'shown',
      former: 'shown',
      public: 'A figure that is published can be checked by anybody: its definition is public.',
    },
  },
}
