import assert from 'node:assert/strict'
import { perform } from '../../../platform/command/perform.ts'
import { findActor } from '../../../platform/session/find-actor.ts'
import { newToken, tokenHash } from '../../../platform/session/token.ts'
import { doAs } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aWorksite } from '../../organisations/fixtures.ts'
import { anEmployer } from '../fixtures.ts'
import { cancelContract } from './cancel-contract.ts'
import { endContract } from './end-contract.ts'
import { moveContract } from './move-contract.ts'
import { recordContract } from './record-contract.ts'

async function actorOf(world: World, accountId: string) {
  const token = newToken()
  await world.database.beforeActor('open_session', [tokenHash(token), accountId, 12])
  const actor = await findActor(world.database, token)
  if (!actor) throw new Error('This account cannot sign in')
  return actor
}

const TERMS = {
  type: 'CDDI',
  firstDay: '2026-12-01',
  lastDay: '2027-05-31',
  weeklyHours: '26,5',
  worksiteId: '',
  post: '',
  market: '',
  lot: '',
  clauseKind: '',
}

async function records(world: World, made: Awaited<ReturnType<typeof anEmployer>>, accountId: string, more = {}) {
  const input = recordContract.schema.parse({ ...TERMS, personId: made.person.id, siaeId: made.siae.id, unitId: made.unit.id, ...more })
  return perform(world.runtime, recordContract, await actorOf(world, accountId), input, crypto.randomUUID(), () => '/')
}
const codes = (done: Awaited<ReturnType<typeof records>>) =>
  done.state === 'refused' ? done.refusals.map(({ code }) => code) : [done.state]

databaseTest('another carrier records nothing here', async (world) => {
  const made = await world.load((tx) => anEmployer(tx))
  assert.deepEqual(codes(await records(world, made, made.stranger.accountId)), ['employment/not-yours'])
  assert.equal((await world.look('select from contract')).length, 0)
})

databaseTest('a first contract opens the stay, the next one stays in it, an earlier one moves the entry', async (world) => {
  const made = await world.load((tx) => anEmployer(tx))
  const { accountId } = made.member
  assert.deepEqual(codes(await records(world, made, accountId)), ['done'])
  assert.deepEqual(codes(await records(world, made, accountId, { firstDay: '2027-06-01', lastDay: '2027-08-31' })), ['done'])
  assert.deepEqual(codes(await records(world, made, accountId, { firstDay: '2026-11-23', lastDay: '2026-11-30' })), ['done'])
  assert.deepEqual(await world.look('select entry_day::text, exit_day from siae_stay'), [{ entry_day: '2026-11-23', exit_day: null }])
  assert.deepEqual(await world.look('select weekly_hours from contract_version group by 1'), [{ weekly_hours: 2650 }])
})

databaseTest('a contract that ends before it begins, or on the site of another, is refused', async (world) => {
  const made = await world.load((tx) => anEmployer(tx))
  const site = await world.load((tx) => aWorksite(tx, made.otherSiae))
  assert.deepEqual(codes(await records(world, made, made.member.accountId, { lastDay: '2026-11-30' })), [
    'employment/ends-before-it-begins',
  ])
  assert.deepEqual(codes(await records(world, made, made.member.accountId, { worksiteId: site.id })), ['employment/worksite-of-another'])
})

databaseTest('a contract that always has a term is recorded without one, with an anomaly until its last day is known', async (world) => {
  const made = await world.load((tx) => anEmployer(tx))
  const standing = () =>
    world.look(
      "select facts, organisation_id = $1 as ours, solver from anomaly where rule = 'employment/term-missing' and resolved_at is null",
      [made.organisation.id],
    )
  const { accountId } = made.member
  assert.deepEqual(codes(await records(world, made, accountId, { type: 'CDI', lastDay: null })), ['done'])
  assert.deepEqual(await standing(), [])
  assert.deepEqual(codes(await records(world, made, accountId, { lastDay: null })), ['done'])
  assert.deepEqual(await standing(), [{ facts: { type: 'CDDI' }, ours: true, solver: 'operator' }])
  const [held] = await world.look("select contract_id, last_day from contract_version where type = 'CDDI'")
  assert.equal(held?.['last_day'], null)
  const ended = await doAs(world, accountId, endContract, {
    contractId: String(held?.['contract_id']),
    version: 1,
    lastDay: '2027-05-31',
    reason: 'job-or-training',
  })
  assert.equal(ended.state, 'done')
  assert.deepEqual(await standing(), [])
})

databaseTest('moving and cancelling keep what was known, and the stay follows', async (world) => {
  const made = await world.load((tx) => anEmployer(tx))
  const actor = await actorOf(world, made.member.accountId)
  await records(world, made, made.member.accountId)
  const contractId = String((await world.look('select id from contract'))[0]?.['id'])
  const move = moveContract.schema.parse({ contractId, to: '2026-12-08' })
  assert.equal((await perform(world.runtime, moveContract, actor, move, crypto.randomUUID(), () => '/')).state, 'done')
  assert.deepEqual(await world.look('select entry_day::text from siae_stay'), [{ entry_day: '2026-12-08' }])
  assert.equal((await perform(world.runtime, cancelContract, actor, { contractId }, crypto.randomUUID(), () => '/')).state, 'done')
  assert.deepEqual(
    await world.look('select version, superseded_at is null as current, cancelled, reason from contract_version order by version'),
    [
      { version: 1, current: false, cancelled: false, reason: null },
      { version: 2, current: false, cancelled: false, reason: 'hire moved' },
      { version: 3, current: true, cancelled: true, reason: 'hire cancelled' },
    ],
  )
  assert.deepEqual(await world.look('select cancelled_at is not null as cancelled from siae_stay'), [{ cancelled: true }])
  const again = await perform(world.runtime, cancelContract, actor, { contractId }, crypto.randomUUID(), () => '/')
  assert.deepEqual(again.state === 'refused' && again.refusals.map(({ code }) => code), ['employment/contract-already-cancelled'])
})
