import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { codeHash } from '../attachment-code.ts'
import { aMemberIn, anAttachmentRequest, aPerson, twoWhoMeet } from '../fixtures.ts'
import { personCard } from '../queries/person-card.ts'
import { answerAttachment } from './answer-attachment.ts'

const CODE = 'K7QF-93TM-X2PD'

const scene = (world: World, codeHash?: string) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const met = await twoWhoMeet(tx)
    const { person, asking: organisation, askingUnit: unit } = met
    const provisional = await aPerson(tx, { organisation, unit, state: 'provisional', birthName: 'Bénali', phone: '06 39 98 00 00' })
    const asked = { person, organisation, unit, provisional, requestedBy: met.asker.accountId, ...(codeHash ? { codeHash } : {}) }
    return { ...met, provisional, requestId: (await anAttachmentRequest(tx, asked)).id }
  })

databaseTest('only a holder answers: not the asker, not a role that only reads, not a paper request without its code', async (world) => {
  const here = await scene(world, codeHash(CODE))
  const payroll = await world.load((tx) => aMemberIn(tx, here.holding, here.holdingUnit, 'payroll_officer'))
  const codes = async (accountId: string, code?: string) =>
    refusalsIn(await doAs(world, accountId, answerAttachment, { requestId: here.requestId, answer: 'accepted', code }))
  assert.deepEqual(await codes(payroll.accountId, CODE), ['people/not-yours'])
  assert.deepEqual(await codes(here.asker.accountId, CODE), ['people/attachment-answered'])
  assert.deepEqual(await codes(here.holder.accountId), ['people/attachment-answered'])
  assert.deepEqual(await codes(here.holder.accountId, '0000-0000-0000'), ['people/attachment-answered'])
  assert.deepEqual(await codes(here.holder.accountId, CODE), [])
})

databaseTest('accepted: one file, that both follow; the provisional one leads to it, and what it held is there', async (world) => {
  const here = await scene(world)
  const answer = () => doAs(world, here.holder.accountId, answerAttachment, { requestId: here.requestId, answer: 'accepted' })
  assert.equal((await answer()).state, 'done')
  const card = await readAs(world, here.asker.accountId, (ctx) => personCard(ctx, here.provisional.id))
  assert.deepEqual([card?.id, card?.displayName, card?.phone], [here.person.id, 'Nadia BENALI', '06 39 98 00 00'])
  assert.deepEqual(await world.look('select state, merged_into from person where id = $1', [here.provisional.id]), [
    { state: 'merged', merged_into: here.person.id },
  ])
  assert.deepEqual(refusalsIn(await answer()), ['people/attachment-answered'])
})

for (const [answer, state, sentence] of [
  ['not-agreed', 'provisional', 'refused: nothing is shared, the provisional file stays so'],
  ['other-person', 'confirmed', 'another person: nothing is shared, the provisional file becomes a file of its own'],
] as const)
  databaseTest(sentence, async (world) => {
    const here = await scene(world)
    assert.equal((await doAs(world, here.holder.accountId, answerAttachment, { requestId: here.requestId, answer })).state, 'done')
    assert.equal(await readAs(world, here.asker.accountId, (ctx) => personCard(ctx, here.person.id)), undefined)
    assert.equal((await readAs(world, here.asker.accountId, (ctx) => personCard(ctx, here.provisional.id)))?.state, state)
  })
