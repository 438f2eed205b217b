import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aPartner } from '../fixtures-partners.ts'
import { correctPartner } from './correct-partner.ts'

const SAID = {
  version: '1',
  name: 'Garage solidaire des Corbières',
  does: 'Répare et loue des voitures',
  areas: ['mobility', 'money'],
  commune: '11262',
  reach: 'departement',
  address: '',
  phone: '04 68 00 00 02',
  conditions: '',
} as const

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    return {
      ...made,
      supervisor: await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor'),
      partner: await aPartner(tx, { ...made, by: made.member }),
    }
  })

databaseTest('whoever accompanies nobody corrects no partner', async (world) => {
  const { supervisor, partner } = await scene(world)
  const corrected = await doAs(world, supervisor.accountId, correctPartner, { partnerId: partner.id, ...SAID })
  assert.deepEqual(refusalsIn(corrected), ['accompaniment/partners-not-yours'])
  assert.equal((await world.look('select from partner_version')).length, 1)
})

databaseTest('two corrections of the same version: the first stands, the second is told to read it again', async (world) => {
  const { member, partner } = await scene(world)
  const correct = (more: object) => doAs(world, member.accountId, correctPartner, { partnerId: partner.id, ...SAID, ...more })
  assert.equal((await correct({})).state, 'done')
  assert.deepEqual(refusalsIn(await correct({ does: 'Autre chose' })), ['platform/stale'])
  assert.deepEqual(await world.look('select version, does, phone from partner_version where superseded_at is null'), [
    { version: 2, does: 'Répare et loue des voitures', phone: '04 68 00 00 02' },
  ])
})

databaseTest('moved to another département, it is another partner', async (world) => {
  const { member, partner } = await scene(world)
  const moved = await doAs(world, member.accountId, correctPartner, { partnerId: partner.id, ...SAID, commune: '97411' })
  assert.deepEqual(refusalsIn(moved), ['accompaniment/partner-moved-away'])
  assert.equal((await world.look('select from partner_version')).length, 1)
})
