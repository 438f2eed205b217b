import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { anAnnex } from '../agreements/fixtures.ts'
import { aSiae } from '../organisations/fixtures.ts'

const read: RouteExpectation = { with: { siaeId: 'siae' }, anonymous: 'sign-in', own: 'shown', foreign: 'not-found', former: 'not-found' }

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation }) {
    const siae = await aSiae(tx, organisation)
    await anAnnex(tx, siae)
    return { siae: siae.id }
  },
  routes: {
    'GET /structures/:siaeId/aide-au-poste': read,
    'GET /structures/:siaeId/aide-au-poste.csv': { ...read, role: 'payroll_officer' },
  },
}
