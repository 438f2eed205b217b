import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aLine, aMonth } from '../../employment/fixtures.ts'
import { typeHours } from '../../employment/index.ts'
import { aPass } from '../../pass-iae/fixtures.ts'
import { aClient, aMission, anEnrolled, aPlacingTeam, aStatement, sameDays } from '../fixtures.ts'
import { validateStatement } from './validate-statement.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aPlacingTeam(tx)
    const client = await aClient(tx, team.organisation, { category: 'company', name: 'Maçonnerie Roux' })
    const made = { ...team, client, ...(await anEnrolled(tx, team)) }
    await aPass(tx, made.person, { first: '2026-01-05', last: '2028-01-04' })
    const mission = await aMission(tx, made)
    return { ...made, mission, statement: await aStatement(tx, mission, { first: '2026-11-02', hours: sameDays(29, 100) }) }
  })
type Scene = Awaited<ReturnType<typeof scene>>
const moves = (
  world: World,
  { mission, statement }: Pick<Scene, 'mission' | 'statement'>,
  { accountId }: { accountId: string },
  to: 'validated' | 'taken-back' = 'validated',
  version = '1',
) => doAs(world, accountId, validateStatement, { assignmentId: mission.id, statementId: statement.id, version, to })
const month = (world: World) =>
  world.look(
    'select paid, worked, cancelled from hours join hours_version on hours_id = hours.id where superseded_at is null order by month',
  )

databaseTest('another carrier does not know the statement; who accompanies validates none', async (world) => {
  const here = await scene(world)
  assert.deepEqual(refusalsIn(await moves(world, here, here.stranger)), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await moves(world, here, here.counsellor)), ['assignments/statement-not-yours'])
  assert.deepEqual(await month(world), [])
})

databaseTest(
  'validated, hours are those of the month: two missions add up, one taken back leaves the other, none leaves nothing',
  async (world) => {
    const here = await scene(world)
    assert.equal((await moves(world, here, here.coordinator)).state, 'done')
    assert.deepEqual(await month(world), [{ paid: 2900, worked: 2900, cancelled: false }])
    const second = await world.load(async (tx) => {
      const mission = await aMission(tx, here, { work: 'Jardin' })
      return { mission, statement: await aStatement(tx, mission, { first: '2026-11-02', hours: sameDays(29, 50) }) }
    })
    assert.equal((await moves(world, second, here.payroll)).state, 'done')
    assert.deepEqual(await month(world), [{ paid: 4350, worked: 4350, cancelled: false }])
    assert.deepEqual(refusalsIn(await moves(world, here, here.coordinator, 'validated', '2')), ['assignments/statement-validated'])
    assert.equal((await moves(world, here, here.coordinator, 'taken-back', '2')).state, 'done')
    assert.deepEqual(await month(world), [{ paid: 1450, worked: 1450, cancelled: false }])
    await moves(world, second, here.coordinator, 'taken-back', '2')
    assert.deepEqual(
      (await month(world)).map(({ cancelled }) => cancelled),
      [true],
    )
  },
)

databaseTest(
  'other hours typed by hand are never counted twice nor lost: the statement waits; the same hours are the same',
  async (world) => {
    const here = await scene(world)
    const types = (paid: string, hoursId = '', version = 0) =>
      doAs(world, here.payroll.accountId, typeHours, {
        siaeId: here.siae.id,
        month: '2026-11',
        rows: [aLine(here.stay, { hoursId, version, paid, worked: paid })],
      })
    await types('12')
    assert.deepEqual(refusalsIn(await moves(world, here, here.coordinator)), ['assignments/month-typed-by-hand'])
    assert.deepEqual(await month(world), [{ paid: 1200, worked: 1200, cancelled: false }])
    assert.deepEqual(await world.look('select validated_at from time_statement'), [{ validated_at: null }])
    const [line] = await world.look('select id from hours')
    await types('29', String(line?.['id']), 1)
    assert.equal((await moves(world, here, here.coordinator)).state, 'done')
    assert.deepEqual(await month(world), [{ paid: 2900, worked: 2900, cancelled: false }])
  },
)

