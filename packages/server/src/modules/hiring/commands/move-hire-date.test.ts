import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCandidate, HIRE_TYPED } from '../fixtures.ts'

const on = (day: string, month: string, year: string) => ({ 'to-day': day, 'to-month': month, 'to-year': year })

async function hired(
  world: World,
  made: { readonly application: { readonly id: string }; readonly member: { readonly accountId: string } },
  more = {},
) {
  const browser = await openBrowser(world, made.member.accountId)
  const answer = await browser.post(`/candidatures/${made.application.id}/embaucher`, { ...HIRE_TYPED, ...more })
  return { browser, path: answer.location?.split('?')[0] ?? '' }
}

databaseTest('another structure cannot move the hire', async (world) => {
  const made = await world.load((tx) => aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] }))
  const { path } = await hired(world, made)
  const other = await openBrowser(world, made.proposals[1]?.member.accountId)
  assert.equal((await other.post(`${path}/deplacer`, { version: '1', ...on('8', '12', '2026') })).status, 404)
})

databaseTest('the right that has not begun moves with the hire, and so do the contract and the entry', async (world) => {
  const made = await world.load((tx) => aCandidate(tx))
  const { browser, path } = await hired(world, made)
  const answer = await browser.post(`${path}/deplacer`, { version: '1', ...on('8', '12', '2026') })
  assert.equal(answer.location, path, answer.text)
  assert.deepEqual(await world.look('select hired_on::text, version from hire'), [{ hired_on: '2026-12-08', version: 2 }])
  assert.deepEqual(await world.look('select first_day::text from pass_last_day where superseded_at is null'), [{ first_day: '2026-12-08' }])
  assert.deepEqual(await world.look('select entry_day::text from siae_stay'), [{ entry_day: '2026-12-08' }])
  assert.deepEqual(await world.look('select first_day::text from contract_version where superseded_at is null'), [
    { first_day: '2026-12-08' },
  ])
})

databaseTest('the right stays where it is when another structure hires before', async (world) => {
  const made = await world.load((tx) => aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] }))
  const [first, second] = made.proposals
  assert.ok(first && second)
  await hired(world, first)
  const { browser, path } = await hired(world, second)
  await browser.post(`${path}/deplacer`, { version: '1', ...on('8', '12', '2026') })
  assert.deepEqual(await world.look('select first_day::text from pass_last_day where superseded_at is null'), [{ first_day: '2026-12-01' }])
})

databaseTest(
  'a day passed, thirty-one days ahead, after the end of the contract, unchanged or missing is refused at its box',
  async (world) => {
    const made = await world.load((tx) => aCandidate(tx))
    const { browser, path } = await hired(world, made)
    for (const [typed, sentence] of [
      [on('20', '11', '2026'), /est passé/],
      [on('22', '12', '2026'), /au plus tard/],
      [on('1', '12', '2026'), /déjà le premier jour/],
      [on('', '', ''), /Saisissez le nouveau premier jour/],
    ] as const) {
      const answer = await browser.post(`${path}/deplacer`, { version: '1', ...typed })
      assert.equal(answer.status, 422, String(sentence))
      assert.match(answer.text, sentence)
    }
    assert.deepEqual(await world.look('select version from hire'), [{ version: 1 }])
  },
)

databaseTest('the day of a fact is corrected, and what is wrong is looked at again', async (world) => {
  const made = await world.load((tx) => aCandidate(tx, { eligible: false }))
  const { browser, path } = await hired(world, made, { 'firstDay-day': '2', 'firstDay-month': '11', asFact: 'oui' })
  const answer = await browser.post(`${path}/deplacer`, { version: '1', ...on('21', '11', '2026') })
  assert.equal(answer.location, path, answer.text)
  assert.deepEqual(await world.look('select rule from anomaly where resolved_at is null'), [{ rule: 'pass-iae/hire-without-pass' }])
  assert.equal((await world.look("select from anomaly where resolution = 'moved'")).length, 2)
})
