import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import { databaseTest, TEST_DAY, type World } from '../../platform/testing/database-test.ts'
import { openBrowser } from '../../platform/testing/test-browser.ts'
import { aCandidate, HIRE_TYPED, WORK_TABLES } from './fixtures.ts'

interface Side {
  readonly organisation: { readonly id: string }
  readonly unit: { readonly id: string }
  readonly member: { readonly accountId: string }
}

async function asMember<T>(world: World, { organisation, unit, member }: Side, statement: string): Promise<readonly T[]> {
  const context = {
    account: member.accountId,
    session: null,
    hatRole: 'counsellor',
    organisation: organisation.id,
    units: [unit.id],
    functions: [],
    territories: [],
    subjectPerson: null,
    purpose: null,
    today: day(TEST_DAY),
    requestId: '00000000-0000-0000-0000-000000000000',
  }
  return world.database.transaction({ role: 'maillage_app', context }, async (tx) => (await sql.raw<never>(statement).execute(tx)).rows)
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
