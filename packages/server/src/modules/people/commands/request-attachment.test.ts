import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, twoWhoMeet } from '../fixtures.ts'
import { ownRequests } from '../queries/own-requests.ts'
import { waitingRequests } from '../queries/waiting-requests.ts'
import { requestAttachment } from './request-attachment.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const met = await twoWhoMeet(tx)
    return { ...met, provisional: await aPerson(tx, { organisation: met.asking, unit: met.askingUnit, state: 'provisional' }) }
  })

databaseTest(
  'nobody asks from a file they do not hold, with a role that only reads, or from a file that is not provisional',
  async (world) => {
    const here = await scene(world)
    const { payroll, confirmed } = await world.load(async (tx) => ({
      payroll: await aMemberIn(tx, here.asking, here.askingUnit, 'payroll_officer'),
      confirmed: await aPerson(tx, { organisation: here.asking, unit: here.askingUnit, birthName: 'Roux' }),
    }))
    const codes = async (accountId: string, personId: string) =>
      refusalsIn(await doAs(world, accountId, requestAttachment, { personId, way: 'holder' }))
    assert.deepEqual(await codes(here.holder.accountId, here.provisional.id), ['platform/not-found'])
    assert.deepEqual(await codes(payroll.accountId, here.provisional.id), ['people/not-yours'])
    assert.deepEqual(await codes(here.asker.accountId, confirmed.id), ['people/already-confirmed'])
  },
)

databaseTest('the holder sees who asks; the asker never sees whose file it is, nor who holds it', async (world) => {
  const here = await scene(world)
  assert.equal((await doAs(world, here.asker.accountId, requestAttachment, { personId: here.provisional.id, way: 'holder' })).state, 'done')
  const [waiting] = await readAs(world, here.holder.accountId, (ctx) => waitingRequests(ctx))
  assert.deepEqual([waiting?.displayName, waiting?.organisationName], ['Nadia BENALI', 'Régie du Minervois'])
  const mine = await readAs(world, here.asker.accountId, async (ctx) => ({
    own: await ownRequests(ctx),
    waiting: await waitingRequests(ctx),
  }))
  assert.equal(mine.own[0]?.state, 'waiting')
  assert.deepEqual(mine.waiting, [])
  assert.doesNotMatch(JSON.stringify(mine), new RegExp(`Mission locale|${here.person.id}`))
  await assert.rejects(
    readAs(world, here.asker.accountId, ({ tx }) =>
      tx.withTables<Record<string, { person_id: string }>>().selectFrom('attachment_request').select('person_id').execute(),
    ),
    /permission denied/,
  )
})

databaseTest('on paper, the holder sees nothing until the code is brought; asking again replaces the request', async (world) => {
  const here = await scene(world)
  const ask = (way: 'paper' | 'holder') => doAs(world, here.asker.accountId, requestAttachment, { personId: here.provisional.id, way })
  const performed = await ask('paper')
  assert.ok(performed.state === 'done')
  assert.match(performed.value.code ?? '', /^.{4}-.{4}-.{4}$/)
  assert.deepEqual(await readAs(world, here.holder.accountId, (ctx) => waitingRequests(ctx)), [])
  const [row] = await world.look('select code_hash from attachment_request')
  assert.doesNotMatch(String(row?.['code_hash']), new RegExp(performed.value.code ?? '–'))
  assert.equal((await ask('holder')).state, 'done')
  assert.deepEqual(await world.look('select state, way from attachment_request order by state'), [
    { state: 'expired', way: 'paper' },
    { state: 'waiting', way: 'holder' },
  ])
})

databaseTest('several files: no request can choose, and the sentence says so', async (world) => {
  const here = await scene(world)
  await world.load((tx) => aPerson(tx, { organisation: here.holding, unit: here.holdingUnit }))
  const performed = await doAs(world, here.asker.accountId, requestAttachment, { personId: here.provisional.id, way: 'holder' })
  assert.deepEqual(refusalsIn(performed), ['people/several-files'])
})
