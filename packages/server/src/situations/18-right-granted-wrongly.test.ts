// « PASS granted by a prescriber later found not authorised, or on a diagnosis expired at signature: the right stays until decided; a case is opened to the DDETS. » FIELD §7.18
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { aCandidate, HIRE_TYPED } from '../modules/hiring/fixtures.ts'
import { openAuthorityCase } from '../modules/hiring/open-authority-case.ts'
import { aMember, anOrganisation } from '../modules/organisations/fixtures.ts'
import { databaseTest, type World } from '../platform/testing/database-test.ts'
import { deliverEvents } from '../platform/testing/deliver-events.ts'
import { openBrowser } from '../platform/testing/test-browser.ts'

/** Hired on 1 December 2026 on the word of a mission locale; `expiresOn`: the first day on which its diagnosis is no longer valid. */
async function hired(world: World, expiresOn = '2027-05-01') {
  const made = await world.load(async (tx) => {
    const candidate = await aCandidate(tx)
    const state = await anOrganisation(tx, { name: 'DDETS de l’Aude', functions: ['authority'] })
    const elsewhere = await anOrganisation(tx, { name: 'DEETS de La Réunion', functions: ['authority'], territory: 'departement-974' })
    // The diagnosis of the fixture says no author: the mission locale made it.
    await sql`insert into diagnosis_author (diagnosis_id, person_id, organisation_id, unit_id, prescriber_kind, sensitivity)
      values (${candidate.diagnosis?.id}, ${candidate.person.id}, ${candidate.sender.organisation.id}, ${candidate.sender.unit.id}, 'ML', 'ordinary')`.execute(
      tx,
    )
    // A body that the préfet authorised, by a decision that is found not to have been made.
    await sql`update authorisation set prescriber_kind = 'OHPD', basis = 'prefect', reference = 'Arrêté 2024-11-0042', decided_on = '2024-01-01',
      first_day = '2024-01-01', last_day = '2028-12-30' where organisation_id = ${candidate.sender.organisation.id}`.execute(tx)
    if (expiresOn !== '2027-05-01')
      await sql`update diagnosis set made_on = ${expiresOn}::date - interval '6 months', expires_on = ${expiresOn} where id = ${candidate.diagnosis?.id}`.execute(
        tx,
      )
    return {
      ...candidate,
      state,
      officer: await aMember(tx, state, 'authority_officer'),
      other: await aMember(tx, elsewhere, 'authority_officer', { name: 'Dominique Faure' }),
    }
  })
  const browser = await openBrowser(world, made.member.accountId)
  const answer = await browser.post(`/candidatures/${made.application.id}/embaucher`, HIRE_TYPED)
  assert.equal(answer.status, 303, answer.text)
  await deliverEvents(world, [openAuthorityCase])
  return { ...made, browser, hire: answer.location?.split('?')[0] ?? '' }
}

const FOUND = { 'firstDay-day': '1', 'firstDay-month': '11', 'firstDay-year': '2026', grounds: 'Association dissoute en octobre.' }
const finds = async (world: World, made: Awaited<ReturnType<typeof hired>>, more = {}) =>
  (await openBrowser(world, made.officer.accountId)).post(`/organisations/${made.sender.organisation.id}/sans-habilitation`, {
    ...FOUND,
    ...more,
  })

databaseTest(
  'the right stays in force, and the DDETS that found it has a case: the right, never the person nor who prescribed',
  async (world) => {
    const made = await hired(world)
    assert.equal((await finds(world, made)).status, 303)
    assert.deepEqual(await world.look('select cancelled_at from pass'), [{ cancelled_at: null }])
    assert.deepEqual(await world.look('select last_day::text from pass_last_day where superseded_at is null'), [{ last_day: '2028-11-29' }])
    const cases = await world.look(
      "select rule, subject_table, organisation_id, solver, facts from anomaly where rule = 'pass-iae/prescriber-not-authorised'",
    )
    assert.equal(cases.length, 1)
    assert.deepEqual(
      [cases[0]?.['subject_table'], cases[0]?.['organisation_id'], cases[0]?.['solver']],
      ['pass', made.state.id, 'authority'],
    )
    assert.deepEqual(Object.keys(cases[0]?.['facts'] as object).toSorted(), ['finding', 'madeOn', 'number', 'siae'])
    assert.doesNotMatch(JSON.stringify(cases), /Nadia|Benali|Mission locale/i)
  },
)

databaseTest('the person is still employed under the right, and the page of the structure shows it running', async (world) => {
  const made = await hired(world)
  await finds(world, made)
  assert.match((await made.browser.get(`/personnes/${made.person.id}`)).text, /Dernier jour 29 novembre 2028/)
})

databaseTest(
  'a prescription made before the first day of the finding is no case, and the authorisation no longer serves new ones',
  async (world) => {
    const made = await hired(world)
    await finds(world, made, { 'firstDay-day': '15' })
    assert.deepEqual(await world.look("select from anomaly where rule = 'pass-iae/prescriber-not-authorised'"), [])
    assert.deepEqual(await world.look('select last_day::text from authorisation where cancelled_at is null'), [{ last_day: '2026-11-14' }])
  },
)

databaseTest('a right used in another département only is no case here: the authority there looks at it', async (world) => {
  const made = await hired(world)
  await world.look("update siae set territory_id = 'departement-974' where id = $1", [made.siae.id])
  assert.equal((await finds(world, made)).status, 303)
  assert.deepEqual(await world.look("select from anomaly where rule = 'pass-iae/prescriber-not-authorised'"), [])
})

databaseTest('the case is read by that DDETS only', async (world) => {
  const made = await hired(world)
  await finds(world, made)
  const { readAs } = await import('../platform/testing/acting.ts')
  const rules = (accountId: string) =>
    readAs(world, accountId, async ({ tx }) => (await tx.selectFrom('anomaly').select('rule').execute()).map(({ rule }) => rule))
  assert.deepEqual(await rules(made.officer.accountId), ['pass-iae/prescriber-not-authorised'])
  for (const { accountId } of [made.other, made.sender.member]) assert.deepEqual(await rules(accountId), [])
})

databaseTest(
  'a diagnosis valid when asked and expired on the first day of work: the right is granted, the hire says so, the DDETS of the structure has a case',
  async (world) => {
    const made = await hired(world, '2026-11-25')
    assert.deepEqual(await world.look('select count(*)::integer as rights from pass where cancelled_at is null'), [{ rights: 1 }])
    assert.match((await made.browser.get(made.hire)).text, /Le diagnostic n’était plus valable depuis le 25 novembre 2026/)
    const lines = await world.look('select rule, subject_table, organisation_id, solver from anomaly order by subject_table')
    assert.deepEqual(lines, [
      { rule: 'pass-iae/diagnosis-expired-at-hire', subject_table: 'hire', organisation_id: made.organisation.id, solver: 'operator' },
      { rule: 'pass-iae/diagnosis-expired-at-hire', subject_table: 'pass', organisation_id: made.state.id, solver: 'authority' },
    ])
  },
)

databaseTest('a diagnosis that serves until the eve of the hire, and one day more, opens nothing', async (world) => {
  await hired(world, '2026-12-02')
  assert.deepEqual(await world.look('select from anomaly'), [])
})
