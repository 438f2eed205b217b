import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aWorksite } from '../../organisations/fixtures.ts'
import { aPass } from '../../pass-iae/fixtures.ts'
import { aUnit } from '../../people/fixtures.ts'
import { aLine, aMonth, aTeamAtWork, aWorkerNamed } from '../fixtures.ts'
import { typeHours } from './type-hours.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const ana = await aWorkerNamed(tx, team, 'Benali')
    const bea = await aWorkerNamed(tx, team, 'Garcia')
    for (const { person } of [ana, bea]) await aPass(tx, person, { first: '2026-01-05', last: '2028-01-04' })
    return { ...team, ana: ana.stay, bea: bea.stay, anaPerson: ana.person }
  })
type Scene = Awaited<ReturnType<typeof scene>>

const types = (
  world: World,
  { siae }: Pick<Scene, 'siae'>,
  by: { accountId: string },
  rows: ReturnType<typeof aLine>[],
  month = '2026-07',
) => doAs(world, by.accountId, typeHours, { siaeId: siae.id, month, rows })
/** What is written, person by person in the order of their names. */
const OF_PERSON = `from hours join hours_version on hours_id = hours.id join person_name as name on name.person_id = hours.person_id and kind = 'birth'`
const written = (world: World) =>
  world.look(
    `select version, paid, worked, cancelled, hours_version.superseded_at is null as current ${OF_PERSON} order by name.value, version`,
  )
/** The ids of the lines, person by person; those of one person in the order they were typed. */
const hoursIds = async (world: World) =>
  (await world.look(`select hours.id ${OF_PERSON} where version = 1 order by name.value, worksite_id nulls first`)).map(({ id }) =>
    String(id),
  )

databaseTest('a stranger, a former member and the State type nothing here', async (world) => {
  const made = await scene(world)
  for (const who of [made.stranger, made.officer])
    assert.deepEqual(refusalsIn(await types(world, made, who, [aLine(made.ana, { paid: '10' })])), ['platform/not-found'])
  assert.deepEqual(refusalsIn(await types(world, made, made.former, [aLine(made.ana, { paid: '10' })])), ['platform/not-found'])
  assert.equal((await written(world)).length, 0)
})

databaseTest('a supervisor types for their own team, and for nobody else of the structure', async (world) => {
  const made = await scene(world)
  const other = await world.load(async (tx) => {
    const unit = await aUnit(tx, made.organisation, made.siae, 'Équipe de Narbonne')
    return aWorkerNamed(tx, made, 'Martin', { unit })
  })
  assert.deepEqual(refusalsIn(await types(world, made, made.supervisor, [aLine(other.stay, { paid: '10' })])), ['platform/not-found'])
  assert.equal((await types(world, made, made.supervisor, [aLine(made.ana, { paid: '10' })])).state, 'done')
})

databaseTest('a team is typed at once: empty is not known, zero is zero, and a line nobody touched writes nothing', async (world) => {
  const made = await scene(world)
  const first = [aLine(made.ana, { paid: '112,67', worked: '98 h 30' }), aLine(made.bea, { paid: '0', worked: '' })]
  assert.equal((await types(world, made, made.counsellor, first)).state, 'done')
  assert.deepEqual(await written(world), [
    { version: 1, paid: 11_267, worked: 9_850, cancelled: false, current: true },
    { version: 1, paid: 0, worked: null, cancelled: false, current: true },
  ])
  const [ana = '', bea = ''] = await hoursIds(world)
  const again = [
    aLine(made.ana, { hoursId: ana, version: 1, paid: '112,67', worked: '98,5' }),
    aLine(made.bea, { hoursId: bea, version: 1, paid: '0', worked: '0' }),
  ]
  assert.equal((await types(world, made, made.counsellor, again)).state, 'done')
  assert.deepEqual(await written(world), [
    { version: 1, paid: 11_267, worked: 9_850, cancelled: false, current: true },
    { version: 1, paid: 0, worked: null, cancelled: false, current: false },
    { version: 2, paid: 0, worked: 0, cancelled: false, current: true },
  ])
  assert.deepEqual(await world.look('select state, validations from month_sheet'), [{ state: 'draft', validations: 0 }])
})

