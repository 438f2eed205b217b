import assert from 'node:assert/strict'
import { statementAs } from '../../platform/testing/acting.ts'
import { databaseTest } from '../../platform/testing/database-test.ts'
import { aFunderOfficer, anAgreedScene, anAmendment, anAnnex } from './fixtures.ts'

databaseTest('who funds a département reads its annexes; who pays for some people of a commune there reads none', async (world) => {
  const { whole, part } = await world.load(async (tx) => {
    const scene = await anAgreedScene(tx)
    await anAnnex(tx, scene.siae)
    return {
      whole: await aFunderOfficer(tx),
      part: await aFunderOfficer(tx, { territory: 'commune-11069', name: 'Commune de Carcassonne' }),
    }
  })
  const annexes = ({ accountId }: { accountId: string }) => statementAs(world, accountId, 'select id from financial_annex')
  assert.equal((await annexes(whole)).length, 1)
  assert.deepEqual(await annexes(part), [])
})

databaseTest('two numbers of posts from the same day, known the same day, cannot both stand', async (world) => {
  await assert.rejects(
    world.load(async (tx) => {
      const annex = await anAnnex(tx, (await anAgreedScene(tx)).siae)
      for (const posts of [1200, 800]) await anAmendment(tx, annex, { knownOn: '2026-05-10', effectOn: '2026-03-01', posts })
    }),
    /annex_amendment_once/,
  )
})
