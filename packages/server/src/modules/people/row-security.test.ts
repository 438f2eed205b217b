import assert from 'node:assert/strict'
import { day, isoDate } from '@maillage/kernel'
import fc from 'fast-check'
import { sql } from 'kysely'
import { readAs } from '../../platform/testing/acting.ts'
import { aContext, databaseTest, TEST_DAY, type World } from '../../platform/testing/database-test.ts'
import { anOrganisation } from '../organisations/fixtures.ts'
import type { Role } from '../organisations/index.ts'
import { aSmallMap } from '../territories/fixtures.ts'
import { aCanary, aMemberIn, anAttachmentRequest, aPerson, aReferent, aUnit, CANARY, givesAccess } from './fixtures.ts'
import type { Circle } from './model.ts'
import { findPeople } from './queries/find-people.ts'

/** Every table of the slice, with the columns that a reader may ask for. */
const TABLES = {
  person: 'id',
  person_access: 'id',
  person_name: 'value',
  contact: 'id',
  contact_version: 'value',
  legal_representative: 'name',
  referent: 'id',
  sharing_agreement: 'id',
  attachment_request: 'id',
  access_log: 'person_id',
} as const
type Table = keyof typeof TABLES

const counts = (world: World, accountId: string) =>
  readAs(world, accountId, async ({ tx }) => {
    const seen: Partial<Record<Table, number>> = {}
    for (const [table, column] of Object.entries(TABLES)) {
      const rows = await tx.withTables<Record<string, Record<string, string>>>().selectFrom(table).select(column).execute()
      seen[table as Table] = rows.length
    }
    return seen
  })
const NOTHING = Object.fromEntries(Object.keys(TABLES).map((table) => [table, 0]))

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const counsellor = await aMemberIn(tx, organisation, unit, 'counsellor')
    const person = await aCanary(tx, { organisation, unit })
    await aReferent(tx, { organisation, unit, person, membershipId: counsellor.membershipId, accountId: counsellor.accountId })
    const elsewhere = await anOrganisation(tx, { name: 'Un SPIP' })
    const there = await aUnit(tx, elsewhere)
    const asker = await aMemberIn(tx, elsewhere, there, 'prescriber')
    await anAttachmentRequest(tx, { person, organisation: elsewhere, unit: there, requestedBy: asker.accountId })
    return { organisation, unit, counsellor, person, elsewhere, there, asker }
  })

databaseTest('a stranger, a former member, a colleague of another team: no row of any table', async (world) => {
  const here = await scene(world)
  const others = await world.load(async (tx) => {
    const foreign = await anOrganisation(tx, { name: 'Autre' })
    return [
      await aMemberIn(tx, foreign, await aUnit(tx, foreign), 'director'),
      await aMemberIn(tx, here.organisation, here.unit, 'counsellor', { lastDay: '2026-11-20' }),
      await aMemberIn(tx, here.organisation, await aUnit(tx, here.organisation, null, 'Autre'), 'director'),
    ]
  })
  for (const { accountId } of others) assert.deepEqual(await counts(world, accountId), NOTHING)
  assert.deepEqual(await counts(world, here.asker.accountId), { ...NOTHING, attachment_request: 1 })
})

databaseTest('without anybody in the session there is nothing', async (world) => {
  await scene(world)
  const nobody = aContext()
  for (const [table, column] of Object.entries(TABLES)) {
    const rows = await world.database.transaction({ role: 'maillage_app', context: nobody, readOnly: true }, (tx) =>
      tx.withTables<Record<string, Record<string, string>>>().selectFrom(table).select(column).execute(),
    )
    assert.deepEqual(rows, [], table)
    await assert.rejects(
      world.database.transaction({ role: 'maillage_public', context: nobody, readOnly: true }, (tx) =>
        tx.withTables<Record<string, Record<string, string>>>().selectFrom(table).select(column).execute(),
      ),
      /permission denied/,
    )
  }
})

