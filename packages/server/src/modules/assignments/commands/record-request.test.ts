import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSiae } from '../../organisations/fixtures.ts'
import { aClient, aPlacingTeam, REQUEST_TYPED } from '../fixtures.ts'
import { recordRequest } from './record-request.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aPlacingTeam(tx)
    return { ...team, client: await aClient(tx, team.organisation) }
  })
type Scene = Awaited<ReturnType<typeof scene>>
const records = (world: World, { client, siae }: Scene, who: { accountId: string }, more: object = {}) =>
  doAs(world, who.accountId, recordRequest, { ...REQUEST_TYPED, clientId: client.id, siaeId: siae.id, ...more })

databaseTest('another carrier does not know the client, and who accompanies or pays records no request', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await records(world, here, here.stranger)), ['platform/not-found'])
  for (const who of [here.counsellor, here.payroll])
    assert.deepEqual(refusalsIn(await records(world, here, who)), ['assignments/not-yours'])
  assert.deepEqual(await world.look('select from staffing_request'), [])
})

databaseTest('a request is written as it was said, and waits for somebody', async (world) => {
  const here = await scene(world)
  const said = { weekdays: ['2', '4'], weeklyHours: '7,5', needs: ['licence'], schedule: 'le matin', people: '2', lastDay: null }
  assert.equal((await records(world, here, here.coordinator, said)).state, 'done')
  assert.deepEqual(
    await world.look(
      'select work, first_day::text, last_day, weekly_hours, weekdays, schedule, people, needs_licence, needs_vehicle, state from staffing_request',
    ),
    [
      {
        work: 'Ménage',
        first_day: '2026-12-01',
        last_day: null,
        weekly_hours: 750,
        weekdays: [2, 4],
        schedule: 'le matin',
        people: 2,
        needs_licence: true,
        needs_vehicle: false,
        state: 'open',
      },
    ],
  )
})

databaseTest('a former client asks for nothing, a workshop places nobody, and a period has its days in order', async (world) => {
  const here = await scene(world)
  const workshop = await world.load((tx) => aSiae(tx, here.organisation, { name: 'Chantier', kind: 'ACI' }))
  for (const siaeId of [workshop.id, here.otherSiae.id])
    assert.deepEqual(refusalsIn(await records(world, here, here.coordinator, { siaeId })), ['assignments/siae-not-placing'])
  const order = (lastDay: string) => records(world, here, here.coordinator, { lastDay })
  assert.deepEqual(refusalsIn(await order('2026-11-30')), ['assignments/ends-before-it-begins'])
  assert.equal((await order('2026-12-01')).state, 'done')
  await world.look("update host_client set last_day = '2026-11-01'")
  assert.deepEqual(refusalsIn(await order('2026-12-01')), ['assignments/client-ended'])
})

databaseTest('the form proposes the commune of the client, says all that is wrong and keeps what was typed', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.coordinator.accountId)
  const form = await browser.get(`/demandes/ajouter?client=${here.client.id}`)
  assert.match(form.body, /value="Carcassonne"/)
  const again = await browser.post('/demandes/ajouter', {
    clientId: here.client.id,
    siaeId: here.siae.id,
    work: '',
    weeklyHours: '800',
    people: 'deux',
    schedule: 'le matin',
    'commune-text': 'Carcassonne',
    'commune-for': 'Carcassonne',
    commune: '11069',
  })
  assert.equal(again.status, 422)
  for (const sentence of [/Dites le travail/, /heures par semaine, entre 0,25 et 60/, /nombre de personnes/, /premier jour/])
    assert.match(again.text, sentence)
  assert.match(again.body, /value="le matin"/)
})
