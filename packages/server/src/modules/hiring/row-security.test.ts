import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import { aContext, databaseTest, TEST_DAY, type World } from '../../platform/testing/database-test.ts'
import { deliverEvents } from '../../platform/testing/deliver-events.ts'
import { openBrowser } from '../../platform/testing/test-browser.ts'
import { aStay } from '../employment/fixtures.ts'
import { employment } from '../employment/index.ts'
import { anOrganisation, aSiae } from '../organisations/fixtures.ts'
import { aCandidate, aHire, HIRE_TYPED, WORK_TABLES } from './fixtures.ts'

interface Side {
  readonly organisation: { readonly id: string }
  readonly unit: { readonly id: string }
  readonly member: { readonly accountId: string }
  readonly role?: string
}

async function asMember<T>(world: World, side: Side, statement: string): Promise<readonly T[]> {
  return together(world, side, [statement])
}

/** Statements of one transaction, as the counsellor of a side or another role; what the last one answers. */
async function together<T>(
  world: World,
  { organisation, unit, member, role = 'counsellor' }: Side,
  statements: readonly string[],
  on = TEST_DAY,
): Promise<readonly T[]> {
  const context = aContext({ account: member.accountId, hatRole: role, organisation: organisation.id, units: [unit.id], today: day(on) })
  return world.database.transaction({ role: 'maillage_app', context }, async (tx) => {
    let answer: readonly T[] = []
    for (const statement of statements) answer = (await sql.raw<T>(statement).execute(tx)).rows
    return answer
  })
}

databaseTest(
  'each employer reads its own rows and none of the other, though both employ the person; the prescriber reads none',
  async (world) => {
    const made = await world.load((tx) => aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] }))
    for (const { application, member } of made.proposals)
      await (await openBrowser(world, member.accountId)).post(`/candidatures/${application.id}/embaucher`, HIRE_TYPED)
    for (const table of WORK_TABLES) {
      for (const side of made.proposals) {
        const rows = await asMember<{ organisation_id: string }>(world, side, `select organisation_id from ${table}`)
        assert.deepEqual(rows, [{ organisation_id: side.organisation.id }], table)
      }
      assert.deepEqual(await asMember(world, made.sender, `select * from ${table}`), [], table)
    }
    const [mine, theirs] = made.proposals
    assert.ok(mine && theirs)
    assert.deepEqual(
      await asMember(
        world,
        mine,
        `update hire set state = 'cancelled', cancelled_at = now() where organisation_id <> '${mine.organisation.id}' returning id`,
      ),
      [],
    )
    assert.deepEqual(await asMember(world, made.sender, `select * from contracts_elsewhere('${made.person.id}')`), [])
    const elsewhere = await asMember(world, mine, `select * from contracts_elsewhere('${made.person.id}')`)
    assert.deepEqual(elsewhere, [{ siae_name: 'Intérim du Minervois', weekly_hours: 2600, counsellor: null }])
  },
)

databaseTest('a structure cannot write work on a person it does not hold', async (world) => {
  const made = await world.load((tx) => aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] }))
  const stranger = await world.load(async (tx) => {
    await sql`delete from person_access where unit_id = ${made.proposals[1]?.unit.id ?? null}`.execute(tx)
    return made.proposals[1]
  })
  assert.ok(stranger)
  const stay = `insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, recorded_at, recorded_by)
    values (gen_random_uuid(), '${made.person.id}', '${stranger.organisation.id}', '${stranger.siae.id}', '${stranger.unit.id}', 'ACI', '2026-12-01', now(), '${stranger.member.accountId}')`
  await assert.rejects(asMember(world, stranger, stay), /row-level security/)
})

interface Forged {
  readonly entry?: string
  readonly exit?: string
  readonly by?: string
  readonly cancelled?: boolean
  readonly state?: 'declared' | 'cancelled'
  readonly siae?: string
  readonly account?: string
}