databaseTest('a technical supervisor and a payroll officer of the team read who the person is, never how to reach them', async (world) => {
  const here = await scene(world)
  for (const role of ['technical_supervisor', 'payroll_officer'] satisfies Role[]) {
    const member = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, role))
    const seen = await counts(world, member.accountId)
    assert.deepEqual([seen.contact, seen.contact_version, seen.legal_representative], [0, 0, 0])
    assert.deepEqual([seen.person, seen.person_name], [1, 4])
  }
})

databaseTest(
  'another holder reads the identity and the contact, not the former name, not who else follows, not who opened the file',
  async (world) => {
    const here = await scene(world)
    await world.load((tx) => givesAccess(tx, here.person, here.there, { source: 'application' }))
    const seen = await counts(world, here.asker.accountId)
    assert.deepEqual(seen, {
      ...NOTHING,
      person: 1,
      person_access: 1,
      person_name: 3,
      contact: 3,
      contact_version: 3,
      legal_representative: 1,
      attachment_request: 1,
    })
    const names = await readAs(world, here.asker.accountId, ({ tx }) =>
      tx.withTables<Record<string, { value: string }>>().selectFrom('person_name').select('value').execute(),
    )
    assert.doesNotMatch(JSON.stringify(names), new RegExp(CANARY('ancien')))
    for (const [table, column] of [
      ['person', 'owner_org_id'],
      ['person', 'recorded_by'],
      ['person_name', 'owner_org_id'],
      ['attachment_request', 'code_hash'],
      ['person_merge', 'id'],
    ] as const)
      await assert.rejects(
        readAs(world, here.asker.accountId, ({ tx }) =>
          tx.withTables<Record<string, Record<string, string>>>().selectFrom(table).select(column).execute(),
        ),
        /permission denied/,
        `${table}.${column}`,
      )
  },
)

databaseTest('the application writes no right on a person by itself', async (world) => {
  const here = await scene(world)
  await assert.rejects(
    world.database.transaction(
      {
        role: 'maillage_app',
        context: aContext({ account: here.counsellor.accountId, organisation: here.organisation.id, units: [here.unit.id] }),
      },
      (tx) => givesAccess(tx, here.person, here.there),
    ),
    /permission denied/,
  )
})

databaseTest(
  'an identity and a death are written by who keeps files; after a death only that it was an error; what was known stays',
  async (world) => {
    const here = await scene(world)
    const ask = (role: string, statement: string) =>
      world.database.transaction(
        {
          role: 'maillage_app',
          context: aContext({
            account: here.counsellor.accountId,
            hatRole: role,
            organisation: here.organisation.id,
            units: [here.unit.id],
          }),
        },
        async (tx) => Number((await sql.raw(statement).execute(tx)).numAffectedRows ?? 0),
      )
    const who = `where id = '${here.person.id}'`
    const rename = `select replace_name(gen_random_uuid(), '${here.person.id}', 'birth', 'Autre', 'AUTRE')`
    for (const role of ['technical_supervisor', 'payroll_officer']) {
      assert.equal(await ask(role, `update person set death_date = '2026-11-20' ${who}`), 0, role)
      assert.equal(await ask(role, `update person set birth_date = '2000-01-01', birth_precision = 'day' ${who}`), 0, role)
      await assert.rejects(ask(role, rename), /keeps files/, role)
      await assert.rejects(
        ask(
          role,
          `insert into person_name (id, person_id, owner_org_id, kind, value, value_key, recorded_at, recorded_by)
         values (gen_random_uuid(), '${here.person.id}', '${here.organisation.id}', 'former', 'Autre', 'AUTRE', now(), '${here.counsellor.accountId}')`,
        ),
        /row-level security/,
        role,
      )
      await assert.rejects(
        ask(role, `select create_person(gen_random_uuid(), '${here.unit.id}', 'confirmed', null, 'unknown', null, null, null)`),
        /not your unit/,
        role,
      )
    }
    const [before] = await world.look('select birth_date::text, sex from person where id = $1', [here.person.id])
    assert.equal(await ask('counsellor', `update person set birth_date = '1980-02-03', birth_precision = 'day', version = 2 ${who}`), 1)
    assert.equal(await ask('counsellor', `update person set death_date = '2026-11-20', version = 3 ${who}`), 1)
    for (const change of ["sex = 'M'", "birth_date = '2000-01-01'", "death_date = '2026-11-19'", "death_date = null, birth_country = 'X'"])
      await assert.rejects(ask('counsellor', `update person set ${change} ${who}`), /somebody who died is closed/, change)
    await assert.rejects(ask('counsellor', rename), /nobody after a death/)
    assert.equal(await ask('counsellor', `update person set death_date = null, version = 4 ${who}`), 1)
    const known = await world.look(
      'select version, birth_date::text, sex, death_date::text, recorded_by from person_version where person_id = $1 order by version',
      [here.person.id],
    )
    const by = here.counsellor.accountId
    assert.deepEqual(known, [
      { version: 1, ...before, death_date: null, recorded_by: by },
      { version: 2, birth_date: '1980-02-03', sex: before?.['sex'], death_date: null, recorded_by: by },
      { version: 3, birth_date: '1980-02-03', sex: before?.['sex'], death_date: '2026-11-20', recorded_by: by },
    ])
    await assert.rejects(ask('counsellor', 'select version from person_version'), /permission denied/)
  },
)

