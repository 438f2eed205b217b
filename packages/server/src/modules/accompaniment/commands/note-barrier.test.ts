import assert from 'node:assert/strict'
import type { z } from 'zod'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, TEST_DAY, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson, theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { noteBarrier } from './note-barrier.ts'

const SAID = { area: 'mobility', state: 'identified', weight: 'serious', consequence: ' Pas de bus avant 8 heures ', tried: '' } as const

const notes = (world: World, accountId: string, personId: string, more: Partial<z.input<typeof noteBarrier.schema>> = {}) =>
  doAs(world, accountId, noteBarrier, { personId, ...SAID, ...more })

databaseTest('whoever does not follow the person notes no barrier, nor who supervises or pays them', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    return {
      ...made,
      outsiders: await theOutsiders(tx, made),
      supervisor: await aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor'),
      payroll: await aMemberIn(tx, made.organisation, made.unit, 'payroll_officer', { name: 'Lou Petit' }),
    }
  })
  const { stranger, former, colleague } = here.outsiders
  for (const { accountId } of [stranger, former, colleague]) assert.notEqual((await notes(world, accountId, here.personId)).state, 'done')
  for (const { accountId } of [here.supervisor, here.payroll])
    assert.deepEqual(refusalsIn(await notes(world, accountId, here.personId)), ['accompaniment/not-yours'])
  assert.deepEqual(await world.look('select from barrier'), [])
})

databaseTest('who is no referent notes what is ordinary, never health, justice nor violence: they are not even proposed', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  for (const area of ['health', 'addiction', 'justice', 'domestic-violence'] as const)
    assert.deepEqual(refusalsIn(await notes(world, member.accountId, personId, { area })), ['accompaniment/referents-only'])
  const form = (await (await openBrowser(world, member.accountId)).get(`/personnes/${personId}/freins/ajouter`)).body
  assert.match(form, /value="housing"/)
  assert.doesNotMatch(form, /value="(?:health|addiction|justice|domestic-violence)"/)
  assert.equal((await notes(world, member.accountId, personId)).state, 'done')
  assert.deepEqual(await world.look('select sensitivity, state, consequence, tried, recorded_by from barrier_version'), [
    {
      sensitivity: 'ordinary',
      state: 'identified',
      consequence: 'Pas de bus avant 8 heures',
      tried: null,
      recorded_by: member.accountId,
    },
  ])
})

databaseTest(
  'what a referent notes of health is sealed in the database, read again on their page, and written nowhere beside',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aCounsellorWithAPerson(tx)
      await aReferent(tx, { ...made, ...made.member })
      return made
    })
    const { member, personId } = here
    const said = { area: 'health', consequence: 'Pas de port de charge', tried: 'Visite de reprise demandée' } as const
    assert.equal((await notes(world, member.accountId, personId, said)).state, 'done')
    const stored = JSON.stringify(
      await world.look('select barrier.area, barrier_version.* from barrier join barrier_version on barrier_id = id'),
    )
    assert.match(stored, /"area":"health"/)
    assert.doesNotMatch(stored, /charge|reprise/)
    assert.match(
      (await (await openBrowser(world, member.accountId)).get(`/personnes/${personId}/accompagnement`)).text,
      /Pas de port de charge/,
    )
    const beside = await world.look(
      'select audit::text as line from audit union all select event::text from event union all select request_outcome::text from request_outcome',
    )
    assert.doesNotMatch(JSON.stringify(beside), /charge|reprise|health/)
  },
)

databaseTest('a barrier of an area already noted is updated, never noted twice; one since tomorrow is not noted', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  assert.equal((await notes(world, member.accountId, personId, { since: TEST_DAY })).state, 'done')
  assert.deepEqual(refusalsIn(await notes(world, member.accountId, personId)), ['accompaniment/barrier-known'])
  const tomorrow = { area: 'housing', since: '2026-11-22' } as const
  assert.deepEqual(refusalsIn(await notes(world, member.accountId, personId, tomorrow)), ['accompaniment/since-to-come'])
  assert.equal((await world.look('select from barrier')).length, 1)
})

databaseTest('after a death nothing is noted any more', async (world) => {
  const { member, personId } = await world.load((tx) => aCounsellorWithAPerson(tx))
  await world.look("update person set death_date = '2026-11-18' where id = $1", [personId])
  assert.deepEqual(refusalsIn(await notes(world, member.accountId, personId)), ['people/person-died'])
})
