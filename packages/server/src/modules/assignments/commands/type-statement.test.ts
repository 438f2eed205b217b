import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aClient, aMission, anEnrolled, aPlacingTeam } from '../fixtures.ts'
import { typeStatement } from './type-statement.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aPlacingTeam(tx)
    const made = { ...team, client: await aClient(tx, team.organisation), ...(await anEnrolled(tx, team)) }
    return { ...made, mission: await aMission(tx, made) }
  })
type Scene = Awaited<ReturnType<typeof scene>>
/** The 29 days from 2 November, with hours on some. */
const november = (hours: Readonly<Record<number, string>>) => Array.from({ length: 29 }, (_, index) => hours[index + 2] ?? '')
const types = (world: World, { mission }: Scene, { accountId }: { accountId: string }, hours: string[], more: object = {}) =>
  doAs(world, accountId, typeStatement, {
    assignmentId: mission.id,
    first: '2026-11-02',
    version: '0',
    rows: hours.map((each) => ({ hours: each })),
    ...more,
  })

databaseTest('another carrier does not know the mission; who accompanies or supervises types no statement', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await types(world, here, here.stranger, november({}))), ['platform/not-found'])
  for (const who of [here.counsellor])
    assert.deepEqual(refusalsIn(await types(world, here, who, november({}))), ['assignments/statement-not-yours'])
})

databaseTest('hours are typed as people write them, by who places or pays, and nothing goes to the month yet', async (world) => {
  const here = await scene(world)
  assert.equal((await types(world, here, here.payroll, november({ 3: '3,5', 10: '3 h 15' }), { signedOn: '2026-11-20' })).state, 'done')
  const [statement] = await world.look(
    'select day_hours, first_day::text, last_day::text, signed_on::text, validated_at from time_statement',
  )
  assert.deepEqual(((statement?.['day_hours'] ?? []) as number[]).filter(Boolean), [350, 325])
  assert.deepEqual(
    [statement?.['first_day'], statement?.['last_day'], statement?.['signed_on'], statement?.['validated_at']],
    ['2026-11-02', '2026-11-30', '2026-11-20', null],
  )
  assert.deepEqual(await world.look('select from hours'), [])
  assert.deepEqual(refusalsIn(await types(world, here, here.coordinator, november({ 3: '4' }))), ['platform/stale'])
  assert.equal((await types(world, here, here.coordinator, november({ 3: '4' }), { version: '1' })).state, 'done')
})

databaseTest('only the impossible is turned back: 24 hours make a day, and today is the last one with hours', async (world) => {
  const here = await scene(world)
  assert.equal((await types(world, here, here.coordinator, november({ 21: '24' }))).state, 'done')
  const again = { version: '1' }
  assert.deepEqual(refusalsIn(await types(world, here, here.coordinator, november({ 22: '1' }), again)), ['assignments/statement-to-come'])
  for (const wrong of ['24,01', 'midi', '-1'])
    assert.ok(
      !typeStatement.schema.safeParse({ assignmentId: here.mission.id, first: '2026-11-02', version: '1', rows: [{ hours: wrong }] })
        .success,
      wrong,
    )
  assert.deepEqual(refusalsIn(await types(world, here, here.coordinator, ['1'], again)), ['assignments/statement-outside'])
  const late = { ...again, signedOn: '2026-11-22' }
  assert.deepEqual(refusalsIn(await types(world, here, here.coordinator, november({}), late)), ['assignments/signed-in-the-future'])
})

databaseTest('what is missing is listed, typed on its page with each mistake beside its day, and printed to be signed', async (world) => {
  const here = await scene(world)
  await world.look("update assignment set first_day = '2026-10-12'")
  const browser = await openBrowser(world, here.coordinator.accountId)
  const list = await browser.get('/releves')
  assert.match(list.text, /Ana BENALI.*Manquant/)
  assert.doesNotMatch(list.text, /En cours/)
  assert.match((await browser.get('/releves?etat=a-venir')).text, /En cours/)
  const way = `/missions/${here.mission.id}/releves/2026-10-12`
  const again = await browser.post(way, { version: '0', 'rows-0-hours': '25', 'rows-1-hours': '3' })
  assert.equal(again.status, 422)
  assert.match(again.body, /id="rows-0-hours-error"/)
  assert.match(again.body, /value="3"/)
  assert.equal((await browser.post(way, { version: '0', 'rows-0-hours': '2' })).location, way)
  assert.match((await browser.get(`${way}/imprimer`)).text, /Signature du client/)
  assert.equal((await browser.get(`/missions/${here.mission.id}/releves/2026-10-13`)).status, 404)
})
