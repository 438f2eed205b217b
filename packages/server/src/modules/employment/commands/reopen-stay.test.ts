import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { anEmployer, CONTRACT_TYPED } from '../fixtures.ts'
import { endStay } from './end-stay.ts'
import { recordContract } from './record-contract.ts'
import { reopenStay } from './reopen-stay.ts'

databaseTest('a role that does not employ opens no stay again; a stay that overlaps the next one stays closed', async (world) => {
  const here = await world.load((tx) => anEmployer(tx))
  const { accountId } = here.member
  const typed = { ...CONTRACT_TYPED, personId: here.person.id, siaeId: here.siae.id, unitId: here.unit.id }
  const first = await doAs(world, accountId, recordContract, { ...typed, firstDay: '2026-06-01', lastDay: '2026-12-31' })
  assert.ok(first.state === 'done')
  const { stayId } = first.value
  await doAs(world, accountId, endStay, { stayId, exitOn: '2026-09-30' })
  const supervisor = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'))
  assert.deepEqual(refusalsIn(await doAs(world, supervisor.accountId, reopenStay, { stayId })), ['employment/not-yours'])
  assert.equal((await doAs(world, accountId, recordContract, { ...typed, firstDay: '2026-11-02' })).state, 'done')
  assert.deepEqual(refusalsIn(await doAs(world, accountId, reopenStay, { stayId })), ['employment/stay-overlaps'])
})
