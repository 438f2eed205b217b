import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import { contextOfNobody } from '../../platform/command/context.ts'
import type { TransactionRole } from '../../platform/database/opener.ts'
import { dispatchEvents } from '../../platform/jobs/dispatch-events.ts'
import { committedTest, databaseTest, TEST_DAY, type World } from '../../platform/testing/database-test.ts'
import { openBrowser } from '../../platform/testing/test-browser.ts'
import { aMember } from '../organisations/fixtures.ts'
import { aMemberIn, givesAccess } from '../people/fixtures.ts'
import { aCandidate, aHire, HIRE_TYPED } from './fixtures.ts'
import { openWorkToTeam } from './open-work-to-team.ts'

/** Somebody hired by Les Jardins, and somebody hired by another structure; the director of Les Jardins. */
async function atWork(world: World) {
  return world.load(async (tx) => {
    const made = await aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] })
    const [here, there] = made.proposals
    if (!here || !there) throw new Error('two structures')
    const hire = await aHire(tx, { ...here, person: made.person })
    await aHire(tx, { ...there, person: made.person })
    return { ...made, here, there, hire, director: await aMember(tx, here.organisation, 'director', { name: 'Maxime Vidal' }) }
  })
}

/** A team added by its director, as the form does; what happened is not told yet. */
async function added(world: World, director: { readonly accountId: string }, siaeId: string): Promise<{ unit: string; event: string }> {
  const browser = await openBrowser(world, director.accountId)
  const answer = await browser.post('/mon-organisation/equipes/ajouter', { name: 'Équipe de Limoux', kind: 'team', siaeId })
  assert.equal(answer.status, 303, answer.text)
  const [row] = await world.look("select id, ids ->> 'unit' as unit from event where type = 'organisations/unit-added'")
  return { unit: String(row?.['unit']), event: String(row?.['id']) }
}

function calls(world: World, eventId: string, role: TransactionRole = 'maillage_job'): Promise<number | undefined> {
  return world.database.transaction({ role, context: contextOfNobody(day(TEST_DAY)) }, async (tx) => {
    const { rows } = await sql<{
      opened: number
    }>`select open_running_hires(${eventId}, ${world.clock.now().toString()}) as opened`.execute(tx)
    return rows[0]?.opened
  })
}

const rightsOf = async (world: World, unit: string) =>
  world.look('select circle, source, source_id, starts_on::text, ends_on::text, granted_by from person_access where unit_id = $1', [unit])

databaseTest('requests and visitors never call it, and a job only for a team that an event says was added', async (world) => {
  const made = await atWork(world)
  const { event, unit } = await added(world, made.director, made.here.siae.id)
  for (const role of ['maillage_app', 'maillage_public'] as const) await assert.rejects(calls(world, event, role), /permission denied/)
  await assert.rejects(calls(world, randomUUIDv7()), /no team added opens this right/)
  await world.look("update event set type = 'organisations/unit-renamed' where id = $1", [event])
  await assert.rejects(calls(world, event), /no team added opens this right/)
  // An event that names a team of another carrier than the one that spoke.
  await world.look("update event set type = 'organisations/unit-added', ids = jsonb_build_object('unit', $2::text) where id = $1", [
    event,
    made.there.unit.id,
  ])
  await assert.rejects(calls(world, event), /no team added opens this right/)
  assert.deepEqual(await rightsOf(world, unit), [])
})

databaseTest('a team of no structure, or closed before its first day, reads nobody', async (world) => {
  const made = await atWork(world)
  const none = await added(world, made.director, '')
  assert.equal(await calls(world, none.event), 0)
  assert.deepEqual(await rightsOf(world, none.unit), [])
  await world.look('update unit set siae_id = $2, first_day = $3, last_day = $3 where id = $1', [
    none.unit,
    made.here.siae.id,
    '2026-11-20',
  ])
  assert.equal(await calls(world, none.event), 0)
})