/** What an entry writes, in its order: a stay, the right that it opens, a contract, the hire. */
function anEntry(
  { person, organisation, siae, unit, member }: Awaited<ReturnType<typeof aCandidate>>,
  {
    entry = '2026-11-02',
    exit,
    by = member.accountId,
    cancelled = false,
    state = 'declared',
    siae: hiredBy = siae.id,
    account,
  }: Forged = {},
) {
  const [stay, contract, hire] = [randomUUID(), randomUUID(), randomUUID()]
  const cancelledAt = state === 'cancelled' ? 'now()' : 'null'
  const statements = [
    `insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, exit_day, cancelled_at, recorded_at, recorded_by)
      values ('${stay}', '${person.id}', '${organisation.id}', '${siae.id}', '${unit.id}', 'ACI', '${entry}', ${exit ? `'${exit}'` : 'null'}, ${cancelled ? 'now()' : 'null'}, now(), '${by}')`,
    `select grant_access(gen_random_uuid(), '${person.id}', '${unit.id}', ${account ? `'${account}'` : 'null'}, 'employment', 'hire', '${hire}', '${TEST_DAY}', null)`,
    `insert into contract (id, stay_id, person_id, organisation_id, recorded_at, recorded_by)
      values ('${contract}', '${stay}', '${person.id}', '${organisation.id}', now(), '${member.accountId}')`,
    `insert into hire (id, person_id, organisation_id, siae_id, stay_id, contract_id, hired_on, state, cancelled_at, request_id, recorded_at, recorded_by)
      values ('${hire}', '${person.id}', '${organisation.id}', '${hiredBy}', '${stay}', '${contract}', '${entry}', '${state}', ${cancelledAt}, '${hire}', now(), '${member.accountId}')`,
  ]
  return { stay, hire, statements }
}

databaseTest(
  'a right to read the work rests on a stay that runs, written by who asks, and on a hire declared by that structure',
  async (world) => {
    const made = await world.load((tx) => aCandidate(tx))
    const other = await world.load((tx) => aSiae(tx, made.organisation, { name: 'Les Ateliers du Lauragais' }))
    for (const [why, forged] of [
      ['ended years ago', { entry: '2019-01-01', exit: '2019-02-01' }],
      ['cancelled', { cancelled: true }],
      ['to come', { entry: '2026-12-01' }],
      ['written by somebody else', { by: randomUUID() }],
      ['for one account only', { account: made.member.accountId }],
    ] as const)
      await assert.rejects(together(world, made, anEntry(made, forged).statements), /opens no such circle/, why)
    for (const [why, forged] of [
      ['cancelled', { state: 'cancelled' }],
      ['of another structure of the carrier', { siae: other.id }],
    ] as const)
      await assert.rejects(together(world, made, anEntry(made, forged).statements), /no hire opens this right/, why)
    assert.deepEqual(await world.look("select from person_access where circle = 'employment'"), [])
  },
)

databaseTest('whoever cancels the hire, or its stay, by whatever way ends the right that it had opened', async (world) => {
  const made = await world.load((tx) => aCandidate(tx))
  const cancelling = { hire: "state = 'cancelled', cancelled_at = now()", siae_stay: 'cancelled_at = now()' }
  for (const [table, change] of Object.entries(cancelling)) {
    const { hire, stay, statements } = anEntry(made)
    await together(world, made, statements)
    assert.deepEqual(await world.look('select ends_on::text from person_access where source_id = $1', [hire]), [{ ends_on: '2999-12-31' }])
    await together(world, made, [`update ${table} set ${change} where id in ('${hire}', '${stay}')`])
    assert.deepEqual(
      await world.look('select ends_on::text from person_access where source_id = $1', [hire]),
      [{ ends_on: TEST_DAY }],
      table,
    )
    await world.look('update siae_stay set cancelled_at = now() where id = $1', [stay])
  }
  await world.look("update person_access set ends_on = '2026-11-30' where source = 'application'")
  assert.deepEqual(await together(world, made, ['select id from person'], '2027-06-01'), [])
})

