import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { aMessage, aSiteAtWork } from '../fixtures.ts'
import { answerMessage } from './answer-message.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    const { person } = made.ana
    await aReferent(tx, { ...made, person, ...made.counsellor })
    const deputy = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
    await aReferent(tx, { ...made, person, ...deputy })
    const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Roux' })
    return { ...made, deputy, colleague, message: await aMessage(tx, { ...made, person, by: made.supervisor }) }
  })
type Here = Awaited<ReturnType<typeof scene>>
const answers = async (world: World, { message }: Here, { accountId }: { readonly accountId: string }, answer = '') =>
  refusalsIn(await doAs(world, accountId, answerMessage, { messageId: message.id, answer }))
const kept = (world: World) => world.look('select read_by, read_on::text, answer from counsellor_message')

databaseTest('who wrote it, a colleague who is no referent, the direction and strangers answer nothing', async (world) => {
  const here = await scene(world)
  for (const who of [here.supervisor, here.payroll]) assert.deepEqual(await answers(world, here, who), ['supervision/message-not-yours'])
  for (const who of [here.colleague, here.director, here.stranger])
    assert.deepEqual(await answers(world, here, who, 'Vu'), ['supervision/message-read'])
  assert.deepEqual(await kept(world), [{ read_by: null, read_on: null, answer: null }])
})

databaseTest('a referent marks it as read, with an answer or without; the one who comes second changes nothing', async (world) => {
  const here = await scene(world)
  assert.deepEqual(await answers(world, here, here.counsellor, '  '), [])
  assert.deepEqual(await answers(world, here, here.deputy, 'Rendez-vous mardi'), ['supervision/message-read'])
  assert.deepEqual(await kept(world), [{ read_by: here.counsellor.accountId, read_on: '2026-11-21', answer: null }])
})

databaseTest('the answer of whoever stands in is kept, and no word of it written beside', async (world) => {
  const here = await scene(world)
  assert.deepEqual(await answers(world, here, here.deputy, ' Rendez-vous mardi '), [])
  assert.deepEqual(await kept(world), [{ read_by: here.deputy.accountId, read_on: '2026-11-21', answer: 'Rendez-vous mardi' }])
  assert.doesNotMatch(
    JSON.stringify(await world.look('select audit::text as line from audit union all select event::text from event')),
    /mardi/,
  )
})
