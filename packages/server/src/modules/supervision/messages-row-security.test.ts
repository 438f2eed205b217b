import assert from 'node:assert/strict'
import { statementAs } from '../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../platform/testing/database-test.ts'
import { aMemberIn, aReferent, givesAccess } from '../people/fixtures.ts'
import { aMessage, aSiteAtWork } from './fixtures.ts'

const count = async (world: World, { accountId }: { readonly accountId: string }) =>
  (await statementAs(world, accountId, 'select id from counsellor_message')).length

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    const { person } = made.ana
    await aReferent(tx, { ...made, person, ...made.counsellor })
    // A referent of another structure of the same person: who follows somebody elsewhere may itself be a secret.
    await givesAccess(tx, person, made.otherUnit, { circle: 'shared' })
    const elsewhere = await aMemberIn(tx, { id: made.otherSiae.organisationId }, made.otherUnit, 'counsellor', { name: 'Andrea Noir' })
    await aReferent(tx, { organisation: { id: made.otherSiae.organisationId }, unit: made.otherUnit, person, ...elsewhere })
    const colleagues = {
      counsellor: await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Roux' }),
      supervisor: await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor', { name: 'Sam Olive' }),
    }
    return { ...made, person, elsewhere, colleagues, message: await aMessage(tx, { ...made, person, by: made.supervisor }) }
  })

databaseTest(
  'a word is read by its author and by the referents of the structure; by no colleague, no direction, no referent elsewhere',
  async (world) => {
    const here = await scene(world)
    for (const who of [here.supervisor, here.counsellor]) assert.equal(await count(world, who), 1)
    const { colleagues, elsewhere, director, payroll, stranger, former, officer } = here
    for (const who of [colleagues.counsellor, colleagues.supervisor, elsewhere, director, payroll, stranger, former, officer])
      assert.equal(await count(world, who), 0)
  },
)

databaseTest('its author reads it no more once their team sees the person no more', async (world) => {
  const here = await scene(world)
  await world.look("update person_access set ends_on = '2026-11-20' where circle = 'employment' and person_id = $1", [here.person.id])
  assert.equal(await count(world, here.supervisor), 0)
})

databaseTest('nobody writes, answers or takes back in the name of another, nor changes the words', async (world) => {
  const here = await scene(world)
  const { supervisor, counsellor, colleagues, organisation, person } = here
  const write = (
    by: string,
  ) => `insert into counsellor_message (id, person_id, organisation_id, words, written_on, recorded_at, recorded_by)
    values (gen_random_uuid(), '${person.id}', '${organisation.id}', 'Mot', '2026-11-21', now(), '${by}')`
  await assert.rejects(statementAs(world, supervisor.accountId, write(counsellor.accountId)), /row-level security/)
  await assert.rejects(statementAs(world, counsellor.accountId, write(counsellor.accountId)), /row-level security/)
  await assert.rejects(statementAs(world, supervisor.accountId, "update counsellor_message set words = 'Autre'"), /permission denied/)
  const read = (by: string) => `update counsellor_message set read_on = '2026-11-21', read_at = now(), read_by = '${by}'`
  await assert.rejects(statementAs(world, supervisor.accountId, read(supervisor.accountId)), /row-level security/, 'read by its own author')
  await assert.rejects(statementAs(world, counsellor.accountId, read(supervisor.accountId)), /row-level security/)
  const takeBack = (by: string) => `update counsellor_message set cancelled_at = now(), cancelled_by = '${by}'`
  await assert.rejects(statementAs(world, counsellor.accountId, takeBack(counsellor.accountId)), /row-level security/)
  await statementAs(world, colleagues.supervisor.accountId, takeBack(colleagues.supervisor.accountId))
  assert.deepEqual(await world.look('select read_at, cancelled_at from counsellor_message'), [{ read_at: null, cancelled_at: null }])
  await statementAs(world, counsellor.accountId, read(counsellor.accountId))
  assert.equal((await world.look('select from counsellor_message where read_at is not null')).length, 1)
})
