import { sql } from 'kysely'
import type { RouteExpectations } from '../../platform/testing/route-expectation.ts'
import { aPlace, aSiae } from '../organisations/fixtures.ts'
import { aPerson, aUnit } from '../people/fixtures.ts'
import { anApplication } from './fixtures.ts'

/** The organisation of the scene carries a structure and prescribes too: its director may do everything here, the foreign one only receives. */
const received = { with: { id: 'application' }, anonymous: 'sign-in', foreign: 'not-found', former: 'not-found' } as const
const sending = { anonymous: 'sign-in', foreign: 'not-found', former: 'not-found' } as const
const receiving = { anonymous: 'sign-in', foreign: 'shown', former: 'not-found' } as const

export const routeExpectations: RouteExpectations = {
  async scene({ tx, organisation, own }) {
    const siae = await aSiae(tx, organisation)
    await aSiae(tx, organisation, { name: 'La Ressourcerie', kind: 'EI' })
    const unit = await aUnit(tx, organisation, siae)
    await aPlace(tx, organisation, own.membershipId, unit)
    await sql`insert into organisation_function (id, organisation_id, function, territory_id, first_day, recorded_at)
      values (gen_random_uuid(), ${organisation.id}, 'prescriber', 'departement-11', '2020-01-01', '2020-01-01T00:00:00Z')`.execute(tx)
    const person = await aPerson(tx, { organisation, unit })
    const sender = { organisation, unit, member: own }
    return { siae: siae.id, application: (await anApplication(tx, { person, siae, receiver: unit, sender })).id }
  },
  routes: {
    'GET /orienter': { ...sending, own: 'shown' },
    'POST /orienter': { ...sending, own: 'form-again', form: ({ siae }) => ({ siaeId: siae ?? '' }) },
    'GET /mes-orientations': { ...sending, own: 'shown' },
    'GET /orientations/:id': { ...sending, with: { id: 'application' }, own: 'shown' },
    'GET /candidatures': { ...receiving, own: 'shown' },
    'GET /candidatures/export': { ...receiving, own: 'shown' },
    'GET /candidatures/ajouter': { ...receiving, own: 'shown' },
    'POST /candidatures/ajouter': { ...receiving, own: 'form-again', foreign: 'form-again' },
    'GET /candidatures/:id': { ...received, own: 'shown' },
    'POST /candidatures/:id': { ...received, own: 'form-again' },
    'GET /candidatures/:id/refuser': { ...received, own: 'shown' },
    'POST /candidatures/:id/refuser': { ...received, own: 'form-again' },
    'GET /candidatures/:id/attente': { ...received, own: 'shown' },
    'POST /candidatures/:id/attente': { ...received, own: 'form-again' },
    'GET /candidatures/:id/vivier': { ...received, own: 'shown' },
    'POST /candidatures/:id/vivier': { ...received, own: 'form-again' },
    'GET /candidatures/:id/transferer': { ...received, own: 'shown' },
    'POST /candidatures/:id/transferer': { ...received, own: 'form-again' },
  },
}
