// « A person changes département, or lives in one and works in another: eligibility unaffected; the referent hands over, the old one loses level 2 on that day. » FIELD §7.6
import assert from 'node:assert/strict'
import { anAdviserOf } from '../modules/eligibility/fixtures.ts'
import { diagnosesOf, recordDiagnosis } from '../modules/eligibility/index.ts'
import { aCandidate, HIRE_TYPED } from '../modules/hiring/fixtures.ts'
import { aMemberIn, aReferent } from '../modules/people/fixtures.ts'
import { endReferent } from '../modules/people/index.ts'
import { doAs, readAs, refusalsIn } from '../platform/testing/acting.ts'
import { databaseTest, type World } from '../platform/testing/database-test.ts'
import { openBrowser } from '../platform/testing/test-browser.ts'

const typed = (version: number, code: string, name: string) => ({
  version: String(version),
  birthName: 'Benali',
  givenNames: 'Nadia',
  'birthDate-day': '3',
  'birthDate-month': '5',
  'birthDate-year': '1990',
  birthPrecision: 'day',
  sex: 'F',
  communeCode: code,
  'communeCode-text': name,
  'communeCode-for': name,
})

/** Nadia lives in Carcassonne (11), found eligible by the mission locale of the Aude, and moves to Perpignan (66). */
async function moves(world: World) {
  const made = await world.load((tx) => aCandidate(tx))
  const browser = await openBrowser(world, made.sender.member.accountId)
  const moved = await browser.post(`/personnes/${made.person.id}/identite`, typed(1, '66136', 'Perpignan'))
  assert.equal(moved.status, 303, moved.text)
  return { ...made, browser }
}

databaseTest(
  'her eligibility does not depend on where she lives: the structure of the Aude hires her on the diagnosis made before',
  async (world) => {
    const made = await moves(world)
    const hirer = await openBrowser(world, made.member.accountId)
    const answer = await hirer.post(`/candidatures/${made.application.id}/embaucher`, HIRE_TYPED)
    assert.equal(answer.status, 303, answer.text)
    assert.deepEqual(await world.look('select pass_act, diagnosis_id from hire'), [{ pass_act: 'issue', diagnosis_id: made.diagnosis?.id }])
  },
)

databaseTest(
  'the home is the person’s, the place of work the structure’s: both départements are known, neither is copied on the other',
  async (world) => {
    const made = await moves(world)
    await (await openBrowser(world, made.member.accountId)).post(`/candidatures/${made.application.id}/embaucher`, HIRE_TYPED)
    assert.deepEqual(
      await world.look(`select home.commune_id as home, siae.commune_id as work
      from siae_stay join siae on siae.id = siae_stay.siae_id
      join contact on contact.person_id = siae_stay.person_id and contact.kind = 'address'
      join contact_version as home on home.contact_id = contact.id and home.superseded_at is null`),
      [{ home: 'commune-66136', work: 'commune-11069' }],
    )
  },
)

databaseTest('the former home stays known with its days', async (world) => {
  const made = await moves(world)
  const again = await made.browser.post(`/personnes/${made.person.id}/identite`, typed(2, '11262', 'Narbonne'))
  assert.equal(again.status, 303, again.text)
  assert.deepEqual(
    await world.look(
      'select version, commune_id, superseded_at is null as current from contact_version where commune_id is not null order by version',
    ),
    [
      { version: 1, commune_id: 'commune-66136', current: false },
      { version: 2, commune_id: 'commune-11262', current: true },
    ],
  )
})

databaseTest('the referent hands over: the day after the last one, the old referent reads no criteria, the new one does', async (world) => {
  const made = await moves(world)
  const { person, sender } = made
  const { author, next, old } = await world.load(async (tx) => {
    const there = await anAdviserOf(tx, person, 'ML', 'Mission locale des Pyrénées-Orientales')
    const { membershipId, accountId } = there.member
    await aReferent(tx, { organisation: there.organisation, unit: there.unit, person, membershipId, accountId })
    const { organisation, unit, member } = sender
    return {
      author: await aMemberIn(tx, organisation, unit, 'prescriber', { name: 'Alix Sorel' }),
      next: there,
      old: await aReferent(tx, { organisation, unit, person, membershipId: member.membershipId, accountId: member.accountId }),
    }
  })
  const diagnosed = { personId: person.id, unitId: sender.unitId, siaeId: null, madeOn: '2026-11-20', criteria: [{ code: 'RSA' as const }] }
  assert.deepEqual(refusalsIn(await doAs(world, author.accountId, recordDiagnosis, diagnosed)), [])
  const criteria = (accountId: string) =>
    readAs(
      world,
      accountId,
      async ({ tx }) => (await tx.withTables<{ criterion: { code: string } }>().selectFrom('criterion').select('code').execute()).length,
    )
  assert.deepEqual([await criteria(sender.member.accountId), await criteria(next.member.accountId)], [1, 1])
  assert.deepEqual(refusalsIn(await doAs(world, sender.member.accountId, endReferent, { referentId: old.id, lastDay: '2026-11-21' })), [])
  assert.equal(await criteria(sender.member.accountId), 1, 'until tonight')
  world.clock.set('2026-11-22T09:00:00Z')
  assert.deepEqual([await criteria(sender.member.accountId), await criteria(next.member.accountId)], [0, 1])
  const told = await readAs(world, sender.member.accountId, (ctx) => diagnosesOf(ctx, person.id))
  assert.ok(told, 'the old team still knows that she was found eligible')
})
