import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aMonth, aTeamAtWork } from '../fixtures.ts'
import { sendMonth } from './send-month.ts'

databaseTest('who does not answer for a month does not send it', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await aMonth(tx, team.siae, '2026-07', 'validated', [{ counted: 1_000 }])
    return team
  })
  const asked = { siaeId: made.siae.id, month: '2026-07' }
  for (const who of [made.stranger, made.officer, made.former])
    assert.deepEqual(refusalsIn(await doAs(world, who.accountId, sendMonth, asked)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await doAs(world, made.counsellor.accountId, sendMonth, asked)), ['employment/month-not-yours'])
})

databaseTest('a month is sent once it is validated and over, and once only', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await aMonth(tx, team.siae, '2026-07', 'validated', [{ counted: 1_000 }])
    await aMonth(tx, team.siae, '2026-11', 'validated', [{ counted: 1_000 }])
    await aMonth(tx, team.siae, '2026-10', 'draft')
    return team
  })
  const sends = async (month: string) => refusalsIn(await doAs(world, made.director.accountId, sendMonth, { siaeId: made.siae.id, month }))
  assert.deepEqual(await sends('2026-11'), ['employment/month-not-over'])
  assert.deepEqual(await sends('2026-10'), ['employment/sheet-not-from-this-state'])
  assert.deepEqual(await sends('2026-09'), ['platform/not-found'])
  assert.deepEqual(await sends('2026-07'), [])
  assert.deepEqual(await sends('2026-07'), ['employment/sheet-not-from-this-state'])
  assert.equal((await world.look("select from event where type = 'employment/month-sent'")).length, 1)
})
