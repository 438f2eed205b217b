import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aCandidate, HIRE_TYPED } from '../fixtures.ts'

type Proposal = Awaited<ReturnType<typeof aCandidate>>['proposals'][number]

async function hired(world: World, { application, member }: Pick<Proposal, 'application' | 'member'>) {
  const browser = await openBrowser(world, member.accountId)
  const answer = await browser.post(`/candidatures/${application.id}/embaucher`, HIRE_TYPED)
  return { browser, path: answer.location?.split('?')[0] ?? '' }
}

databaseTest('the sender, another structure, another role and a former member find no such page', async (world) => {
  const made = await world.load((tx) => aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] }))
  const { path } = await hired(world, made)
  const other = made.proposals[1]
  const refused = await world.load(async (tx) => [
    made.sender.member,
    ...(other ? [other.member] : []),
    await aMemberIn(tx, made.organisation, made.unit, 'payroll_officer'),
    await aMemberIn(tx, made.organisation, made.unit, 'director', { lastDay: '2026-11-20' }),
  ])
  for (const { accountId } of refused) {
    const browser = await openBrowser(world, accountId)
    for (const each of [path, `${path}/annuler`, `${path}/deplacer`]) assert.equal((await browser.get(each)).status, 404, each)
    assert.equal((await browser.post(`${path}/annuler`, { version: '1' })).status, 404)
  }
})

databaseTest(
  'cancelling says what it does, then cancels the contract, the stay and the right that this hire alone had opened',
  async (world) => {
    const made = await world.load((tx) => aCandidate(tx))
    const { browser, path } = await hired(world, made)
    assert.match((await browser.get(`${path}/annuler`)).text, /c’est une sortie qui s’enregistre, pas une annulation/)
    const answer = await browser.post(`${path}/annuler`, { version: '1' })
    assert.equal(answer.location, path, answer.text)
    assert.deepEqual(await world.look('select state, version from hire'), [{ state: 'cancelled', version: 2 }])
    assert.deepEqual(await world.look('select cancelled_at is not null as cancelled from pass'), [{ cancelled: true }])
    assert.deepEqual(await world.look('select cancelled_at is not null as cancelled from siae_stay'), [{ cancelled: true }])
    assert.deepEqual(await world.look('select version, cancelled from contract_version order by version'), [
      { version: 1, cancelled: false },
      { version: 2, cancelled: true },
    ])
    assert.deepEqual(await world.look('select state from application'), [{ state: 'cancelled' }])
    assert.deepEqual(await world.look("select ends_on::text from person_access where circle = 'employment'"), [{ ends_on: '2026-11-21' }])
    assert.match((await browser.get(path)).text, /Annulée/)
  },
)

databaseTest('the right stays when another structure rests on it', async (world) => {
  const made = await world.load((tx) => aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] }))
  const [first, second] = made.proposals
  assert.ok(first && second)
  const { browser, path } = await hired(world, first)
  await hired(world, second)
  await browser.post(`${path}/annuler`, { version: '1' })
  assert.deepEqual(await world.look('select state, pass_act from hire order by recorded_at, id'), [
    { state: 'cancelled', pass_act: 'issue' },
    { state: 'declared', pass_act: 'reuse' },
  ])
  assert.deepEqual(await world.look('select cancelled_at from pass'), [{ cancelled_at: null }])
})

databaseTest('a form read before a change, or sent again, cancels nothing', async (world) => {
  const made = await world.load((tx) => aCandidate(tx))
  const { browser, path } = await hired(world, made)
  const stale = await browser.post(`${path}/annuler`, { version: '7' })
  assert.equal(stale.status, 422)
  assert.match(stale.text, /Quelqu’un a modifié cette fiche/)
  await browser.post(`${path}/annuler`, { version: '1' })
  const again = await browser.post(`${path}/annuler`, { version: '2' })
  assert.match(again.text, /déjà annulée/)
})

databaseTest('after a cancelled hire the application may be accepted again', async (world) => {
  const made = await world.load((tx) => aCandidate(tx))
  const { browser, path } = await hired(world, made)
  await browser.post(`${path}/annuler`, { version: '1' })
  const { path: second } = await hired(world, made)
  assert.match(second, /^\/embauches\//)
  assert.notEqual(second, path)
  assert.equal((await world.look("select from hire where state = 'declared'")).length, 1)
})