for (const [what, change] of [
  ['the stay ended before the team existed', "update siae_stay set entry_day = '2026-10-01', exit_day = '2026-11-20'"],
  ['the stay was cancelled', 'update siae_stay set cancelled_at = now()'],
  ['the hire was cancelled', "update hire set state = 'cancelled', cancelled_at = now()"],
] as const)
  databaseTest(`nothing is opened when ${what}`, async (world) => {
    const made = await atWork(world)
    await world.look(change)
    const { event, unit } = await added(world, made.director, made.here.siae.id)
    assert.equal(await calls(world, event), 0)
    assert.deepEqual(await rightsOf(world, unit), [])
  })

databaseTest('the last day of a stay is still a day of work', async (world) => {
  const made = await atWork(world)
  await world.look("update siae_stay set entry_day = '2026-10-01', exit_day = '2026-11-21'")
  assert.equal(await calls(world, (await added(world, made.director, made.here.siae.id)).event), 1)
})

databaseTest(
  'the new team reads the work of its own structure as if it had been there at the hire, signed by who added it; twice is once',
  async (world) => {
    const made = await atWork(world)
    const { event, unit } = await added(world, made.director, made.here.siae.id)
    assert.equal(await calls(world, event), 1)
    assert.equal(await calls(world, event), 0)
    assert.deepEqual(await rightsOf(world, unit), [
      {
        circle: 'employment',
        source: 'hire',
        source_id: made.hire.id,
        starts_on: TEST_DAY,
        ends_on: '2999-12-31',
        granted_by: made.director.accountId,
      },
    ])
    assert.deepEqual(await world.look("select from person_access where circle = 'shared' and unit_id = $1", [unit]), [])
  },
)

databaseTest('a right that a hire of the same day opened already is not opened twice', async (world) => {
  const made = await atWork(world)
  const { event, unit } = await added(world, made.director, made.here.siae.id)
  await world.load((tx) => givesAccess(tx, made.person, { id: unit }, { circle: 'employment', source: 'hire', sourceId: made.hire.id }))
  assert.equal(await calls(world, event), 0)
})

databaseTest('what a structure took over from another counts as the hire it goes on from', async (world) => {
  const made = await atWork(world)
  const succession = randomUUIDv7()
  await world.look('delete from hire where id = $1', [made.hire.id])
  await world.load((tx) =>
    givesAccess(tx, made.person, made.here.unit, { circle: 'employment', source: 'succession', sourceId: succession }),
  )
  const { event, unit } = await added(world, made.director, made.here.siae.id)
  assert.equal(await calls(world, event), 1)
  assert.deepEqual(
    (await rightsOf(world, unit)).map(({ source, source_id }) => [source, source_id]),
    [['succession', succession]],
  )
})

committedTest(
  'told by the event: somebody of the team made after the hire opens the file and its contract, until the hire is cancelled',
  async (world) => {
    const { hired, member } = await world.load(async (tx) => {
      const hired = await aCandidate(tx)
      return { hired, member: await aMember(tx, hired.organisation, 'director', { name: 'Maxime Vidal' }) }
    })
    const hirer = await openBrowser(world, hired.member.accountId)
    const hire = (await hirer.post(`/candidatures/${hired.application.id}/embaucher`, HIRE_TYPED)).location?.split('?')[0] ?? ''
    const { unit } = await added(world, member, hired.siae.id)
    const { accountId } = await world.load((tx) => aMemberIn(tx, hired.organisation, { id: unit }, 'counsellor', { name: 'Alix Sorel' }))
    const browser = await openBrowser(world, accountId)
    const opens = async () => [(await browser.get(`/personnes/${hired.person.id}`)).status, (await browser.get(hire)).status]
    assert.deepEqual(await opens(), [404, 404])
    await dispatchEvents(world.database, world.clock, [openWorkToTeam])
    assert.deepEqual(await opens(), [200, 200])
    const cancelled = await hirer.post(`${hire}/annuler`, { version: '1' })
    assert.equal(cancelled.status, 303, cancelled.text)
    world.clock.set('2026-11-22T09:00:00Z')
    assert.deepEqual(await opens(), [404, 404])
  },
)
