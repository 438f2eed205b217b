import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { twoWhoMeet } from '../../people/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { openSpace } from '../fixtures.ts'
import { stopSharing } from './stop-sharing.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    return twoWhoMeet(tx)
  })

databaseTest(
  'what the person takes back is closed the same day; taken back twice, it is said; nobody takes it back for them',
  async (world) => {
    const { holder, holding, person } = await scene(world)
    const space = await openSpace(world, person)
    const press = (act: string) => space.post('/mon-espace/partage', { act, organisationId: holding.id, subject: 'justice' })
    assert.equal((await press('agree')).status, 303)
    const input = { organisationId: holding.id, subject: 'justice' as const }
    assert.deepEqual(refusalsIn(await doAs(world, holder.accountId, stopSharing, input)), ['platform/not-found'])
    assert.equal((await press('stop')).status, 303)
    assert.match((await press('stop')).text, /plus rien à retirer/)
    assert.deepEqual(await world.look('select withdrawn_on::text from sharing_agreement'), [{ withdrawn_on: '2026-11-21' }])
    assert.equal((await press('agree')).status, 303, 'and may be given again')
  },
)