databaseTest('a month validated takes no statement; one opened again takes it, with its reason', async (world) => {
  const here = await scene(world)
  const sheet = await world.load((tx) => aMonth(tx, here.siae, '2026-11', 'validated'))
  assert.deepEqual(refusalsIn(await moves(world, here, here.coordinator)), ['employment/month-closed'])
  await world.look("update month_sheet set state = 'reopened' where id = $1", [sheet.id])
  assert.equal((await moves(world, here, here.coordinator)).state, 'done')
  assert.deepEqual(await world.look('select reason, paid from hours_version'), [{ reason: 'Relevé d’heures d’une mission', paid: 2900 }])
})

databaseTest('a week over the end of a month gives each month its own days', async (world) => {
  const here = await scene(world)
  await world.look("update siae set kind = 'ETTI' where id = $1", [here.siae.id])
  const week = await world.load(async (tx) => {
    const mission = await aMission(tx, here, { firstDay: '2026-10-26' })
    return { mission, statement: await aStatement(tx, mission, { first: '2026-10-26', hours: [700, 700, 0, 700, 0, 0, 300] }) }
  })
  assert.equal((await moves(world, week, here.coordinator)).state, 'done')
  assert.deepEqual(
    (await month(world)).map(({ paid }) => paid),
    [2100, 300],
  )
})

databaseTest('more than 480 hours with companies: they are paid like the others, and the anomaly is opened', async (world) => {
  const here = await scene(world)
  const long = await world.load(async (tx) => {
    const mission = await aMission(tx, here, { firstDay: '2026-08-01', lastDay: '2026-08-31' })
    return { mission, statement: await aStatement(tx, mission, { first: '2026-08-01', hours: sameDays(31, 1549) }) }
  })
  await moves(world, long, here.coordinator)
  const open = () => world.look("select rule from anomaly where resolved_at is null and subject_table = 'siae_stay' order by rule")
  // 480.19 hours.
  assert.deepEqual(await open(), [{ rule: 'assignments/company-hours-would-pass' }, { rule: 'employment/company-hours-passed' }])
  await moves(world, long, here.coordinator, 'taken-back', '2')
  assert.deepEqual(await open(), [])
})

databaseTest('the month shows every mission beside what is declared, and whoever is enrolled without an hour', async (world) => {
  const here = await scene(world)
  await world.load((tx) => anEnrolled(tx, here, 'Garcia'))
  const browser = await openBrowser(world, here.payroll.accountId)
  const before = await browser.get('/releves/mois?mois=2026-11')
  assert.match(before.text, /Ana BENALI Maçonnerie Roux : 0,00.h, et 29,00.h à valider/)
  assert.match(before.text, /2 personnes inscrites n’ont aucune heure/)
  const way = `/missions/${here.mission.id}/releves/2026-11-02`
  assert.equal((await browser.post(`${way}/valider`, { version: '1', to: 'validated' })).location, way)
  const after = await browser.get('/releves/mois?mois=2026-11')
  assert.match(after.text, /Maçonnerie Roux : 29,00.h 29,00.h 29,00.h/)
  assert.match(after.text, /1 personne inscrite sans mission ni heure Ana GARCIA/)
  assert.match((await browser.get(way)).text, /29,00.h validées/)
})

databaseTest('two structures at once (FIELD §7, 1): the counter of each knows its own hours, and both months stand', async (world) => {
  const here = await scene(world)
  await moves(world, here, here.coordinator)
  const elsewhere = await world.look('select from assignment where organisation_id = $1', [here.other.id])
  assert.equal(elsewhere.length, 0)
  const away = await openBrowser(world, here.stranger.accountId)
  assert.equal((await away.get(`/missions/${here.mission.id}`)).status, 404)
  assert.match((await away.get('/missions/compteurs')).text, /Personne n’a travaillé en entreprise/)
})