databaseTest('those who are seen are exactly those with a right of today in one’s teams', async (world) => {
  const { units, people, organisation } = await world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const units = []
    for (const name of ['A', 'B', 'C']) units.push(await aUnit(tx, organisation, null, name))
    const people = []
    for (let count = 0; count < 6; count++) people.push(await aPerson(tx, { organisation, givenNames: `P${'abcdef'[count]}` }))
    return { organisation, units, people }
  })
  const [first] = units
  assert.ok(first)
  const [member, another] = await world.load(async (tx) => [
    await aMemberIn(tx, organisation, first, 'counsellor'),
    await aMemberIn(tx, organisation, first, 'counsellor'),
  ])
  const today = day(TEST_DAY)
  const circles: Circle[] = ['shared', 'referent', 'author', 'employment', 'control']
  const right = fc.record({
    person: fc.nat({ max: 5 }),
    unit: fc.nat({ max: 2 }),
    circle: fc.constantFrom(...circles),
    from: fc.integer({ min: -3, max: 3 }),
    length: fc.nat({ max: 4 }),
    personal: fc.constantFrom('me' as const, 'another' as const, null),
  })
  const rights = fc.sample(fc.array(right, { maxLength: 10 }), { numRuns: 12, seed: 20_261_121 })
  for (const set of rights) {
    const ids = await world.load(async (tx) => {
      const made = []
      for (const { person, unit, circle, from, length, personal } of set) {
        const [who, where] = [people[person], units[unit]]
        assert.ok(who && where)
        const accountId = personal === null ? null : (personal === 'me' ? member : another).accountId
        const startsOn = isoDate((today + from) as typeof today)
        made.push(
          await givesAccess(tx, who, where, { circle, accountId, startsOn, endsOn: isoDate((today + from + length) as typeof today) }),
        )
      }
      return made
    })
    const expected = new Set(
      set
        .filter(
          ({ unit, circle, from, length, personal }) =>
            unit === 0 && circle !== 'author' && from <= 0 && from + length >= 0 && personal !== 'another',
        )
        .map(({ person }) => people[person]?.id),
    )
    const seen = await readAs(world, member.accountId, (ctx) => findPeople(ctx, { typed: '', page: null }))
    assert.deepEqual(new Set(seen.rows.map(({ id }) => id)), expected, JSON.stringify(set))
    assert.equal(seen.total, expected.size)
    for (const { id } of ids) await world.look('delete from person_access where id = $1', [id])
  }
})
