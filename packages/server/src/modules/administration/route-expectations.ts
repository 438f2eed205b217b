import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'

const forEverybody = (reason: string): RouteExpectation => ({
  public: reason,
  anonymous: 'shown',
  own: 'shown',
  foreign: 'shown',
  former: 'shown',
})

const forAdministrators: RouteExpectation = { anonymous: 'sign-in', own: 'not-found', foreign: 'not-found', former: 'not-found' }

export const routeExpectations: RouteExpectations = {
  scene: async () => ({ theme: 'pass-iae', rule: 'length', retention: 'person' }),
  routes: {
    'GET /design': forEverybody('components without any data'),
    'GET /glossaire': forEverybody('the words of the screens'),
    'GET /accessibilite': forEverybody('a duty of any public service'),
    'GET /mentions-legales': forEverybody('a duty of any public service'),
    'GET /vie-privee': forEverybody('people read it before they give anything'),
    'GET /droit': forEverybody('the law is public, and so is our reading of it'),
    'GET /droit/:theme/:rule': {
      ...forEverybody('the law is public, and so is our reading of it'),
      with: { theme: 'theme', rule: 'rule' },
    },
    // For administrators of the platform: no role opens it.
    'GET /administration/envois-en-echec': forAdministrators,
    'POST /administration/envois-en-echec/relancer': forAdministrators,
    'GET /administration/conservation': forAdministrators,
    'GET /administration/conservation/gel': forAdministrators,
    'POST /administration/conservation/gel': forAdministrators,
    'GET /administration/conservation/:rule': { ...forAdministrators, with: { rule: 'retention' } },
    'POST /administration/conservation/:rule': { ...forAdministrators, with: { rule: 'retention' } },
    'POST /administration/conservation/ordres/:id/annuler': forAdministrators,
  },
}
