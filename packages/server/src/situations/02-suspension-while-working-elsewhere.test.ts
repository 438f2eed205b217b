// « A suspension asked while a contract runs elsewhere is impossible, and names the SIAE and its counsellor; a hire in B lifts A's suspension and tells A. » FIELD §7.2
import assert from 'node:assert/strict'
import { slices } from '../app.ts'
import { aCandidate, HIRE_TYPED } from '../modules/hiring/fixtures.ts'
import { aPass } from '../modules/pass-iae/fixtures.ts'
import { aReferent } from '../modules/people/fixtures.ts'
import { dispatchEvents } from '../platform/jobs/dispatch-events.ts'
import { committedTest, databaseTest, type World } from '../platform/testing/database-test.ts'
import { openBrowser } from '../platform/testing/test-browser.ts'

const handlers = slices.flatMap((slice) => slice.subscriptions ?? [])
const SUSPENDED = { reason: 'contract-ended', 'firstDay-day': '10', 'firstDay-month': '11', 'firstDay-year': '2026' } as const

/** A and B both received the application of a person who has a right since January; each names a referent. */
async function twoStructures(world: World) {
  return world.load(async (tx) => {
    const made = await aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] })
    const [a, b] = made.proposals
    assert.ok(a && b)
    for (const { organisation, unit, member } of [a, b])
      await aReferent(tx, { organisation, unit, person: made.person, membershipId: member.membershipId, accountId: member.accountId })
    return { ...made, a, b, pass: await aPass(tx, made.person) }
  })
}

async function suspends(world: World, { a, pass }: Awaited<ReturnType<typeof twoStructures>>) {
  const browser = await openBrowser(world, a.member.accountId)
  return { browser, answer: await browser.post(`/pass/${pass.id}/suspendre`, { ...SUSPENDED, siaeId: a.siae.id }) }
}

const hires = async (world: World, { application, member }: { application: { id: string }; member: { accountId: string } }, more = {}) =>
  (await openBrowser(world, member.accountId)).post(`/candidatures/${application.id}/embaucher`, { ...HIRE_TYPED, ...more })

databaseTest(
  'while B employs the person, A cannot suspend: the sentence names B and its counsellor, and nothing of the file',
  async (world) => {
    const here = await twoStructures(world)
    assert.equal((await hires(world, here.b, { 'firstDay-day': '2', 'firstDay-month': '11', asFact: 'oui' })).status, 303)
    const { answer } = await suspends(world, here)
    assert.equal(answer.status, 422)
    assert.match(answer.text, /Intérim du Minervois, Camille Roux/)
    assert.doesNotMatch(answer.text, /Ouvrière maraîchère|26,00|31 mai 2027/)
    assert.deepEqual(await world.look('select from suspension'), [])
  },
)

databaseTest('a contract of B that begins after the return of the person hinders nothing', async (world) => {
  const here = await twoStructures(world)
  assert.equal((await hires(world, here.b)).status, 303)
  const browser = await openBrowser(world, here.a.member.accountId)
  const answer = await browser.post(`/pass/${here.pass.id}/suspendre`, {
    ...SUSPENDED,
    siaeId: here.a.siae.id,
    'lastDay-day': '30',
    'lastDay-month': '11',
    'lastDay-year': '2026',
  })
  assert.equal(answer.status, 303, answer.text)
})

committedTest(
  'a hire in B ends the suspension of A the day before; A is told by a message that names nobody, and reads it on the right',
  async (world) => {
    const here = await twoStructures(world)
    const { browser, answer } = await suspends(world, here)
    assert.equal(answer.status, 303, answer.text)
    assert.equal((await hires(world, here.b)).status, 303)
    assert.deepEqual(
      await world.look('select first_day::text, last_day::text, cause from suspension_version where superseded_at is null'),
      [{ first_day: '2026-11-10', last_day: '2026-11-30', cause: 'hire' }],
    )
    await dispatchEvents(world.database, world.clock, handlers)
    const mails = await world.look("select recipient, subject, body from mail where subject like 'La suspension%'")
    assert.deepEqual(
      mails.map(({ recipient }) => recipient),
      [`${here.a.member.membershipId}@exemple.test`],
    )
    assert.match(String(mails[0]?.['body']), new RegExp(`/pass/${here.pass.id}`))
    assert.doesNotMatch(JSON.stringify(mails), /Nadia|Benali|Minervois/i)
    assert.match((await browser.get(`/pass/${here.pass.id}`)).text, /« Les Jardins du Lauragais » a pris fin le 30 novembre 2026/)
    await dispatchEvents(world.database, world.clock, handlers)
    assert.equal((await world.look("select from mail where subject like 'La suspension%'")).length, 1, 'told once')
  },
)

committedTest('whoever suspended and then hires again is not told what it has just done', async (world) => {
  const here = await twoStructures(world)
  await suspends(world, here)
  assert.equal((await hires(world, here.a)).status, 303)
  await dispatchEvents(world.database, world.clock, handlers)
  assert.deepEqual(await world.look('select last_day::text from suspension_version where superseded_at is null'), [
    { last_day: '2026-11-30' },
  ])
  assert.deepEqual(await world.look("select from mail where subject like 'La suspension%'"), [])
})
