import assert from 'node:assert/strict'
import type { z } from 'zod'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { aBarrier } from '../fixtures.ts'
import { updateBarrier } from './update-barrier.ts'

const updates = (world: World, accountId: string, barrierId: string, more: Partial<z.input<typeof updateBarrier.schema>> = {}) =>
  doAs(world, accountId, updateBarrier, {
    barrierId,
    version: 1,
    state: 'in-progress',
    weight: 'serious',
    consequence: 'Disponible avant 15 h 30',
    tried: 'Vélo prêté',
    evidence: 'said',
    since: '2026-09-01',
    ...more,
  })

async function aTeam(world: World) {
  return world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const referent = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
    await aReferent(tx, { ...made, ...referent })
    const colleague = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel' })
    return { ...made, referent, colleague, barrier: await aBarrier(tx, { ...made, by: made.member }) }
  })
}

databaseTest(
  'a colleague who is no referent does not know of the barrier; nobody updates it over what somebody else wrote',
  async (world) => {
    const { member, referent, colleague, barrier } = await aTeam(world)
    assert.deepEqual(refusalsIn(await updates(world, colleague.accountId, barrier.id)), ['platform/not-found'])
    assert.equal((await updates(world, referent.accountId, barrier.id)).state, 'done')
    assert.deepEqual(refusalsIn(await updates(world, referent.accountId, barrier.id, { state: 'lifted' })), ['platform/stale'])
    // Taken over by a referent, what is known now is the referents'.
    assert.notEqual((await updates(world, member.accountId, barrier.id, { state: 'lifted' })).state, 'done')
    assert.deepEqual(await world.look('select version, state, superseded_at is null as current from barrier_version order by version'), [
      { version: 1, state: 'identified', current: false },
      { version: 2, state: 'in-progress', current: true },
    ])
  },
)

databaseTest('sent without a change, the form says so and writes nothing', async (world) => {
  const { referent, barrier } = await aTeam(world)
  assert.deepEqual(refusalsIn(await updates(world, referent.accountId, barrier.id, { state: 'identified', tried: '' })), [
    'accompaniment/nothing-changed',
  ])
  assert.equal((await world.look('select from barrier_version')).length, 1)
})

databaseTest('what was known on a past day is read again; before the first word, nothing was', async (world) => {
  const { referent, personId, barrier } = await aTeam(world)
  assert.equal((await updates(world, referent.accountId, barrier.id, { state: 'lifted' })).state, 'done')
  const browser = await openBrowser(world, referent.accountId)
  const page = `/personnes/${personId}/accompagnement`
  const on = async (day: string, month: string) => (await browser.get(`${page}?au-day=${day}&au-month=${month}&au-year=2026`)).text
  assert.match((await browser.get(page)).text, /Levé/)
  assert.match(await on('3', '11'), /Repéré/)
  assert.doesNotMatch(await on('20', '11'), /Levé/)
  assert.match(await on('21', '11'), /Levé/)
  assert.match(await on('2', '11'), /Aucun frein/)
  assert.match(await on('22', '11'), /jour passé/)
  assert.match(await on('31', '6'), /n’existe pas/)
  const history = (await browser.get(`/freins/${barrier.id}`)).text
  assert.match(history, /Ce qui était connu.*Levé.*Repéré/s)
})

databaseTest('noted by mistake, a barrier is on no page any more, and another one of the same area may be noted', async (world) => {
  const { referent, personId, barrier } = await aTeam(world)
  assert.equal((await updates(world, referent.accountId, barrier.id, { state: 'withdrawn' })).state, 'done')
  const browser = await openBrowser(world, referent.accountId)
  assert.doesNotMatch((await browser.get(`/personnes/${personId}/accompagnement`)).text, /15 h 30/)
  const said = { area: 'mobility', state: 'identified', weight: 'slight', consequence: '', tried: '', evidence: '' }
  assert.equal((await browser.post(`/personnes/${personId}/freins/ajouter`, said)).status, 303)
})
