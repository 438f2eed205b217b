import assert from 'node:assert/strict'
import type { z } from 'zod'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aTeamAtWork, aWorkerNamed } from '../../employment/fixtures.ts'
import { givesAccess } from '../../people/fixtures.ts'
import { anImmersion } from '../fixtures.ts'
import { recordImmersion } from './record-immersion.ts'

const SAID = {
  renews: '',
  replaces: '',
  hostName: 'Boulangerie du Canal',
  hostKind: 'company',
  hostSiret: '',
  hostPlace: 'Narbonne',
  tutor: '',
  object: 'discover-a-trade',
  tasks: 'Vente et mise en rayon',
  schedule: '',
  prescribedBy: 'structure',
  first: '2026-11-02',
  last: '2026-11-13',
} as const

const aWorker = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    return { ...team, ...(await aWorkerNamed(tx, team, 'Diallo')) }
  })

const records = (world: World, accountId: string, stayId: string, more: Partial<z.input<typeof recordImmersion.schema>> = {}) =>
  doAs(world, accountId, recordImmersion, { stayId, ...SAID, ...more })

const standing = (world: World) => world.look('select from immersion where cancelled_at is null')
const open = (world: World) =>
  world.look("select rule from anomaly where subject_table = 'immersion' and resolved_at is null order by rule")

databaseTest('another structure that shares the person, and the supervisor, note no immersion', async (world) => {
  const made = await aWorker(world)
  await world.load((tx) => givesAccess(tx, made.person, made.otherUnit, { circle: 'shared', source: 'application' }))
  assert.notEqual((await records(world, made.stranger.accountId, made.stay.id)).state, 'done')
  assert.deepEqual(refusalsIn(await records(world, made.supervisor.accountId, made.stay.id)), ['immersions/not-yours'])
  assert.equal((await standing(world)).length, 0)
})

databaseTest('an immersion within the law is noted, without an anomaly; nothing of it is written beside', async (world) => {
  const made = await aWorker(world)
  assert.equal((await records(world, made.director.accountId, made.stay.id)).state, 'done')
  assert.equal((await standing(world)).length, 1)
  assert.deepEqual(await open(world), [])
  const beside = await world.look('select audit::text as line from audit union all select event::text from event')
  assert.doesNotMatch(JSON.stringify(beside), /Canal|rayon/)
})

for (const [what, last, rules] of [
  ['of a month, date to date', '2026-12-01', []],
  ['of one day more', '2026-12-02', ['employment/immersion-too-long']],
] as const)
  databaseTest(`an immersion ${what} from 2 November: it is noted, and the law is said`, async (world) => {
    const made = await aWorker(world)
    assert.equal((await records(world, made.director.accountId, made.stay.id, { last })).state, 'done')
    assert.deepEqual(
      (await open(world)).map(({ rule }) => rule),
      rules,
    )
  })

for (const [what, typed, refusal] of [
  ['before the entry', { first: '2026-01-04', last: '2026-01-10' }, 'immersions/before-the-stay'],
  ['that ends before it begins', { last: '2026-11-01' }, 'immersions/ends-before-it-begins'],
  ['of more than a year', { first: '2026-02-02', last: '2027-02-03' }, 'immersions/longer-than-a-year'],
  ['that renews one of nobody', { renews: '018f0000-0000-7000-8000-000000000000' }, 'immersions/renewed-not-found'],
  ['that corrects one of nobody', { replaces: '018f0000-0000-7000-8000-000000000000' }, 'immersions/corrected-not-found'],
] as const)
  databaseTest(`an immersion ${what} is turned back`, async (world) => {
    const made = await aWorker(world)
    assert.deepEqual(refusalsIn(await records(world, made.director.accountId, made.stay.id, typed)), [refusal])
    assert.equal((await standing(world)).length, 0)
  })

databaseTest('nobody is in two immersions on one day; the day after is free', async (world) => {
  const made = await aWorker(world)
  await world.load((tx) => anImmersion(tx, made.stay, { first: '2026-11-10', last: '2026-11-20' }))
  const asks = (first: string) =>
    records(world, made.director.accountId, made.stay.id, { first, last: '2026-11-27', object: 'confirm-a-project' })
  assert.deepEqual(refusalsIn(await asks('2026-11-20')), ['immersions/overlaps'])
  assert.equal((await asks('2026-11-21')).state, 'done')
})

databaseTest('a correction takes the place of what was noted, and what was wrong with it is settled', async (world) => {
  const made = await aWorker(world)
  const first = await records(world, made.director.accountId, made.stay.id, { last: '2026-12-20' })
  assert.ok(first.state === 'done')
  assert.equal((await open(world)).length, 1)
  const corrected = await records(world, made.director.accountId, made.stay.id, { replaces: first.value.id, last: '2026-11-20' })
  assert.equal(corrected.state, 'done')
  assert.deepEqual(await world.look('select last_day::text from immersion where cancelled_at is null'), [{ last_day: '2026-11-20' }])
  assert.deepEqual(await open(world), [])
})

databaseTest('a wrong number of establishment gives the form back as typed', async (world) => {
  const made = await aWorker(world)
  const browser = await openBrowser(world, made.director.accountId)
  const dates = { 'first-day': '2', 'first-month': '11', 'first-year': '2026', 'last-day': '13', 'last-month': '11', 'last-year': '2026' }
  const { first: _first, last: _last, ...said } = SAID
  const again = await browser.post(`/sejours/${made.stay.id}/immersions/ajouter`, { ...said, ...dates, hostSiret: '123 456 789 00012' })
  assert.match(again.text, /Le SIRET a quatorze chiffres/)
  assert.match(again.body, /Boulangerie du Canal/)
  assert.equal((await standing(world)).length, 0)
})
