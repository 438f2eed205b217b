import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'

const forEverybody = (reason: string, meeting: RouteExpectation['own']): RouteExpectation => ({
  public: reason,
  anonymous: meeting,
  own: meeting,
  foreign: meeting,
  former: meeting,
})

export const routeExpectations: RouteExpectations = {
  scene: async ({ own }) => ({ hat: own.membershipId }),
  routes: {
    'GET /connexion': forEverybody('the door', 'shown'),
    'POST /connexion': forEverybody('the door', 'form-again'),
    'GET /demonstration': forEverybody('the door of a demonstration; it does not exist in a service', 'shown'),
    'POST /demonstration': forEverybody('the door of a demonstration, here for somebody who is no persona', 'not-found'),
    'GET /demonstration/courriels': forEverybody('no real message in a demonstration; it does not exist in a service', 'shown'),
    'POST /deconnexion': forEverybody('leaving is always possible, even when the session has ended', 'next-page'),
    'POST /chapeau': {
      form: ({ hat = '' }) => ({ hat }),
      anonymous: 'sign-in',
      own: 'next-page',
      foreign: 'not-found',
      former: 'not-found',
    },
  },
}
