import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { statementAs } from '../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../platform/testing/database-test.ts'
import { aWorksite } from '../organisations/fixtures.ts'
import { aMemberIn } from '../people/fixtures.ts'
import { aMonth, aNir, aNumber, aTeamAtWork, aWorkerNamed } from './fixtures.ts'

const MONTH = '2026-06'

/** A month sent to the State, with one line of hours. */
const aSentMonth = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const administrator = await aMemberIn(tx, team.organisation, team.unit, 'organisation_administrator', { name: 'Jo Roux' })
    const { stay } = await aWorkerNamed(tx, team, 'Diallo')
    const sheet = await aMonth(tx, team.siae, MONTH, 'sent', [{ counted: 10_000 }])
    await sql`insert into hours (id, stay_id, person_id, organisation_id, siae_id, month, measure, recorded_at, recorded_by)
      select gen_random_uuid(), id, person_id, organisation_id, siae_id, ${`${MONTH}-01`}, 'common', recorded_at, recorded_by from siae_stay where id = ${stay.id}`.execute(
      tx,
    )
    await sql`insert into hours_version (hours_id, person_id, organisation_id, version, paid, worked, recorded_at, recorded_by)
      select id, person_id, organisation_id, 1, 10000, 10000, recorded_at, recorded_by from hours`.execute(tx)
    return { ...team, administrator, stay, sheet }
  })
const written = async (world: World, accountId: string, statement: string) =>
  (await statementAs(world, accountId, `${statement} returning 1`)).length

databaseTest(
  'a month that was sent is moved, and its totals replaced, by nobody but who answers for it before the funders',
  async (world) => {
    const made = await aSentMonth(world)
    const total = `insert into month_total (id, sheet_id, validation, organisation_id, siae_id, territory_id, worksite_territory_id, month, measure, percent, people, counted, paid, worked, recorded_at, recorded_by)
    values (gen_random_uuid(), '${made.sheet.id}', 2, '${made.organisation.id}', '${made.siae.id}', 'departement-11', 'departement-11', '${MONTH}-01', 'bridge', 100, 1, 9999999, 0, 0, now(), gen_random_uuid())`
    for (const { accountId } of [made.administrator, made.supervisor, made.counsellor]) {
      assert.equal(await written(world, accountId, "update month_sheet set state = 'draft'"), 0)
      assert.equal(await written(world, accountId, 'update month_total set superseded_at = now()'), 0)
      await assert.rejects(written(world, accountId, total), /row-level security/)
    }
    assert.equal(await written(world, made.payroll.accountId, "update month_sheet set state = 'reopened'"), 1)
  },
)

databaseTest('a month is opened as a draft, and an act of it is signed by who does it, never as the clock', async (world) => {
  const made = await aSentMonth(world)
  const opened = (
    state: string,
  ) => `insert into month_sheet (id, organisation_id, siae_id, territory_id, month, state, validations, recorded_at, recorded_by)
    values (gen_random_uuid(), '${made.organisation.id}', '${made.siae.id}', 'departement-11', '2026-07-01', '${state}', 0, now(), '${made.supervisor.accountId}')`
  await assert.rejects(written(world, made.supervisor.accountId, opened('validated')), /row-level security/)
  assert.equal(await written(world, made.supervisor.accountId, opened('draft')), 1)
  const act = (
    by: string,
    who: string,
  ) => `insert into month_sheet_act (id, sheet_id, organisation_id, transition, by, recorded_at, recorded_by)
    values (gen_random_uuid(), '${made.sheet.id}', '${made.organisation.id}', 'reopen', '${by}', now(), '${who}')`
  const { accountId } = made.director
  await assert.rejects(written(world, accountId, act('clock', accountId)), /row-level security/)
  await assert.rejects(written(world, accountId, act('structure', made.payroll.accountId)), /row-level security/)
  assert.equal(await written(world, accountId, act('structure', accountId)), 1)
})

databaseTest('hours give way to others once, from when they were known, and only by who employs the person', async (world) => {
  const made = await aSentMonth(world)
  for (const { accountId } of [made.administrator, made.stranger])
    assert.equal(await written(world, accountId, 'update hours_version set superseded_at = now()'), 0)
  const { accountId } = made.supervisor
  await assert.rejects(written(world, accountId, "update hours_version set superseded_at = '2020-01-01'"), /hours_version_superseded_after/)
  assert.equal(await written(world, accountId, 'update hours_version set superseded_at = now()'), 1)
  assert.equal(await written(world, accountId, "update hours_version set superseded_at = '2027-01-01'"), 0)
  assert.equal(await written(world, accountId, 'update contract_version set superseded_at = now()'), 0)
})

databaseTest('the work of a person is done on a worksite of the employer, never of another', async (world) => {
  const made = await aSentMonth(world)
  await world.load((tx) => aWorksite(tx, made.otherSiae, { name: 'Dépôt' }))
  await assert.rejects(
    world.look("update hours set worksite_id = (select id from worksite where name = 'Dépôt')"),
    /hours_worksite_of_its_employer/,
  )
})

databaseTest(
  'the numbers of payroll are read, written and replaced by the payroll of the employer, in its own name, and by nobody else',
  async (world) => {
    const made = await aSentMonth(world)
    const { person, elsewhere } = await world.load(async (tx) => {
      const worker = await aWorkerNamed(tx, made, 'Abadie')
      await aNir(tx, { person: worker.person, organisation: made.organisation }, { number: aNumber('90', 1) })
      const other = { id: made.otherSiae.organisationId }
      return { person: worker.person, elsewhere: await aMemberIn(tx, other, made.otherUnit, 'payroll_officer') }
    })
    const { payroll } = made
    const added = (by: string) => `insert into nir (id, person_id, organisation_id, missing, recorded_at, recorded_by)
    values (gen_random_uuid(), '${person.id}', '${made.organisation.id}', 'none', now(), '${by}')`
    for (const { accountId } of [made.counsellor, made.director, made.supervisor, made.administrator, made.officer, elsewhere]) {
      assert.deepEqual(await statementAs(world, accountId, 'select 1 from nir'), [])
      assert.equal(await written(world, accountId, 'delete from nir'), 0)
      await assert.rejects(written(world, accountId, added(accountId)), /row-level security/)
    }
    await assert.rejects(written(world, payroll.accountId, added(made.director.accountId)), /row-level security/)
    assert.equal(await written(world, payroll.accountId, added(payroll.accountId)), 1)
    assert.equal(await written(world, payroll.accountId, 'delete from nir'), 2)
  },
)
