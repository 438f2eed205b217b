import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { aMember, anOrganisation } from '../organisations/fixtures.ts'
import { aPerson, aUnit } from '../people/fixtures.ts'
import { aSmallMap } from '../territories/fixtures.ts'

/** An administrator of the platform, a director who is none, and their organisation. */
export async function aPlatform(tx: Tx) {
  await aSmallMap(tx)
  const organisation = await anOrganisation(tx, { siren: '123456782' })
  const unit = await aUnit(tx, organisation)
  const director = await aMember(tx, organisation, 'director')
  const administrator = await aMember(tx, organisation, 'organisation_administrator', { name: 'Alix Sorel' })
  await sql`update account set administrator = true where id = ${administrator.accountId}`.execute(tx)
  return { organisation, unit, director, administrator }
}

/** Somebody of whom nothing was written after a day. */
export async function aQuietPerson(
  tx: Tx,
  { organisation, unit }: Pick<Awaited<ReturnType<typeof aPlatform>>, 'organisation' | 'unit'>,
  lastContact: string,
  more: Partial<Parameters<typeof aPerson>[1]> = {},
): Promise<{ readonly id: string }> {
  const person = await aPerson(tx, { organisation, unit, phone: '06 39 98 00 00', ...more })
  // Late in the evening of that day: the whole day counts.
  await sql`update contact_version set recorded_at = ${`${lastContact}T23:59:59Z`} where person_id = ${person.id}`.execute(tx)
  return person
}
