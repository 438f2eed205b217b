import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aPartner } from '../fixtures-partners.ts'
import { closePartner } from './close-partner.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    return {
      ...made,
      supervisor: await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor'),
      partner: await aPartner(tx, { ...made, by: made.member }),
    }
  })

databaseTest('whoever accompanies nobody closes no partner', async (world) => {
  const { supervisor, partner } = await scene(world)
  const closed = await doAs(world, supervisor.accountId, closePartner, { partnerId: partner.id, closedOn: '2026-11-20' })
  assert.deepEqual(refusalsIn(closed), ['accompaniment/partners-not-yours'])
  assert.deepEqual(await world.look('select version, closed_on from partner_version'), [{ version: 1, closed_on: null }])
})

databaseTest('closed today, not tomorrow, and once; what it was stays in its history', async (world) => {
  const { member, partner } = await scene(world)
  const close = (closedOn: string) => doAs(world, member.accountId, closePartner, { partnerId: partner.id, closedOn })
  assert.deepEqual(refusalsIn(await close('2026-11-22')), ['accompaniment/closing-to-come'])
  assert.equal((await close('2026-11-21')).state, 'done')
  assert.deepEqual(refusalsIn(await close('2026-11-21')), ['accompaniment/partner-closed'])
  assert.deepEqual(
    await world.look('select version, closed_on::text, superseded_at is null as stands from partner_version order by version'),
    [
      { version: 1, closed_on: null, stands: false },
      { version: 2, closed_on: '2026-11-21', stands: true },
    ],
  )
})
