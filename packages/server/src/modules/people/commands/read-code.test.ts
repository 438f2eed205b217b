import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { codeHash } from '../attachment-code.ts'
import { aMemberIn, anAttachmentRequest, twoWhoMeet } from '../fixtures.ts'
import { readCode } from './read-code.ts'

const CODE = 'K7QF-93TM-X2PD'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const met = await twoWhoMeet(tx)
    const { person, asking: organisation, askingUnit: unit } = met
    await anAttachmentRequest(tx, { person, organisation, unit, requestedBy: met.asker.accountId, codeHash: codeHash(CODE) })
    return met
  })

databaseTest('the code says nothing to a role that only reads, nor to those who do not follow the person', async (world) => {
  const here = await scene(world)
  const payroll = await world.load((tx) => aMemberIn(tx, here.holding, here.holdingUnit, 'payroll_officer'))
  assert.deepEqual(refusalsIn(await doAs(world, payroll.accountId, readCode, { code: CODE })), ['people/not-yours'])
  const asked = await doAs(world, here.asker.accountId, readCode, { code: CODE })
  assert.ok(asked.state === 'done')
  assert.equal(asked.value.request, undefined)
})

databaseTest('whoever follows the person sees the request, typed as they read it; a code is tried twenty times a day', async (world) => {
  const here = await scene(world)
  const type = (code: string) => doAs(world, here.holder.accountId, readCode, { code })
  const found = await type('k7qf 93tm x2pd')
  assert.ok(found.state === 'done')
  assert.equal(found.value.request?.organisationName, 'Régie du Minervois')
  for (let count = 1; count < 20; count++) await type('0000-0000-0000')
  assert.deepEqual(refusalsIn(await type(CODE)), ['people/too-many-codes'])
})
