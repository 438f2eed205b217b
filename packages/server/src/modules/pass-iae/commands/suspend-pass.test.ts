import assert from 'node:assert/strict'
import { doAs, readAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { committedTest, databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { anAdviserOf, theOutsiders } from '../../eligibility/fixtures.ts'
import { aMemberIn, givesAccess } from '../../people/fixtures.ts'
import { aCounsellorWithAPass, aProlongation, aSuspension, PASS_TABLES } from '../fixtures.ts'
import { passSummary } from '../queries/pass-summary.ts'
import { suspendPass } from './suspend-pass.ts'

type Here = Awaited<ReturnType<typeof aCounsellorWithAPass>>
const scene = (world: World) => world.load((tx) => aCounsellorWithAPass(tx))
const asked = ({ pass, siae }: Here, more = {}) => ({
  passId: pass.id,
  siaeId: siae.id,
  reason: 'contract-ended' as const,
  firstDay: '2026-11-02',
  lastDay: '2026-11-11',
  ...more,
})

async function rowsSeen(world: World, accountId: string): Promise<Record<string, number>> {
  return readAs(world, accountId, async ({ tx }) => {
    const counts: Record<string, number> = {}
    for (const table of PASS_TABLES)
      counts[table] = (await tx.withTables<Record<string, object>>().selectFrom(table).selectAll().execute()).length
    return counts
  })
}

databaseTest(
  'a stranger, a former member, a colleague whose team does not hold the person find no right and read no row',
  async (world) => {
    const here = await scene(world)
    await world.load((tx) => aSuspension(tx, here.person, here.pass, { first: '2026-05-01', last: '2026-05-10' }))
    const nothing = Object.fromEntries(PASS_TABLES.map((table) => [table, 0]))
    for (const { accountId } of Object.values(await world.load((tx) => theOutsiders(tx, here)))) {
      assert.deepEqual(refusalsIn(await doAs(world, accountId, suspendPass, asked(here))), ['platform/not-found'])
      assert.deepEqual(await rowsSeen(world, accountId), nothing)
    }
  },
)

databaseTest('a technical supervisor of the team suspends nothing, nor an organisation that only refers people', async (world) => {
  const here = await scene(world)
  const [supervisor, referrer] = await world.load(async (tx) => [
    await aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'),
    await anAdviserOf(tx, here.person, null, 'Épicerie sociale'),
  ])
  assert.deepEqual(refusalsIn(await doAs(world, supervisor.accountId, suspendPass, asked(here))), ['pass-iae/not-yours'])
  assert.deepEqual(refusalsIn(await doAs(world, referrer.member.accountId, suspendPass, asked(here))), ['pass-iae/declarant-not-entitled'])
})

databaseTest('whoever shares the person reads that the right is suspended, and no reason that tells an illness', async (world) => {
  const here = await scene(world)
  await world.load(async (tx) => {
    await aSuspension(tx, here.person, here.pass, { first: '2026-05-01', last: '2026-05-10', reason: 'sickness' })
    await aProlongation(tx, here.person, here.pass, { first: '2028-01-15', last: '2028-06-30', reason: 'disabled-worker' })
  })
  const seen = await rowsSeen(world, here.member.accountId)
  assert.deepEqual([seen['pass'], seen['suspension_version'], seen['prolongation'], seen['pass_reason']], [1, 1, 1, 0])
  const told = await readAs(world, here.member.accountId, (ctx) => passSummary(ctx, here.personId))
  const words = JSON.stringify([told?.timeline, told?.steps])
  assert.doesNotMatch(words, /sickness|disabled-worker|particular-difficulties/)
  assert.match(words, /"withheld":true/)
  await world.load((tx) =>
    givesAccess(tx, here.person, here.unit, { circle: 'referent', source: 'referent', accountId: here.member.accountId }),
  )
  const toReferent = await readAs(world, here.member.accountId, (ctx) => passSummary(ctx, here.personId))
  assert.match(JSON.stringify(toReferent?.steps), /disabled-worker/)
})

databaseTest(
  'ten days of suspension move the end by ten days; the State’s service finds the day before, and it is shown',
  async (world) => {
    const here = await scene(world)
    const performed = await doAs(world, here.member.accountId, suspendPass, asked(here))
    assert.equal(performed.state, 'done')
    const rows = await world.look('select last_day, version, superseded_at is null as current from pass_last_day order by version')
    assert.deepEqual(rows, [
      { last_day: '2028-01-04', version: 1, current: false },
      { last_day: '2028-01-14', version: 2, current: true },
    ])
    const told = await readAs(world, here.member.accountId, (ctx) => passSummary(ctx, here.personId))
    assert.equal((told?.last ?? 0) - (told?.toolLast ?? 0), 1)
  },
)

databaseTest('every reason not to suspend is said at once, each at its box', async (world) => {
  const here = await scene(world)
  await world.load((tx) => aSuspension(tx, here.person, here.pass, { first: '2026-11-05', last: null }))
  const input = asked(here, { reason: 'contract-suspended', otherRunningStays: ['Régie du Minervois, avec Alix Sorel'] })
  const performed = await doAs(world, here.member.accountId, suspendPass, input)
  assert.deepEqual(refusalsIn(performed), [
    'pass-iae/contract-suspension-too-short',
    'pass-iae/suspension-overlaps',
    'pass-iae/suspension-while-other-stay-runs',
  ])
})

databaseTest('an authorised prescriber suspends too: the Code allows it, the State’s service objects, and both are told', async (world) => {
  const here = await scene(world)
  const adviser = await world.load((tx) => anAdviserOf(tx, here.person))
  const performed = await doAs(world, adviser.member.accountId, suspendPass, asked(here))
  assert.equal(performed.state === 'done' && performed.value.toolObjections[0]?.code, 'pass-iae/tool-takes-siae-only')
})

databaseTest('two suspensions that share a day are refused in French by the database itself', async (world) => {
  const here = await scene(world)
  await world.load((tx) => aSuspension(tx, here.person, here.pass, { first: '2026-05-01', last: '2026-05-10' }))
  await assert.rejects(
    world.load((tx) => aSuspension(tx, here.person, here.pass, { first: '2026-05-10', last: '2026-05-12' })),
    { constraint: 'suspension_never_twice' },
  )
  assert.equal(world.runtime.constraints.get('suspension_never_twice'), 'pass-iae/suspension-meanwhile')
})

committedTest(
  'ten colleagues suspend the same days at the same second: one suspension, and the end moves once',
  async (world) => {
    const here = await scene(world)
    const team = await world.load(async (tx) => {
      const accounts = []
      for (let count = 0; count < 10; count++) accounts.push((await aMemberIn(tx, here.organisation, here.unit, 'counsellor')).accountId)
      return accounts
    })
    const done = await Promise.all(team.map((accountId) => doAs(world, accountId, suspendPass, asked(here))))
    assert.equal(done.filter(({ state }) => state === 'done').length, 1)
    assert.ok(
      done.flatMap(refusalsIn).every((code) => code === 'pass-iae/suspension-overlaps'),
      String(done.flatMap(refusalsIn)),
    )
    assert.equal((await world.look('select from suspension')).length, 1)
    assert.equal((await world.look('select from pass_last_day where superseded_at is null')).length, 1)
  },
  { only: 'postgresql' },
)
