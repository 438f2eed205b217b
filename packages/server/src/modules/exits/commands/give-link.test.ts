import assert from 'node:assert/strict'
import { isoDate } from '@maillage/kernel'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aStayElsewhere } from '../../employment/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aFollowedExit, anAnswer } from '../fixtures.ts'
import { giveLink } from './give-link.ts'

type Scene = Awaited<ReturnType<typeof aFollowedExit>>
const gives = (world: World, { stay, member }: Scene, more: object = {}, accountId = member.accountId) =>
  doAs(world, accountId, giveLink, { stayId: stay.id, horizon: 6, way: 'paper', site: 'https://maillage.example', ...more })
const refused = async (...of: Parameters<typeof gives>) => refusalsIn(await gives(...of))
const hasEmail = async (world: World, { person }: Scene, safe: boolean) =>
  world.look(
    `with made as (insert into contact (id, person_id, kind, recorded_at, recorded_by) values (gen_random_uuid(), $1, 'email', now(), $1) returning id)
     insert into contact_version (contact_id, person_id, version, value, safe, recorded_at, recorded_by) select id, $1, 1, 'nadia@example.fr', $2, now(), $1 from made`,
    [person.id, safe],
  )

databaseTest('another carrier and the payroll officer give no link', async (world) => {
  const here = await world.load((tx) => aFollowedExit(tx))
  const payroll = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'payroll_officer'))
  assert.deepEqual(await refused(world, here, {}, here.stranger.accountId), ['platform/not-found'])
  assert.deepEqual(await refused(world, here, {}, payroll.accountId), ['exits/follow-up-not-yours'])
})

databaseTest('an address that says nothing and a code, kept as hashes, for thirty days; another one closes the first', async (world) => {
  const here = await world.load((tx) => aFollowedExit(tx))
  const made = await gives(world, here)
  assert.ok(made.state === 'done')
  assert.match(made.value.address, /^https:\/\/maillage\.example\/nouvelles\/[\w-]{43}$/)
  assert.match(made.value.code, /^\d{6}$/)
  assert.equal(isoDate(made.value.lastDay), '2026-12-21')
  const kept = JSON.stringify(await world.look('select * from after_exit_link'))
  assert.ok(!kept.includes(made.value.code) && !kept.includes(made.value.address.split('/').at(-1) ?? ''))
  await gives(world, here, { way: 'text' })
  assert.deepEqual(await world.look('select way, closed_at is null as open from after_exit_link order by way'), [
    { way: 'paper', open: false },
    { way: 'text', open: true },
  ])
  assert.equal((await world.look('select from mail')).length, 0)
})

databaseTest(
  'by mail only to an address that nobody else reads, and the message says neither who, nor where, nor the code',
  async (world) => {
    const here = await world.load((tx) => aFollowedExit(tx))
    assert.deepEqual(await refused(world, here, { way: 'mail' }), ['exits/no-safe-address'])
    await hasEmail(world, here, false)
    assert.deepEqual(await refused(world, here, { way: 'mail' }), ['exits/no-safe-address'])
    await world.look('update contact_version set safe = true')
    const made = await gives(world, here, { way: 'mail' })
    assert.ok(made.state === 'done')
    const [mail] = await world.look('select recipient, subject, body, person_id from mail')
    assert.deepEqual([mail?.['recipient'], mail?.['person_id']], ['nadia@example.fr', here.person.id])
    const text = `${String(mail?.['subject'])} ${String(mail?.['body'])}`
    assert.doesNotMatch(text, new RegExp(`Nadia|Benali|insertion|${here.siae.name}|${made.value.code}`, 'i'))
  },
)

const nobody: readonly [string, (world: World, here: Scene) => Promise<unknown>][] = [
  ['somebody who died', (world, { person }) => world.look("update person set death_date = '2026-11-01' where id = $1", [person.id])],
  [
    'somebody who came back to another structure',
    (world, here) =>
      world
        .load((tx) => aStayElsewhere(tx, here, null))
        .then(() =>
          world.look("update siae_stay set entry_day = '2026-06-01' where organisation_id = $1", [here.otherSiae.organisationId]),
        ),
  ],
  [
    'somebody who opposed it',
    (world, { person, organisation }) =>
      world.look(
        "insert into after_exit_opposition (id, person_id, organisation_id, opposed_on, recorded_at) values (gen_random_uuid(), $1, $2, '2026-11-20', now())",
        [person.id, organisation.id],
      ),
  ],
  ['somebody detained', (world) => world.look("update exit_reason set reason = 'detention', sensitivity = 'justice'")],
]
for (const [who, becomes] of nobody)
  databaseTest(`no link is given to ${who}, and it is not said why`, async (world) => {
    const here = await world.load((tx) => aFollowedExit(tx))
    await becomes(world, here)
    assert.deepEqual(await refused(world, here), ['exits/no-link-for-this-person'])
    assert.equal((await world.look('select from after_exit_link')).length, 0)
  })

databaseTest('a link is given in the days of the question, while nobody answered', async (world) => {
  const here = await world.load((tx) => aFollowedExit(tx))
  assert.deepEqual(await refused(world, here, { horizon: 3 }), ['exits/not-asked-today'])
  assert.deepEqual(await refused(world, here, { horizon: 12 }), ['exits/not-asked-today'])
  await world.load((tx) => anAnswer(tx, here.exit))
  assert.deepEqual(await refused(world, here), ['exits/not-asked-today'])
})
