import assert from 'node:assert/strict'
import { month } from '@maillage/kernel'
import { sql } from 'kysely'
import { confirmRetention } from './modules/administration/commands/confirm-retention.ts'
import { aPlatform } from './modules/administration/fixtures.ts'
import { applyRetention } from './modules/administration/jobs/apply-retention.ts'
import { peoplePresent } from './modules/indicators/queries/people-present.ts'
import { aSiae } from './modules/organisations/fixtures.ts'
import { aPerson } from './modules/people/fixtures.ts'
import { doAs } from './platform/testing/acting.ts'
import { databaseTest } from './platform/testing/database-test.ts'

databaseTest(
  'a person forgotten is counted as before: same months, same sex, same age on every first day, same ordinary criteria',
  async (world) => {
    const { platform, siae } = await world.load(async (tx) => {
      const made = await aPlatform(tx)
      const carried = await aSiae(tx, made.organisation)
      // Births around the days when an age begins: the first of a month, the second, the last.
      for (const birthDate of ['1996-03-01', '1996-03-02', '1996-03-31', '1996-02-29', '1972-01-01', '1972-12-31', '1990-05-03']) {
        const { id } = await aPerson(tx, { organisation: made.organisation, unit: made.unit, birthDate })
        await sql`insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, exit_day, recorded_at, recorded_by)
        values (gen_random_uuid(), ${id}, ${made.organisation.id}, ${carried.id}, ${made.unit.id}, 'ACI', '2021-06-01', '2023-06-30', '2021-06-01', ${id})`.execute(
          tx,
        )
        await sql`with made as (insert into diagnosis (id, person_id, role, made_on, expires_on, verdict, carried_by, level_1_count, level_2_count, law_version, recorded_at, recorded_by)
          values (gen_random_uuid(), ${id}, 'prescriber', '2021-05-01', '2021-11-01', 'granted', 'prescriber', 1, 2, 'test', '2021-05-01', ${id}) returning id)
        insert into criterion (id, diagnosis_id, person_id, code, level, sensitivity, finding, evidence_kind)
        select gen_random_uuid(), made.id, ${id}, code, 1, sensitivity, 'established', 'certificate'
        from made, (values ('RSA', 'ordinary'), ('TH', 'health'), ('DETENTION_MJ', 'justice')) as ticked (code, sensitivity)`.execute(tx)
      }
      return { platform: made, siae: carried }
    })
    const context = {
      account: null,
      organisation: null,
      units: [],
      functions: [],
      territories: [],
      subjectPerson: null,
      purpose: null,
      requestId: siae.id,
    }
    const counted = () =>
      world.database.transaction({ role: 'maillage_job', context: { ...context, today: 0 as never } }, (tx) =>
        peoplePresent(tx, { siaeId: siae.id, first: month('2021-06'), last: month('2023-06') }),
      )
    const before = await counted()
    assert.equal(before.length, 7 * 25)
    assert.ok(
      new Set(before.map(({ ageBand }) => ageBand)).size === 3 && before.every(({ criteria }) => criteria !== null && criteria.length > 0),
    )
    await doAs(world, platform.administrator.accountId, confirmRetention, { rule: 'person', counted: 7 })
    await applyRetention.run(world)
    assert.deepEqual(await world.look('select count(*)::integer as forgotten from person where forgotten_at is not null'), [
      { forgotten: 7 },
    ])
    assert.deepEqual(await counted(), before)
    assert.deepEqual(await world.look("select from criterion where sensitivity = 'justice' or evidence_kind is not null"), [])
  },
)