databaseTest('only the impossible is turned back: every line is told, and nothing is written', async (world) => {
  const made = await scene(world)
  const refused = await types(world, made, made.counsellor, [
    aLine(made.ana, { paid: '800' }),
    aLine(made.bea, { paid: '120', worked: '744,01' }),
  ])
  assert.deepEqual(refused.state === 'refused' && refused.refusals.map(({ code, field }) => [code, field]), [
    ['employment/hours-impossible', 'rows-0-paid'],
    ['employment/hours-impossible', 'rows-1-worked'],
  ])
  assert.equal((await written(world)).length, 0)
  for (const paid of ['-5', 'douze', '12,345', '1e3'])
    assert.ok(!typeHours.schema.safeParse({ siaeId: made.siae.id, month: '2026-07', rows: [aLine(made.ana, { paid })] }).success, paid)
})

databaseTest('two places of work do not make a month longer, and one place of work has one line', async (world) => {
  const made = await scene(world)
  const site = await world.load((tx) => aWorksite(tx, made.siae))
  const both = [aLine(made.ana, { paid: '400' }), aLine(made.ana, { paid: '400', worksiteId: site.id })]
  assert.deepEqual(refusalsIn(await types(world, made, made.counsellor, both)), ['employment/hours-impossible'])
  const twice = [aLine(made.ana, { paid: '40' }), aLine(made.ana, { paid: '50' })]
  assert.deepEqual(refusalsIn(await types(world, made, made.counsellor, twice)), ['employment/hours-same-site-twice'])
  const elsewhere = await world.load((tx) => aWorksite(tx, made.otherSiae, { name: 'Ailleurs' }))
  const foreign = [aLine(made.ana, { paid: '40', worksiteId: elsewhere.id })]
  assert.deepEqual(refusalsIn(await types(world, made, made.counsellor, foreign)), ['employment/worksite-of-another'])
})

databaseTest('hours that move to another place of work leave their line and open another; coming back reopens the first', async (world) => {
  const made = await scene(world)
  const site = await world.load((tx) => aWorksite(tx, made.siae))
  await types(world, made, made.counsellor, [aLine(made.ana, { paid: '100' })])
  const [first = ''] = await hoursIds(world)
  await types(world, made, made.counsellor, [aLine(made.ana, { hoursId: first, version: 1, paid: '100', worksiteId: site.id })])
  const where = () =>
    world.look(
      'select hours.worksite_id is null as nowhere, paid, cancelled from hours join hours_version on hours_id = id where superseded_at is null order by 1 desc',
    )
  assert.deepEqual(await where(), [
    { nowhere: true, paid: 10_000, cancelled: true },
    { nowhere: false, paid: 10_000, cancelled: false },
  ])
  const [, second = ''] = await hoursIds(world)
  const back = [aLine(made.ana, { hoursId: second, version: 1, paid: '90' })]
  assert.equal((await types(world, made, made.counsellor, back)).state, 'done')
  assert.deepEqual(await where(), [
    { nowhere: true, paid: 9_000, cancelled: false },
    { nowhere: false, paid: 10_000, cancelled: true },
  ])
})

databaseTest(
  'whoever was slower is told what is written now, line by line; a line that only the other one touched does not block',
  async (world) => {
    const made = await scene(world)
    await types(world, made, made.counsellor, [aLine(made.ana, { paid: '100' }), aLine(made.bea, { paid: '50' })])
    const [ana = '', bea = ''] = await hoursIds(world)
    await types(world, made, made.payroll, [aLine(made.ana, { hoursId: ana, version: 1, paid: '120', worked: '118' })])
    const late = (paid: string) => [
      aLine(made.ana, { hoursId: ana, version: 1, paid }),
      aLine(made.bea, { hoursId: bea, version: 1, paid: '55' }),
    ]
    const refused = await types(world, made, made.counsellor, late('110'))
    assert.deepEqual(refused.state === 'refused' && refused.refusals.map(({ code, details, field }) => [code, details?.['paid'], field]), [
      ['employment/hours-meanwhile', '120,00\u00a0h', 'rows-0-paid'],
    ])
    assert.equal((await types(world, made, made.counsellor, late('100'))).state, 'done')
    assert.deepEqual(await world.look(`select paid ${OF_PERSON} where hours_version.superseded_at is null order by name.value`), [
      { paid: 12_000 },
      { paid: 5_500 },
    ])
    // A line that two people type for the first time is one line.
    const fresh = [aLine(made.ana, { paid: '130' })]
    assert.deepEqual(refusalsIn(await types(world, made, made.counsellor, fresh)), ['employment/hours-meanwhile'])
  },
)

