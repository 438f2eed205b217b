import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aPlacingTeam } from '../fixtures.ts'
import { recordWaiver } from './record-waiver.ts'

const TYPED = { reference: 'Arrêté 2026-118', firstDay: '2026-01-01', lastDay: '2028-12-31' }
const records = (world: World, siaeId: string, { accountId }: { accountId: string }, more: object = {}) =>
  doAs(world, accountId, recordWaiver, { ...TYPED, siaeId, ...more })

databaseTest('who accompanies records no waiver, nor anybody for the structure of another', async (world) => {
  const team = await world.load(aPlacingTeam)
  assert.deepEqual(refusalsIn(await records(world, team.siae.id, team.counsellor)), ['assignments/not-yours'])
  assert.deepEqual(refusalsIn(await records(world, team.siae.id, team.stranger)), ['assignments/siae-not-placing'])
})

databaseTest('a decision of the préfet is recorded for an association, and shown beside the counters', async (world) => {
  const team = await world.load(aPlacingTeam)
  const wrong = await records(world, team.siae.id, team.director, { lastDay: '2025-12-31' })
  assert.deepEqual(refusalsIn(wrong), ['assignments/ends-before-it-begins'])
  assert.equal((await records(world, team.siae.id, team.director)).state, 'done')
  const page = await (await openBrowser(world, team.counsellor.accountId)).get('/missions/compteurs')
  assert.match(page.text, /Arrêté 2026-118/)
  assert.doesNotMatch(page.text, /Enregistrer une dérogation/)
})
