import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { month, monthsLater } from '@maillage/kernel'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aCountedSiae, aValidatedMonth, type PlannedSiae, someApplications } from '../fixtures.ts'
import { markRecent } from './mark-recent.ts'
import { recompute } from './recompute.ts'

const run = async (world: World) => {
  await markRecent.run({ database: world.database, clock: world.clock })
  await recompute.run({ database: world.database, clock: world.clock })
}
const three: readonly PlannedSiae[] = [
  { name: 'Un', people: 8, hours: 800, exits: ['open-ended-contract', 'unemployed', 'no-news', 'qualifying-training', 'death'] },
  { name: 'Deux', people: 9, hours: 900, exits: ['fixed-term-contract', 'unemployed', 'unemployed', 'unemployed'] },
  {
    name: 'Trois',
    people: 6,
    hours: 700,
    declared: 9,
    exits: ['open-ended-contract', 'open-ended-contract', 'open-ended-contract', 'aided-contract', 'unemployed'],
  },
]
const planned = (world: World, plan: readonly PlannedSiae[] = three) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const made = []
    for (const each of plan) made.push(await aCountedSiae(tx, each))
    return made
  })
const rollup = (world: World, indicator: string, dimension: string, audience = 'insiders', kind = 'all') =>
  world.look(
    "select state, numerator, denominator, excluded, hidden_by from rollup where indicator = $1 and dimension = $2 and audience = $3 and kind = $4 and month is null and siae_id is null and year = 2026 and territory_id = 'departement-11'",
    [indicator, dimension, audience, kind],
  )

databaseTest('an independent count of the facts gives the same full-time equivalents and the same rate of dynamic exits', async (world) => {
  await planned(world)
  await run(world)
  const [fte] = await world.look(`
    select round(sum(counted / 182000.0), 6)::text as realised from month_total where superseded_at is null`)
  const [found] = await rollup(world, 'realised-fte', 'with-annex')
  assert.ok(Math.abs(Number(found?.['numerator']) / 1_000_000 - Number(fte?.['realised'])) < 0.0001, 'the quotient is rounded once a month')
  assert.deepEqual(found?.['excluded'], { 'month-not-declared': 1, 'month-not-over': 3, 'month-without-annex': 0 })
  const [agreed] = await rollup(world, 'agreed-fte', 'declared')
  // 29 months declared of 6 posts.
  assert.equal(Number(agreed?.['numerator']), 14_500_000)
  const [independent] = await world.look(`
    select count(*) filter (where reason in ('open-ended-contract', 'fixed-term-contract', 'qualifying-training', 'aided-contract'))::integer as dynamic, count(*)::integer as counted
    from exit_reason where reason <> 'death'`)
  const [rate] = await rollup(world, 'dynamic-rate', 'all')
  assert.deepEqual(
    [rate?.['numerator'], rate?.['denominator'], rate?.['state']],
    [independent?.['dynamic'], independent?.['counted'], 'shown'],
  )
})

databaseTest('doing it twice changes nothing; a correction changes the figure and leaves what it was', async (world) => {
  const [first] = await planned(world)
  assert.ok(first)
  await run(world)
  const cells = () => world.look('select count(*)::integer as many, max(recorded_at) as last from cell')
  const before = await cells()
  world.clock.set('2026-11-21T10:00:00Z')
  await run(world)
  assert.deepEqual(await cells(), before)
  world.clock.set('2026-11-21T11:00:00Z')
  await world.load((tx) => aValidatedMonth(tx, first, month('2026-03'), { hours: 1000, people: 8, validation: 2 }))
  await world.look("insert into dirty_month select id, '2026-03-01', now() from siae")
  await recompute.run({ database: world.database, clock: world.clock })
  const versions = await world.look(
    "select numerator, superseded_at is null as stands from cell where siae_id = $1 and month = '2026-03-01' and indicator = 'realised-fte' and dimension = 'all' order by recorded_at",
    [first.id],
  )
  assert.deepEqual(versions, [
    { numerator: 439_560, stands: false },
    { numerator: 549_451, stands: true },
  ])
  assert.equal((await world.look('select from dirty_month')).length + (await world.look('select from dirty_year')).length, 0)
})

