import { normalised } from '@maillage/kernel'
import { organisationsOf } from '../../packages/server/src/modules/organisations/tables.ts'
import type { Tx } from '../../packages/server/src/platform/database/database.ts'
import type { Cast, MadeCarrier, MadeSiae } from './cast.ts'
import { madeId } from './made-id.ts'
import { madeSiren, madeSiret } from './made-siret.ts'
import { RECORDED } from './recorded.ts'
import { teamOf } from './team-of.ts'

const organisationRow = ({ name, legalForm }: MadeCarrier, rank: number) => ({
  id: madeId('organisation', name),
  name,
  name_key: normalised(name),
  siren: madeSiren(rank),
  legal_form: legalForm,
  ...RECORDED,
})

const functionRow = ({ name, siae }: MadeCarrier, departement: string) => ({
  id: madeId('organisation_function', name),
  organisation_id: madeId('organisation', name),
  function: 'operator' as const,
  territory_id: `departement-${departement}`,
  first_day: siae.map(({ since }) => since).sort()[0] ?? '2000-01-01',
  last_day: siae.every(({ until }) => until !== undefined) ? (siae[0]?.until ?? null) : null,
  ...RECORDED,
})

const dated = ({ since, until = null }: { readonly since: string; readonly until?: string | null }) => ({
  first_day: since,
  last_day: until,
})

const siaeRow = (carrier: MadeCarrier, siae: MadeSiae, departement: string) => ({
  id: madeId('siae', siae.name),
  organisation_id: madeId('organisation', carrier.name),
  kind: siae.kind,
  name: siae.name,
  name_key: normalised(siae.name),
  territory_id: `departement-${departement}`,
  commune_id: `commune-${siae.commune}`,
  successor_id: siae.successor === undefined ? null : madeId('siae', siae.successor),
  ...dated(siae),
  ...RECORDED,
})

/** One number for the whole life of a structure, or two when it moved: the first ends the day before. */
function siretRows(rank: number, siae: MadeSiae, index: number) {
  const siae_id = madeId('siae', siae.name)
  const first = { siae_id, siret: madeSiret(rank, 2 * index + 1), ...dated(siae) }
  if (siae.movedOn === undefined) return [first]
  const dayBefore = Temporal.PlainDate.from(siae.movedOn).subtract({ days: 1 }).toString()
  return [
    { ...first, last_day: dayBefore },
    { siae_id, siret: madeSiret(rank, 2 * index + 2), ...dated({ ...siae, since: siae.movedOn }) },
  ]
}

const unitRow = (carrier: MadeCarrier, siae: MadeSiae) => ({
  id: madeId('unit', `${carrier.name}/${teamOf(siae.name)}`),
  organisation_id: madeId('organisation', carrier.name),
  siae_id: madeId('siae', siae.name),
  name: teamOf(siae.name),
  kind: 'team' as const,
  ...dated(siae),
  ...RECORDED,
})

const worksiteRows = (carrier: MadeCarrier, siae: MadeSiae) =>
  siae.worksites.map(({ name, address, commune }) => ({
    id: madeId('worksite', `${siae.name}/${name}`),
    organisation_id: madeId('organisation', carrier.name),
    siae_id: madeId('siae', siae.name),
    name,
    name_key: normalised(name),
    address,
    commune_id: `commune-${commune}`,
    version: 1,
    ...dated(siae),
    ...RECORDED,
  }))

/** The organisations that carry structures, with their structures, numbers, teams and places of work. */
export async function loadCarriers(tx: Tx, { carriers, departement, rank: first }: Cast): Promise<void> {
  const db = organisationsOf(tx)
  const each = <Row>(rowOf: (carrier: MadeCarrier, siae: MadeSiae, rank: number, index: number) => Row) =>
    carriers.flatMap((carrier, at) => carrier.siae.map((siae, index) => rowOf(carrier, siae, first + at, index)))
  await db
    .insertInto('organisation')
    .values(carriers.map((each, at) => organisationRow(each, first + at)))
    .execute()
  await db
    .insertInto('organisation_function')
    .values(carriers.map((each) => functionRow(each, departement)))
    .execute()
  await db
    .insertInto('siae')
    .values(each((carrier, siae) => siaeRow(carrier, siae, departement)))
    .execute()
  await db
    .insertInto('siae_siret')
    .values(each((_, siae, rank, index) => siretRows(rank, siae, index)).flat())
    .execute()
  await db.insertInto('unit').values(each(unitRow)).execute()
  // A single temporary-work structure has none.
  const worksites = each(worksiteRows).flat()
  if (worksites.length > 0) await db.insertInto('worksite').values(worksites).execute()
}
