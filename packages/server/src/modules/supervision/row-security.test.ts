import assert from 'node:assert/strict'
import { statementAs } from '../../platform/testing/acting.ts'
import { databaseTest, TEST_DAY, type World } from '../../platform/testing/database-test.ts'
import { aMemberIn, aUnit } from '../people/fixtures.ts'
import { anAttendance, aSiteAtWork } from './fixtures.ts'

const count = async (world: World, { accountId }: { readonly accountId: string }) =>
  (await statementAs(world, accountId, 'select attendance_id from attendance_version')).length

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    const elsewhere = await aUnit(tx, made.organisation, null, 'Autre équipe')
    const noted = await anAttendance(tx, { ...made.ana, ...made, by: made.supervisor }, { day: '2026-11-20' })
    return { ...made, noted, colleague: await aMemberIn(tx, made.organisation, elsewhere, 'technical_supervisor', { name: 'Sam Olive' }) }
  })

databaseTest('attendance is read by the employer, in the teams that hold the work of the person; by nobody else', async (world) => {
  const here = await scene(world)
  for (const who of [here.supervisor, here.counsellor, here.director, here.payroll]) assert.equal(await count(world, who), 1)
  for (const who of [here.colleague, here.stranger, here.former, here.officer]) assert.equal(await count(world, who), 0)
})

databaseTest(
  'nobody writes in the name of another, nor a day to come; what was noted another day is for payroll and the direction',
  async (world) => {
    const here = await scene(world)
    const { ana, organisation, site, supervisor, payroll } = here
    const attendance = (
      by: string,
      day: string,
    ) => `insert into attendance (id, stay_id, person_id, organisation_id, worksite_id, day, recorded_at, recorded_by)
    values (gen_random_uuid(), '${ana.stay.id}', '${ana.person.id}', '${organisation.id}', '${site.id}', '${day}', now(), '${by}')`
    await assert.rejects(statementAs(world, supervisor.accountId, attendance(payroll.accountId, TEST_DAY)), /row-level security/)
    await assert.rejects(statementAs(world, supervisor.accountId, attendance(supervisor.accountId, '2026-11-22')), /row-level security/)
    const supersede = 'update attendance_version set superseded_at = now()'
    await statementAs(world, supervisor.accountId, supersede)
    assert.deepEqual(await world.look('select superseded_at from attendance_version'), [{ superseded_at: null }])
    await assert.rejects(statementAs(world, payroll.accountId, "update attendance_version set state = 'absent'"), /permission denied/)
    const version = `insert into attendance_version (attendance_id, person_id, organisation_id, version, state, noted_on, recorded_at, recorded_by)
    values ('${here.noted.id}', '${ana.person.id}', '${organisation.id}', 2, 'absent', '2026-11-20', now(), '${supervisor.accountId}')`
    await assert.rejects(statementAs(world, supervisor.accountId, version), /row-level security/)
    await statementAs(world, payroll.accountId, supersede)
    assert.notDeepEqual(await world.look('select superseded_at from attendance_version'), [{ superseded_at: null }])
  },
)
