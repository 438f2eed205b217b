import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { anOrganisation, aSiae } from '../organisations/fixtures.ts'
import { aMemberIn, aPerson, aUnit, givesAccess } from '../people/fixtures.ts'
import { aSmallMap } from '../territories/fixtures.ts'

/** A structure whose team already works with Nadia Benali, and somebody of another carrier. */
export async function anEmployer(tx: Tx) {
  await aSmallMap(tx)
  const organisation = await anOrganisation(tx)
  const siae = await aSiae(tx, organisation)
  const unit = await aUnit(tx, organisation, siae)
  const member = await aMemberIn(tx, organisation, unit, 'counsellor')
  const person = await aPerson(tx, { organisation, unit })
  await givesAccess(tx, person, unit, { circle: 'employment', source: 'hire', sourceId: person.id })
  const other = await anOrganisation(tx, { name: 'Ailleurs' })
  const otherSiae = await aSiae(tx, other, { name: 'Ailleurs' })
  const otherUnit = await aUnit(tx, other, otherSiae, 'Équipe d’ailleurs')
  const stranger = await aMemberIn(tx, other, otherUnit, 'counsellor')
  return { organisation, siae, unit, member, person, otherSiae, otherUnit, stranger }
}

/** A contract of the same person with the other carrier, since spring. */
export async function aStayElsewhere(
  tx: Tx,
  {
    person,
    otherSiae,
    otherUnit,
  }: {
    person: { readonly id: string }
    otherSiae: { readonly id: string; readonly organisationId: string }
    otherUnit: { readonly id: string }
  },
  contractLast: string | null,
): Promise<void> {
  const [stay, contract] = [randomUUIDv7(), randomUUIDv7()]
  const nobody = '00000000-0000-0000-0000-000000000000'
  await sql`insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, recorded_at, recorded_by)
    values (${stay}, ${person.id}, ${otherSiae.organisationId}, ${otherSiae.id}, ${otherUnit.id}, 'ACI', '2026-04-01', now(), ${nobody})`.execute(
    tx,
  )
  await sql`insert into contract (id, stay_id, person_id, organisation_id, recorded_at, recorded_by)
    values (${contract}, ${stay}, ${person.id}, ${otherSiae.organisationId}, now(), ${nobody})`.execute(tx)
  await sql`insert into contract_version (contract_id, person_id, organisation_id, version, type, first_day, last_day, recorded_at, recorded_by)
    values (${contract}, ${person.id}, ${otherSiae.organisationId}, 1, 'CDDI', '2026-04-01', ${contractLast}, now(), ${nobody})`.execute(tx)
}
