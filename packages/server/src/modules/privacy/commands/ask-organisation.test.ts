import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { twoWhoMeet } from '../../people/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { openSpace } from '../fixtures.ts'
import { askOrganisation } from './ask-organisation.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    return twoWhoMeet(tx)
  })

databaseTest(
  'an account asks nothing in the place of the person, nor the person of an organisation that never read their file',
  async (world) => {
    const { holder, holding, asking, person } = await scene(world)
    const input = { organisationId: holding.id, kind: 'access' as const, said: null }
    assert.deepEqual(refusalsIn(await doAs(world, holder.accountId, askOrganisation, input)), ['platform/not-found'])
    const space = await openSpace(world, person)
    assert.equal((await space.post('/mon-espace/demandes', { organisationId: asking.id, kind: 'access', said: '' })).status, 404)
  },
)

databaseTest('a request is due within the month, waits once, and a correction says what is wrong', async (world) => {
  const { holding, person } = await scene(world)
  const space = await openSpace(world, person)
  const ask = (kind: string, said = '') => space.post('/mon-espace/demandes', { organisationId: holding.id, kind, said })
  assert.match((await ask('correction')).text, /Écrivez ce qui est faux/)
  assert.equal((await ask('access')).status, 303)
  assert.match((await ask('access')).text, /Vous avez déjà demandé/)
  assert.equal((await ask('correction', 'Mon prénom s’écrit Nadya.')).status, 303)
  assert.match((await space.get('/mon-espace/demandes')).text, /réponse attendue au plus tard le 21 décembre 2026/)
  assert.deepEqual(await world.look('select kind, due_on::text, way from access_request order by kind'), [
    { kind: 'access', due_on: '2026-12-21', way: 'space' },
    { kind: 'correction', due_on: '2026-12-21', way: 'space' },
  ])
  assert.doesNotMatch(JSON.stringify(await world.look('select * from audit')), /Nadya/)
})
