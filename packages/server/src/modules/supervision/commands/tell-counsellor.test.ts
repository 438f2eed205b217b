import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aMemberIn, aUnit } from '../../people/fixtures.ts'
import { aSiteAtWork } from '../fixtures.ts'
import { tellCounsellor } from './tell-counsellor.ts'

const WORDS = 'A demandé comment passer le permis'
const tells = (world: World, { accountId }: { readonly accountId: string }, personId: string, words: string = WORDS) =>
  doAs(world, accountId, tellCounsellor, { personId, words })

databaseTest(
  'neither who accompanies, directs or pays leaves a word, nor who works elsewhere, supervises another team or left',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aSiteAtWork(tx)
      const far = await aUnit(tx, made.organisation, made.siae, 'Équipe du Soler')
      return { ...made, far: await aMemberIn(tx, made.organisation, far, 'technical_supervisor', { name: 'Sam Olive' }) }
    })
    for (const who of [here.counsellor, here.director, here.payroll])
      assert.deepEqual(refusalsIn(await tells(world, who, here.ana.person.id)), ['supervision/telling-not-yours'])
    for (const who of [here.stranger, here.far, here.former, here.officer])
      assert.notEqual((await tells(world, who, here.ana.person.id)).state, 'done')
    assert.deepEqual(await world.look('select from counsellor_message'), [])
  },
)

databaseTest('a word is dated of the day and signed; nothing of it is written beside', async (world) => {
  const here = await world.load((tx) => aSiteAtWork(tx))
  assert.equal((await tells(world, here.supervisor, here.ana.person.id, ` ${WORDS} `)).state, 'done')
  assert.deepEqual(await world.look('select words, written_on::text, recorded_by, read_on from counsellor_message'), [
    { words: WORDS, written_on: '2026-11-21', recorded_by: here.supervisor.accountId, read_on: null },
  ])
  const beside = await world.look(
    'select audit::text as line from audit union all select event::text from event union all select request_outcome::text from request_outcome',
  )
  assert.doesNotMatch(JSON.stringify(beside), /permis/)
})

databaseTest('no word is left of somebody who died', async (world) => {
  const here = await world.load((tx) => aSiteAtWork(tx))
  await world.look("update person set death_date = '2026-11-20' where id = $1", [here.ana.person.id])
  assert.deepEqual(refusalsIn(await tells(world, here.supervisor, here.ana.person.id)), ['people/person-died'])
})
