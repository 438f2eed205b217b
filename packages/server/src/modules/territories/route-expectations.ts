import { sql } from 'kysely'
import type { RouteExpectation, RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { territoriesOf } from './tables.ts'

const PERIMETER = '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb'
const map = (reason: string): RouteExpectation => ({ public: reason, anonymous: 'shown', own: 'shown', foreign: 'shown', former: 'shown' })

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const drawn = `perimeter-${PERIMETER}`
    // An officer draws where their organisation is an authority; in the other one, which carries structures only, they draw nowhere.
    await sql`insert into organisation_function (id, organisation_id, function, territory_id, first_day, recorded_at)
      values (gen_random_uuid(), ${organisation.id}, 'authority', 'departement-11', '2020-01-01', '2020-01-01')`.execute(tx)
    await territoriesOf(tx)
      .insertInto('territory')
      .values({
        id: drawn,
        kind: 'perimeter',
        code: PERIMETER,
        name: 'Littoral',
        name_key: 'littoral',
        time_zone: null,
        first_day: '2026-01-01',
        last_day: null,
        vintage: 'test',
        origin: organisation.name,
        organisation_id: organisation.id,
        recorded_by: own.accountId,
      })
      .execute()
    return { drawn, aude: 'departement-11' }
  },
  routes: {
    'GET /communes.json': {
      public: 'the map is public, and the box that asks is on public forms too',
      anonymous: 'shown',
      own: 'shown',
      foreign: 'shown',
      former: 'shown',
    },
    'GET /territoires': map('the map is public'),
    'GET /territoires/:id': { ...map('the map is public'), with: { id: 'aude' } },
    'GET /territoires/dessiner': {
      role: 'authority_officer',
      anonymous: 'sign-in',
      own: 'shown',
      foreign: 'not-found',
      former: 'not-found',
    },
    'POST /territoires/dessiner': {
      role: 'authority_officer',
      anonymous: 'sign-in',
      own: 'form-again',
      foreign: 'not-found',
      former: 'not-found',
    },
    'GET /territoires/:id/clore': {
      role: 'authority_officer',
      with: { id: 'drawn' },
      anonymous: 'sign-in',
      own: 'shown',
      foreign: 'not-found',
      former: 'not-found',
    },
    'POST /territoires/:id/clore': {
      role: 'authority_officer',
      with: { id: 'drawn' },
      anonymous: 'sign-in',
      own: 'form-again',
      foreign: 'not-found',
      former: 'not-found',
    },
  },
}
