import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aClient, aMission, anEnrolled, aPlacingTeam } from '../fixtures.ts'
import { recordMissionPapers } from './record-mission-papers.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aPlacingTeam(tx, { kind: 'ETTI' })
    const client = await aClient(tx, team.organisation, { category: 'company', name: 'Maçonnerie Roux' })
    const made = { ...team, client, ...(await anEnrolled(tx, team)) }
    return { ...made, mission: await aMission(tx, made, { firstDay: '2026-11-20' }) }
  })

databaseTest('another carrier and who accompanies date no paper', async (world) => {
  const here = await scene(world)
  const records = (accountId: string) =>
    doAs(world, accountId, recordMissionPapers, { assignmentId: here.mission.id, version: '1', agreementSignedOn: '2026-11-20' })
  assert.deepEqual(refusalsIn(await records(here.stranger.accountId)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await records(here.counsellor.accountId)), ['assignments/not-yours'])
})

databaseTest('the contract of mission of a Friday is due on Monday; dated, nothing waits any more', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.coordinator.accountId)
  const page = `/missions/${here.mission.id}`
  assert.match((await browser.get(page)).text, /Contrat de mission À remettre avant la fin du 23.novembre 2026/)
  assert.match((await browser.get('/missions?etat=a-signer')).text, /Contrat de mission à remettre/)
  const records = (on: string, version = '1') =>
    doAs(world, here.coordinator.accountId, recordMissionPapers, {
      assignmentId: here.mission.id,
      version,
      agreementSignedOn: on,
      contractGivenOn: on,
    })
  assert.deepEqual(refusalsIn(await records('2026-11-22')), ['assignments/signed-in-the-future'])
  assert.equal((await records('2026-11-21')).state, 'done')
  assert.match((await browser.get(page)).text, /Remis le 21.novembre 2026/)
  assert.doesNotMatch((await browser.get('/missions?etat=a-signer')).text, /Ana BENALI/)
})