databaseTest(
  'a figure that says what it said is left alone when its territory is added up again; the day is that of the last time',
  async (world) => {
    const [first] = await planned(world)
    assert.ok(first)
    await run(world)
    const built = () =>
      world.look(
        "select id, indicator, dimension, to_char(built_at, 'DD') as on from rollup where territory_id = 'departement-11' and year = 2026 order by id",
      )
    const before = await built()
    world.clock.set('2026-11-22T10:00:00Z')
    await world.load((tx) => aValidatedMonth(tx, first, month('2026-03'), { hours: 1000, people: 8, validation: 2 }))
    await world.look("insert into dirty_month select id, '2026-03-01', now() from siae")
    await recompute.run({ database: world.database, clock: world.clock })
    const after = await built()
    assert.equal(after.length, before.length)
    const left = new Set(before.map(({ id }) => id))
    const changed = new Set(after.filter(({ id }) => !left.has(id)).map(({ indicator }) => indicator))
    assert.deepEqual(changed, new Set(['realised-fte', 'structures']))
    assert.deepEqual([...new Set(after.filter(({ indicator }) => indicator === 'structures').map(({ on }) => on))], ['22'])
  },
)

databaseTest('a month that nobody declared is a state, never a zero; taking a month back takes its figure away', async (world) => {
  const [only] = await planned(world, [{ declared: 0 }])
  assert.ok(only)
  await run(world)
  const states = await world.look("select distinct state, numerator from cell where indicator = 'realised-fte' order by state")
  assert.deepEqual(states, [
    { state: 'not-declared', numerator: null },
    { state: 'too-early', numerator: null },
  ])
  assert.deepEqual(
    (await rollup(world, 'realised-fte', 'all', 'authority')).map(({ state, numerator }) => [state, numerator]),
    [['not-declared', null]],
  )
})

databaseTest('a person with two structures counts once in the territory and once in each', async (world) => {
  const [one, other] = await planned(world, [
    { name: 'Un', people: 12 },
    { name: 'Deux', people: 12 },
    { name: 'Trois', people: 12 },
  ])
  assert.ok(one && other)
  await world.look(
    `insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, recorded_at, recorded_by)
     select $1, person_id, $2, $3, (select id from unit where siae_id = $3), 'ACI', '2026-02-01', now(), $2 from siae_stay where siae_id = $4 limit 1`,
    [randomUUIDv7(), other.organisationId, other.id, one.id],
  )
  await run(world)
  assert.deepEqual(
    (await rollup(world, 'people', 'all')).map(({ numerator }) => numerator),
    [36],
  )
  const own = await world.look(
    "select numerator from rollup where audience = 'structure' and indicator = 'people' and dimension = 'all' and year = 2026 order by numerator",
  )
  assert.deepEqual(
    own.map(({ numerator }) => numerator),
    [12, 12, 13],
  )
})

databaseTest('those never hired count in the time of entry, and answers that are not due are left apart', async (world) => {
  const made = await planned(world, [{ name: 'Un' }, { name: 'Deux' }, { name: 'Trois' }])
  await world.load(async (tx) => {
    for (const siae of made)
      await someApplications(tx, siae, [
        { sentOn: '2026-03-01', answeredOn: '2026-03-11', hiredOn: '2026-03-21' },
        { sentOn: '2026-03-01', answeredOn: '2026-05-01', hiredOn: '2026-05-10' },
        { sentOn: '2026-03-01' },
        { sentOn: '2026-11-15' },
      ])
  })
  await run(world)
  const [entry] = await rollup(world, 'entry-time', 'median')
  // 12 people: three after 20 days, three after 70, three still waiting since March, three since six days.
  assert.deepEqual([entry?.['numerator'], entry?.['denominator']], [70, 12])
  const [time] = await rollup(world, 'applications', 'in-time')
  assert.deepEqual([time?.['state'], time?.['hidden_by']], ['too-few', 'too-few-people'])
  const [whole] = await rollup(world, 'applications', 'sent')
  assert.equal(whole?.['numerator'], 12)
  assert.deepEqual(
    (
      await world.look("select dimension, sum(numerator)::integer as many from cell where indicator = 'applications' group by 1 order by 1")
    ).map((row) => Object.values(row)),
    [
      ['in-time', 3],
      ['late', 3],
      ['not-due', 3],
      ['unanswered', 3],
      ['withdrawn', 0],
    ],
  )
})

