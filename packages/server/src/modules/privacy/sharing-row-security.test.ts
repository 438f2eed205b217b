import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { statementAs } from '../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../platform/testing/database-test.ts'
import { anAction } from '../accompaniment/fixtures.ts'
import { aCounsellorWithAPerson, anAdviserOf } from '../eligibility/fixtures.ts'
import { aDiagnosis } from '../hiring/fixtures.ts'
import { aReferent } from '../people/fixtures.ts'
import { openSpace } from './fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const here = await aCounsellorWithAPerson(tx)
    await aReferent(tx, { ...here, ...here.member })
    const elsewhere = await anAdviserOf(tx, here.person)
    const diagnosis = await aDiagnosis(tx, here.person)
    await sql`insert into criterion (id, diagnosis_id, person_id, code, level, sensitivity, finding)
      values (gen_random_uuid(), ${diagnosis.id}, ${here.person.id}, 'AAH', 1, 'health', 'established')`.execute(tx)
    await anAction(tx, { ...here, by: here.member }, { words: 'S’inscrire au code', shared: 'S’inscrire au code' })
    return { ...here, adviser: elsewhere.member }
  })

databaseTest(
  'a referent reads what touches health from the agreement of the person until it is taken back, and not after',
  async (world) => {
    const { person, member, organisation } = await scene(world)
    const read = async () => (await statementAs(world, member.accountId, 'select code from criterion')).length
    const space = await openSpace(world, person)
    const press = (act: string) => space.post('/mon-espace/partage', { act, organisationId: organisation.id, subject: 'health' })
    assert.equal(await read(), 0)
    assert.equal((await press('agree')).status, 303)
    assert.equal(await read(), 1)
    assert.equal((await press('stop')).status, 303)
    assert.equal(await read(), 0)
  },
)

databaseTest(
  'once the person refuses it, a shared step is read by nobody else: the team that wrote it keeps its own action',
  async (world) => {
    const { person, member, adviser } = await scene(world)
    const steps = (reader: { readonly accountId: string }) => statementAs(world, reader.accountId, 'select words from shared_step')
    const space = await openSpace(world, person)
    const press = (act: string) => space.post('/mon-espace/partage', { act, use: 'shared-steps' })
    assert.match((await space.get('/mon-espace/partage')).text, /S’inscrire au code.*Ne plus partager mes étapes/)
    assert.deepEqual(await steps(adviser), [{ words: 'S’inscrire au code' }])
    assert.equal((await press('oppose')).status, 303)
    for (const reader of [adviser, member]) assert.deepEqual(await steps(reader), [])
    assert.equal((await statementAs(world, member.accountId, 'select words from pathway_action_version')).length, 1)
    assert.doesNotMatch((await (await openSpace(world, person)).get('/mon-espace/partage')).text, /S’inscrire au code/)
    assert.equal((await press('lift')).status, 303)
    assert.deepEqual(await steps(adviser), [{ words: 'S’inscrire au code' }])
  },
)
