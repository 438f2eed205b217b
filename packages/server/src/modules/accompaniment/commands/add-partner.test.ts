import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson, theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { addPartner } from './add-partner.ts'

const SAID = {
  name: 'Garage solidaire des Corbières',
  does: 'Répare des voitures à petit prix',
  areas: ['mobility'],
  commune: '11262',
  reach: 'departement',
  address: '',
  phone: '',
  conditions: '',
} as const

databaseTest('whoever accompanies nobody adds no partner, nor a former member', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const supervisor = await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor')
    return { supervisor, ...(await theOutsiders(tx, made)) }
  })
  assert.deepEqual(refusalsIn(await doAs(world, here.supervisor.accountId, addPartner, SAID)), ['accompaniment/partners-not-yours'])
  assert.notEqual((await doAs(world, here.former.accountId, addPartner, SAID)).state, 'done')
  assert.deepEqual(await world.look('select from partner'), [])
})

databaseTest(
  'a partner stands in its commune and welcomes the inhabitants that its reach says; an unknown commune is refused',
  async (world) => {
    const { member } = await world.load((tx) => aCounsellorWithAPerson(tx))
    for (const reach of ['commune', 'departement'])
      assert.equal((await doAs(world, member.accountId, addPartner, { ...SAID, reach } as never)).state, 'done')
    assert.deepEqual(await world.look('select commune_id, serves_id, address from partner_version order by serves_id'), [
      { commune_id: 'commune-11262', serves_id: 'commune-11262', address: null },
      { commune_id: 'commune-11262', serves_id: 'departement-11', address: null },
    ])
    const nowhere = await doAs(world, member.accountId, addPartner, { ...SAID, commune: '99999' })
    assert.deepEqual(refusalsIn(nowhere), ['accompaniment/commune-unknown'])
    assert.equal((await world.look('select from partner')).length, 2)
  },
)