databaseTest(
  'an employer writes and takes back its own lines only: neither those of another employer nor those of the State',
  async (world) => {
    const made = await world.load(async (tx) => {
      const candidate = await aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] })
      const state = await anOrganisation(tx, { name: 'DDETS de l’Aude', functions: ['authority'] })
      return { ...candidate, state }
    })
    const [mine, theirs] = made.proposals
    assert.ok(mine && theirs)
    for (const { application, member } of made.proposals)
      await (await openBrowser(world, member.accountId)).post(`/candidatures/${application.id}/embaucher`, HIRE_TYPED)
    await deliverEvents(world, employment.subscriptions ?? [])
    const lines = () => world.look('select rule, facts, organisation_id, resolution from anomaly order by organisation_id')
    const before = await lines()
    assert.equal(before.length, 2, 'the sum of both is told to both')
    const [pass] = await world.look('select id from pass')
    const [contract] = await world.look('select id from contract where organisation_id = $1', [theirs.organisation.id])
    const writes = (organisation: string, table: string, subject: unknown) =>
      `insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at)
      values (gen_random_uuid(), 'employment/minor-weekly-hours', '{}', '${table}', '${String(subject)}', '${organisation}', '{"note":"x"}', 'operator', '${TEST_DAY}', now())`
    const facts = `'{"note":"x"}'::jsonb, '${TEST_DAY}', now())`
    for (const statement of [
      writes(theirs.organisation.id, 'contract', contract?.['id']),
      writes(made.state.id, 'pass', pass?.['id']),
      `select keep_hours_warnings('${made.person.id}', '[]', now())`,
      `select open_authority_case(gen_random_uuid(), '${String(pass?.['id'])}', '${mine.siae.id}', 'pass-iae/diagnosis-expired-at-hire', '{}', ${facts}`,
    ])
      await assert.rejects(asMember(world, mine, statement), /row-level security|does not exist/, statement)
    await asMember(
      world,
      mine,
      `update anomaly set resolved_at = now(), resolution = 'x' where organisation_id <> '${mine.organisation.id}'`,
    )
    assert.deepEqual(await lines(), before)
    const days = await asMember<{ contract_id: string | null }>(
      world,
      mine,
      `select * from contracts_of_every_employer('${made.person.id}')`,
    )
    assert.deepEqual(
      [days.length, days.filter(({ contract_id }) => contract_id === contract?.['id'])],
      [2, []],
      'the id of the other contract',
    )
  },
)

databaseTest(
  'nobody reads the working life of a person by the sum of the hours: a year back, and who writes contracts only',
  async (world) => {
    const made = await world.load((tx) => aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] }))
    const [mine, theirs] = made.proposals
    assert.ok(mine && theirs)
    await world.load(async (tx) => {
      await aHire(tx, { ...mine, person: made.person })
      for (const [entry, exit] of [
        ['2022-01-01', '2022-12-31'],
        ['2025-02-01', '2025-11-19'],
        ['2025-11-20', '2025-12-31'],
      ] as const)
        await aStay(tx, { ...theirs, person: made.person }, { entry, exit, last: exit })
    })
    const asked = `select first_day::text from contracts_of_every_employer('${made.person.id}') order by first_day`
    const found = (side: Side) => asMember<{ first_day: string }>(world, side, asked)
    assert.deepEqual(await found(mine), [{ first_day: '2025-11-20' }, { first_day: '2026-12-01' }])
    assert.deepEqual(await together(world, { ...mine, role: 'payroll_officer' }, [asked]), await found(mine))
    assert.deepEqual(await together(world, { ...mine, role: 'technical_supervisor' }, [asked]), [])
    assert.deepEqual(await found(made.sender), [])
  },
)
