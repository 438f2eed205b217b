import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aPartner } from '../fixtures-partners.ts'
import { remarkPartner } from './remark-partner.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const by = { ...made, by: made.member }
    return {
      ...made,
      supervisor: await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor'),
      open: await aPartner(tx, by),
      closed: await aPartner(tx, by, { name: 'Ancienne épicerie', closedOn: '2026-06-30' }),
    }
  })

databaseTest('whoever accompanies nobody says nothing of a partner', async (world) => {
  const { supervisor, open } = await scene(world)
  const said = await doAs(world, supervisor.accountId, remarkPartner, { partnerId: open.id, kind: 'verified' })
  assert.deepEqual(refusalsIn(said), ['accompaniment/partners-not-yours'])
  assert.deepEqual(await world.look('select from partner_remark'), [])
})

databaseTest('checked, or a mistake told; nothing of one that closed', async (world) => {
  const { member, open, closed } = await scene(world)
  const remark = (input: object) => doAs(world, member.accountId, remarkPartner, input as never)
  assert.equal((await remark({ partnerId: open.id, kind: 'verified' })).state, 'done')
  assert.equal((await remark({ partnerId: open.id, kind: 'mistake', said: 'Le numéro ne répond plus' })).state, 'done')
  assert.deepEqual(refusalsIn(await remark({ partnerId: closed.id, kind: 'verified' })), ['accompaniment/partner-closed'])
  assert.deepEqual(await world.look('select kind, said from partner_remark order by kind'), [
    { kind: 'mistake', said: 'Le numéro ne répond plus' },
    { kind: 'verified', said: null },
  ])
})
