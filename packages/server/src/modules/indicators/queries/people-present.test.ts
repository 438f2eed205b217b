import assert from 'node:assert/strict'
import { month } from '@maillage/kernel'
import { sql } from 'kysely'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { anOrganisation, aSiae } from '../../organisations/fixtures.ts'
import { aPerson, aUnit } from '../../people/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { peoplePresent } from './people-present.ts'

databaseTest('an age begins on the birthday: born on the 2nd, one is still 25 on the 1st of the month of one’s 26 years', async (world) => {
  const { siae, births } = await world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const [carried, unit] = [await aSiae(tx, organisation), await aUnit(tx, organisation)]
    const born = new Map<string, string>()
    for (const birthDate of ['1996-03-01', '1996-03-02', '1996-03-31', '1972-03-01', '1972-03-02']) {
      const { id } = await aPerson(tx, { organisation, unit, birthDate })
      born.set(id, birthDate)
      await sql`insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, recorded_at, recorded_by)
        values (gen_random_uuid(), ${id}, ${organisation.id}, ${carried.id}, ${unit.id}, 'ACI', '2022-01-01', '2022-01-01', ${id})`.execute(
        tx,
      )
    }
    return { siae: carried, births: born }
  })
  const asked = { siaeId: siae.id, first: month('2022-03'), last: month('2022-03') }
  const bands = (await world.load((tx) => peoplePresent(tx, asked))).map(({ personId, ageBand }) => [births.get(personId), ageBand])
  assert.deepEqual(Object.fromEntries(bands), {
    '1996-03-01': '26-49',
    '1996-03-02': 'under-26',
    '1996-03-31': 'under-26',
    '1972-03-01': '50-plus',
    '1972-03-02': '26-49',
  })
})
