import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aClient, aMission, anAvailability, anEnrolled, aPlacingTeam, aRequest, aStatement } from '../fixtures.ts'
import { companyCounters } from '../queries/company-counters.ts'
import { assignPerson } from './assign-person.ts'

const TYPED = { firstDay: '2026-12-01', lastDay: '2026-12-29', weeklyHours: '3', weekdays: ['2'], schedule: '', anyway: false, fills: true }

const scene = (world: World, category: 'company' | 'private-person' = 'private-person') =>
  world.load(async (tx) => {
    const team = await aPlacingTeam(tx)
    const client = await aClient(tx, team.organisation, { name: 'Maçonnerie Roux', category })
    return { ...team, client, request: await aRequest(tx, team.siae, client), ...(await anEnrolled(tx, team)) }
  })
type Scene = Awaited<ReturnType<typeof scene>>
const assigns = (world: World, { request, stay }: Scene, { accountId }: { accountId: string }, more: object = {}) =>
  doAs(world, accountId, assignPerson, { ...TYPED, requestId: request.id, version: '1', stayId: stay.id, ...more })

databaseTest('another carrier does not know the request; who accompanies or pays sends nobody', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await assigns(world, here, here.stranger)), ['platform/not-found'])
  for (const who of [here.counsellor, here.payroll])
    assert.deepEqual(refusalsIn(await assigns(world, here, who)), ['assignments/not-yours'])
  assert.deepEqual(await world.look('select from assignment'), [])
})

databaseTest('somebody enrolled goes to a client, and the request is filled; it says what was agreed', async (world) => {
  const here = await scene(world)
  assert.equal((await assigns(world, here, here.coordinator)).state, 'done')
  assert.deepEqual(
    await world.look(
      'select person_id, work, first_day::text, last_day::text, agreed_last_day::text, weekly_hours, weekdays, agreement_signed_on from assignment',
    ),
    [
      {
        person_id: here.person.id,
        work: 'Ménage',
        first_day: '2026-12-01',
        last_day: '2026-12-29',
        agreed_last_day: '2026-12-29',
        weekly_hours: 300,
        weekdays: [2],
        agreement_signed_on: null,
      },
    ],
  )
  assert.deepEqual(await world.look('select state, version from staffing_request'), [{ state: 'filled', version: 2 }])
  assert.deepEqual(refusalsIn(await assigns(world, here, here.coordinator)), ['platform/stale'])
})

databaseTest('a mission begins while the person is enrolled: on the last day it may, on the next it may not', async (world) => {
  const here = await scene(world)
  await world.look("update siae_stay set exit_day = '2026-12-01'")
  assert.deepEqual(refusalsIn(await assigns(world, here, here.coordinator, { firstDay: '2026-12-02' })), ['assignments/outside-the-stay'])
  assert.equal((await assigns(world, here, here.coordinator, { fills: false })).state, 'done')
  assert.deepEqual(await world.look('select state from staffing_request'), [{ state: 'proposed' }])
  const elsewhere = { stayId: here.request.id, version: '2' }
  assert.deepEqual(refusalsIn(await assigns(world, here, here.coordinator, elsewhere)), ['assignments/stay-not-there'])
})

/** So many hours done with a company in February, by a statement validated. */
const already = (world: World, here: Scene, hundredths: number) =>
  world.load(async (tx) => {
    const mission = await aMission(tx, here, { firstDay: '2026-02-02', lastDay: '2026-02-28' })
    const days = Array.from({ length: 27 }, (_, index) => Math.min(2400, Math.max(0, hundredths - index * 2400)))
    await aStatement(tx, mission, { first: '2026-02-02', hours: days, validated: true })
  })
const ONE_WEEK = { firstDay: '2026-12-01', lastDay: '2026-12-07' }

databaseTest(
  '479.5 hours with companies: half an hour more is agreed without a word, one hour is told, then recorded with its anomaly',
  async (world) => {
    const here = await scene(world, 'company')
    await already(world, here, 47_950)
    const half = await assigns(world, here, here.coordinator, { ...ONE_WEEK, weeklyHours: '0,5', fills: false })
    assert.equal(half.state, 'done')
    assert.deepEqual(await world.look('select from anomaly'), [])
    await world.look("update assignment set cancelled_at = now(), cancelled_by = id where first_day = '2026-12-01'")
    const more = { ...ONE_WEEK, weeklyHours: '1', version: '2' }
    const told = await assigns(world, here, here.coordinator, more)
    assert.deepEqual(refusalsIn(told), ['assignments/company-hours-would-pass'])
    assert.equal((await assigns(world, here, here.coordinator, { ...more, anyway: true })).state, 'done')
    assert.deepEqual(await world.look("select rule, subject_table, facts ->> 'hours' as hours from anomaly where resolved_at is null"), [
      { rule: 'assignments/company-hours-would-pass', subject_table: 'siae_stay', hours: '48050' },
    ])
    const [counter] = await readAs(world, here.coordinator.accountId, (ctx) => companyCounters(ctx))
    assert.deepEqual([counter?.counter.value.left, counter?.counter.value.planned], [50, 100])
  },
)

databaseTest('with a household no hour counts, nor for a temporary-work structure', async (world) => {
  const here = await scene(world)
  await already(world, here, 60_000)
  assert.equal((await assigns(world, here, here.coordinator, { lastDay: null, weeklyHours: '35' })).state, 'done')
  assert.deepEqual(await world.look('select from anomaly'), [])
})

databaseTest(
  'the screens: everybody enrolled is listed with what is known, then the form keeps what was typed and says the law',
  async (world) => {
    const here = await scene(world, 'company')
    await already(world, here, 47_950)
    await world.load(async (tx) => {
      await anAvailability(tx, here, { weekdays: [2], schedule: 'avant 15 h 30', weeklyHours: 2000 })
      await anEnrolled(tx, here, 'Garcia')
    })
    const browser = await openBrowser(world, here.coordinator.accountId)
    const list = await browser.get(`/demandes/${here.request.id}/personnes`)
    assert.match(list.text, /À vérifier avec la personne.*Ana GARCIA.*Disponibilités non renseignées/)
    assert.match(list.text, /Ne conviennent pas.*Ana BENALI.*0,50.h encore possibles en entreprise/)
    assert.match(list.text, /avant 15 h 30/)
    const way = `/demandes/${here.request.id}/personnes/${here.stay.id}`
    const typed = {
      version: '1',
      'firstDay-day': '1',
      'firstDay-month': '12',
      'firstDay-year': '2026',
      weeklyHours: '20',
      schedule: 'le matin',
    }
    const again = await browser.post(way, typed)
    assert.equal(again.status, 422)
    assert.match(again.text, /le maximum de 480,00.h serait dépassé le/)
    assert.match(again.body, /value="le matin"/)
    const done = await browser.post(way, { ...typed, anyway: 'oui' })
    assert.match(String(done.location), /^\/missions\//)
    const mission = await browser.get(String(done.location))
    assert.match(mission.text, /Ana BENALI/)
    assert.match((await browser.get('/anomalies')).text, /Les missions prévues porteraient/)
    assert.match((await browser.get(`/personnes/${here.person.id}/heures-en-entreprise`)).text, /Pourquoi ce chiffre/)
    assert.equal((await (await openBrowser(world, here.counsellor.accountId)).get(way)).status, 404)
  },
)