databaseTest('a month to come is not typed, nor one that was validated or opened again', async (world) => {
  const made = await scene(world)
  const line = [aLine(made.ana, { paid: '10' })]
  assert.deepEqual(refusalsIn(await types(world, made, made.counsellor, line, '2026-12')), ['employment/month-not-begun'])
  await world.load(async (tx) => {
    await aMonth(tx, made.siae, '2026-07', 'validated')
    await aMonth(tx, made.siae, '2026-06', 'reopened')
  })
  assert.deepEqual(refusalsIn(await types(world, made, made.counsellor, line)), ['employment/month-closed'])
  assert.deepEqual(refusalsIn(await types(world, made, made.counsellor, line, '2026-06')), ['employment/month-reopened'])
})

databaseTest('what the law says otherwise is opened with the hours, and closed by itself when they change', async (world) => {
  const made = await scene(world)
  await world.load((tx) => aWorkerNamed(tx, made, 'Sans contrat', { last: '2026-06-30' }))
  const [alone] = await world.look(
    "select stay.id from siae_stay as stay join contract on stay_id = stay.id join contract_version on contract_id = contract.id and last_day = '2026-06-30'",
  )
  const stay = { id: String(alone?.['id']) }
  await types(world, made, made.counsellor, [aLine(stay, { paid: '35' }), aLine(made.ana, { paid: '151', worked: '260' })])
  const open = () =>
    world.look(
      "select rule, facts ->> 'hours' as hours, since::text from anomaly where resolved_at is null and subject_table = 'hours' order by rule",
    )
  assert.deepEqual(await open(), [
    { rule: 'employment/hours-outside-pass', hours: '3500', since: '2026-07-01' },
    { rule: 'employment/hours-without-contract', hours: '3500', since: '2026-07-01' },
    { rule: 'employment/month-maximum-passed', hours: '26000', since: '2026-07-01' },
  ])
  const ids = await world.look('select id, stay_id from hours')
  const idOf = (of: { id: string }) => String(ids.find((row) => row['stay_id'] === of.id)?.['id'])
  await types(world, made, made.counsellor, [
    aLine(stay, { hoursId: idOf(stay), version: 1, paid: '' }),
    aLine(made.ana, { hoursId: idOf(made.ana), version: 1, paid: '151', worked: '140' }),
  ])
  assert.deepEqual(await open(), [])
  assert.equal((await world.look("select from anomaly where resolution = 'facts-changed'")).length, 3)
})

databaseTest('two hundred people are saved in as many statements as one', async (world) => {
  const made = await scene(world)
  const stays = await world.load(async (tx) => {
    const ids: { readonly id: string }[] = []
    for (let at = 0; at < 200; at++) ids.push((await aWorkerNamed(tx, made, `Nom ${at}`)).stay)
    return ids
  })
  const counted = async (month: string, of: readonly { readonly id: string }[]) => {
    const before = world.statements.length
    const lines = of.map((stay) => aLine(stay, { paid: '100', worked: '90' }))
    assert.equal((await types(world, made, made.payroll, lines, month)).state, 'done')
    return world.statements.length - before
  }
  assert.equal(await counted('2026-06', stays), await counted('2026-05', stays.slice(0, 1)))
  assert.deepEqual(await world.look("select count(*)::integer as lines from hours where month = '2026-06-01'"), [{ lines: 200 }])
})
