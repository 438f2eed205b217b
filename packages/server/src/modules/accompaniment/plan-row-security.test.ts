import assert from 'node:assert/strict'
import { statementAs } from '../../platform/testing/acting.ts'
import { databaseTest } from '../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson, anAdviserOf } from '../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../people/fixtures.ts'
import { anAction } from './fixtures.ts'

databaseTest(
  'a shared step tells who follows the person neither its author nor their organisation, and tells nobody else anything',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      const adviser = await anAdviserOf(tx, made.person)
      await anAction(tx, { ...made, by: made.member }, { shared: 'S’inscrire au code' })
      return {
        ...made,
        adviser: adviser.member,
        supervisor: await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor', { name: 'Maxime Vidal' }),
        stranger: (await anAdviserOf(tx, (await aCounsellorWithAPerson(tx, { map: false })).person, 'ML', 'Mission locale d’ailleurs'))
          .member,
      }
    })
    const words = ({ accountId }: { readonly accountId: string }) => statementAs(world, accountId, 'select words from shared_step')
    assert.deepEqual(await words(here.adviser), [{ words: 'S’inscrire au code' }])
    for (const column of ['organisation_id', 'recorded_by', 'recorded_at', '*'])
      await assert.rejects(statementAs(world, here.adviser.accountId, `select ${column} from shared_step`), /permission denied/, column)
    assert.deepEqual(await words(here.supervisor), [])
    assert.deepEqual(await words(here.stranger), [])
    assert.deepEqual(await statementAs(world, here.adviser.accountId, 'select id from pathway_action'), [])
  },
)

databaseTest('a step of health is not shared, whatever the statement', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aReferent(tx, { ...made, ...made.member })
    return { ...made, action: await anAction(tx, { ...made, by: made.member }, { sensitivity: 'health' }) }
  })
  const share = (sensitivity: string) =>
    statementAs(
      world,
      here.member.accountId,
      `insert into shared_step (action_id, version, person_id, organisation_id, sensitivity, words, doer, state, recorded_at, recorded_by)
        values ('${here.action.id}', 1, '${here.personId}', '${here.organisation.id}', '${sensitivity}', 'Voir le médecin', 'person', 'planned', now(), '${here.member.accountId}')`,
    )
  await assert.rejects(share('health'), /shared_step_tells_little/)
  await assert.rejects(share('ordinary'), /shared_step_of_version/)
})
