import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aMessage, aSiteAtWork } from '../fixtures.ts'
import { withdrawMessage } from './withdraw-message.ts'

const takes = async (world: World, message: { readonly id: string }, { accountId }: { readonly accountId: string }) =>
  refusalsIn(await doAs(world, accountId, withdrawMessage, { messageId: message.id }))

databaseTest('a word is taken back by whoever wrote it, once, while nobody has read it', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    const of = { ...made, person: made.ana.person, by: made.supervisor }
    const colleague = await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor', { name: 'Sam Olive' })
    const read = await aMessage(tx, of, { read: { by: made.counsellor, answer: null } })
    return { ...made, colleague, read, message: await aMessage(tx, of) }
  })
  assert.deepEqual(await takes(world, here.message, here.counsellor), ['supervision/telling-not-yours'])
  assert.deepEqual(await takes(world, here.message, here.colleague), ['supervision/message-read'])
  assert.deepEqual(await takes(world, here.read, here.supervisor), ['supervision/message-read'])
  assert.deepEqual(await takes(world, here.message, here.supervisor), [])
  assert.deepEqual(await takes(world, here.message, here.supervisor), ['supervision/message-read'])
  assert.deepEqual(await world.look('select cancelled_by from counsellor_message where cancelled_at is not null'), [
    { cancelled_by: here.supervisor.accountId },
  ])
})