databaseTest('the figures of two ETTI are read by neither, nor found by subtraction', async (world) => {
  await planned(world, [
    ...Array.from({ length: 4 }, (_, index): PlannedSiae => ({ name: `ACI ${index}`, hours: 900 })),
    ...Array.from({ length: 3 }, (_, index): PlannedSiae => ({ name: `AI ${index}`, kind: 'AI', hours: 500 })),
    ...Array.from({ length: 2 }, (_, index): PlannedSiae => ({ name: `ETTI ${index}`, kind: 'ETTI', hours: 600 })),
  ])
  await run(world)
  const read = await world.look(
    "select kind, state from rollup where indicator = 'realised-fte' and dimension = 'with-annex' and audience = 'insiders' and month is null and year = 2026 and territory_id = 'departement-11' order by kind",
  )
  assert.deepEqual(
    read.map((row) => Object.values(row)),
    [
      ['ACI', 'shown'],
      ['AI', 'too-few'],
      ['ETTI', 'too-few'],
      ['all', 'shown'],
    ],
  )
  const authority = await world.look(
    "select count(*) filter (where state = 'too-few')::integer as hidden from rollup where indicator = 'realised-fte' and audience = 'authority' and year = 2026",
  )
  assert.deepEqual(authority, [{ hidden: 0 }])
  assert.deepEqual(await world.look("select from rollup where state <> 'shown' and (numerator is not null or denominator is not null)"), [])
  assert.equal(monthsLater(month('2026-01'), 11), month('2026-12'))
})

const AUDE = 'commune-11069'
const ROUSSILLON = 'commune-66136'

/** Twenty-one people work in the Aude, six of whom live in the Pyrénées-Orientales and five nowhere known; twelve work there, seven of whom live in the Aude. */
const bothSides = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const homes = [...Array.from({ length: 10 }, () => AUDE), ...Array.from({ length: 6 }, () => ROUSSILLON)]
    const here = await aCountedSiae(tx, { name: 'Ici', people: 21, homes })
    const there = await aCountedSiae(tx, {
      name: 'Là-bas',
      territory: 'departement-66',
      commune: ROUSSILLON,
      people: 12,
      homes: [...Array.from({ length: 7 }, () => AUDE), ...Array.from({ length: 5 }, () => ROUSSILLON)],
    })
    return { here, there }
  })
const residence = async (world: World, territory: string, audience = 'authority') =>
  Object.fromEntries(
    (
      await world.look(
        "select dimension, coalesce(numerator::text, state) as said from rollup where indicator = 'residents' and territory_id = $1 and audience = $2 and year = 2026",
        [territory, audience],
      )
    ).map(({ dimension, said }) => [dimension, said]),
  )

databaseTest(
  'people are counted once where they live, wherever they work, and those who come from elsewhere are told apart',
  async (world) => {
    await bothSides(world)
    await run(world)
    assert.deepEqual(await residence(world, 'departement-11'), {
      all: '17',
      here: '10',
      elsewhere: '7',
      'from-elsewhere': '6',
      unknown: '5',
    })
    assert.deepEqual(await residence(world, 'departement-66'), {
      all: '11',
      here: '5',
      elsewhere: '6',
      'from-elsewhere': '7',
      unknown: '0',
    })
  },
)

databaseTest('somebody who moves is counted in the other territory from then on, and both years are added up again', async (world) => {
  const { here } = await bothSides(world)
  await run(world)
  await world.look(
    `update contact_version set commune_id = $1 where person_id in (
       select stay.person_id from siae_stay as stay join contact_version as home on home.person_id = stay.person_id
       where stay.siae_id = $2 and home.commune_id = $3 order by 1 limit 5)`,
    [ROUSSILLON, here.id, AUDE],
  )
  await world.look(
    "insert into dirty_month select $1, month::date, now() from generate_series('2026-01-01'::date, '2026-11-01', interval '1 month') as month",
    [here.id],
  )
  await recompute.run({ database: world.database, clock: world.clock })
  assert.deepEqual(await residence(world, 'departement-11'), { all: '12', here: '5', elsewhere: '7', 'from-elsewhere': '11', unknown: '5' })
  assert.deepEqual(await residence(world, 'departement-66'), { all: '16', here: '5', elsewhere: '11', 'from-elsewhere': '7', unknown: '0' })
})

databaseTest('few who come from elsewhere are told to nobody, not even by subtraction', async (world) => {
  await world.load(async (tx) => {
    await aSmallMap(tx)
    for (const name of ['Un', 'Deux', 'Trois'])
      await aCountedSiae(tx, {
        name,
        people: 20,
        homes: [...Array.from({ length: 19 }, () => AUDE), ...(name === 'Un' ? [ROUSSILLON] : [AUDE])],
      })
  })
  await run(world)
  const found = await residence(world, 'departement-11', 'public')
  assert.equal(found['from-elsewhere'], 'too-few')
  assert.notEqual(found['here'], '59', 'with the people in pathway it would give the one who comes from elsewhere')
})
