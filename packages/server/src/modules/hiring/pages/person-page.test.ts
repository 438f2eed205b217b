import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMemberIn, aUnit } from '../../people/fixtures.ts'
import { aCandidate, HIRE_TYPED } from '../fixtures.ts'

async function twoEmployers(world: World) {
  const made = await world.load((tx) => aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] }))
  for (const { application, member } of made.proposals)
    await (await openBrowser(world, member.accountId)).post(`/candidatures/${application.id}/embaucher`, {
      ...HIRE_TYPED,
      post: `canari poste ${application.id}`,
    })
  return made
}

databaseTest('a visitor signs in; another organisation, another team and a former member find no such person', async (world) => {
  const made = await world.load((tx) => aCandidate(tx))
  const path = `/personnes/${made.person.id}`
  assert.equal((await (await openBrowser(world)).get(path)).status, 303)
  const refused = await world.load(async (tx) => {
    const other = await aUnit(tx, made.organisation, null, 'Autre équipe')
    return [
      await aMemberIn(tx, made.organisation, other, 'counsellor'),
      await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { lastDay: '2026-11-20' }),
      await aMemberIn(tx, made.organisation, made.unit, 'network_officer'),
    ]
  })
  for (const { accountId } of refused) assert.equal((await (await openBrowser(world, accountId)).get(path)).status, 404)
  assert.equal((await (await openBrowser(world, made.member.accountId)).get('/personnes/x')).status, 404)
})

databaseTest('another employer sees that a contract exists, its hours and whom to call, and nothing else of it', async (world) => {
  const made = await twoEmployers(world)
  const [mine, theirs] = made.proposals
  assert.ok(mine && theirs)
  const page = await (await openBrowser(world, mine.member.accountId)).get(`/personnes/${made.person.id}`)
  assert.match(page.text, /La personne a aussi un contrat à « Intérim du Minervois », 26,00 h par semaine\. Aucun référent n’y est nommé/)
  assert.match(page.body, new RegExp(`canari poste ${mine.application.id}`))
  assert.doesNotMatch(page.body, new RegExp(`canari poste ${theirs.application.id}|${theirs.application.id}`))
})

databaseTest('the prescriber sees the right and their applications, no contract and nothing of the employers’ work', async (world) => {
  const made = await twoEmployers(world)
  const page = await (await openBrowser(world, made.sender.member.accountId)).get(`/personnes/${made.person.id}`)
  assert.match(page.text, /PASS IAE/)
  assert.match(page.text, /Intérim du Minervois .* Acceptée/)
  assert.doesNotMatch(page.body, /canari poste|26,00/)
})

databaseTest(
  'the technical supervisor sees who and which contract: no contact, no right, no application, no eligibility',
  async (world) => {
    const made = await twoEmployers(world)
    const supervisor = await world.load((tx) => aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor'))
    const page = await (await openBrowser(world, supervisor.accountId)).get(`/personnes/${made.person.id}`)
    assert.equal(page.status, 200)
    assert.match(page.text, /CDD d’insertion/)
    for (const hidden of [/06 39 98 00 00/, /Éligib/, /Numéro/, /Candidatures Structure/]) assert.doesNotMatch(page.text, hidden)
  },
)

databaseTest('reading the page leaves one line, with the right by which it was read', async (world) => {
  const made = await world.load((tx) => aCandidate(tx))
  const browser = await openBrowser(world, made.member.accountId)
  await browser.get(`/personnes/${made.person.id}`)
  await browser.get(`/personnes/${made.person.id}`)
  assert.deepEqual(await world.look('select circle, source from access_log where person_id = $1', [made.person.id]), [
    { circle: 'shared', source: 'application' },
  ])
})
