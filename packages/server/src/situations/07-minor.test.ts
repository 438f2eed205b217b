// « Minor of 16 or 17: legal representative, 35 h and 8 h limits, forbidden work flagged, JEUNE criterion. » FIELD §7.7
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { slices } from '../app.ts'
import { recordDiagnosis } from '../modules/eligibility/index.ts'
import { aCandidate, HIRE_TYPED } from '../modules/hiring/fixtures.ts'
import { dispatchEvents } from '../platform/jobs/dispatch-events.ts'
import { doAs } from '../platform/testing/acting.ts'
import { committedTest, databaseTest, type World } from '../platform/testing/database-test.ts'
import { openBrowser } from '../platform/testing/test-browser.ts'

/** Born on 7 February 2010: sixteen on the first of December 2026, eighteen on 7 February 2028. */
async function aMinor(world: World, birthDate = '2010-02-07') {
  const made = await world.load(async (tx) => {
    const candidate = await aCandidate(tx)
    await sql`update person set birth_date = ${birthDate} where id = ${candidate.person.id}`.execute(tx)
    return candidate
  })
  return { ...made, browser: await openBrowser(world, made.member.accountId), page: `/personnes/${made.person.id}` }
}

async function hired(world: World, made: Awaited<ReturnType<typeof aMinor>>, weeklyHours: string) {
  const answer = await made.browser.post(`/candidatures/${made.application.id}/embaucher`, { ...HIRE_TYPED, weeklyHours })
  assert.equal(answer.status, 303, answer.text)
  return world.look("select rule from anomaly where resolved_at is null and rule like '%minor%' order by rule")
}

const named = (made: Awaited<ReturnType<typeof aMinor>>, more = {}) =>
  made.browser.post(`${made.page}/identite`, {
    version: '1',
    birthName: 'Benali',
    givenNames: 'Nadia',
    'birthDate-day': '7',
    'birthDate-month': '2',
    'birthDate-year': '2010',
    birthPrecision: 'day',
    representativeName: 'Awa Benali',
    representativeRelation: 'mère',
    ...more,
  })

databaseTest('the page of a minor says that the representative is missing, the limits and the work that is forbidden', async (world) => {
  const made = await aMinor(world)
  const page = (await made.browser.get(made.page)).text
  assert.match(page, /Personne mineure : 16 ans/)
  assert.match(page, /Son représentant légal n’est pas renseigné/)
  assert.match(page, /Au plus 8 heures par jour et 35 heures par semaine\. Certains travaux sont interdits/)
})

databaseTest('once named, the representative signs with the person, until the day before eighteen', async (world) => {
  const made = await aMinor(world)
  assert.equal((await named(made)).status, 303)
  assert.doesNotMatch((await made.browser.get(made.page)).text, /n’est pas renseigné/)
  assert.deepEqual(await world.look('select name, until::text from legal_representative'), [{ name: 'Awa Benali', until: '2028-02-06' }])
})

databaseTest('half a representative is refused, what is typed is kept', async (world) => {
  const made = await aMinor(world)
  const answer = await named(made, { representativeRelation: '' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Saisissez le nom du représentant légal et son lien/)
  assert.match(answer.body, /Awa Benali/)
})

databaseTest('35 hours a week are recorded without a remark on hours; 36 are recorded too, with the text beside', async (world) => {
  assert.deepEqual(await hired(world, await aMinor(world), '35'), [{ rule: 'employment/minor-without-representative' }])
})

databaseTest('36 hours a week are a fact, and an anomaly', async (world) => {
  const made = await aMinor(world)
  assert.deepEqual(await hired(world, made, '36'), [
    { rule: 'employment/minor-weekly-hours' },
    { rule: 'employment/minor-without-representative' },
  ])
  assert.match((await made.browser.get(made.page)).text, /Avant 18 ans, le travail ne dépasse pas 35,00 h par semaine/)
})

databaseTest('from eighteen on the first day of work, nothing of this is said', async (world) => {
  const made = await aMinor(world, '2008-11-21')
  assert.deepEqual(await hired(world, made, '36'), [])
  assert.doesNotMatch((await made.browser.get(made.page)).text, /Personne mineure/)
})

committedTest('a representative named after the contract settles it', async (world) => {
  const made = await aMinor(world)
  await hired(world, made, '26')
  const answer = await named(made)
  assert.equal(answer.status, 303, answer.text)
  await dispatchEvents(
    world.database,
    world.clock,
    slices.flatMap((slice) => slice.subscriptions ?? []),
  )
  assert.deepEqual(await world.look("select resolution from anomaly where rule = 'employment/minor-without-representative'"), [
    { resolution: 'representative-named' },
  ])
})

databaseTest('the technical supervisor, who reads no contact, is told nothing of the representative', async (world) => {
  const made = await aMinor(world)
  await named(made)
  const { aMemberIn } = await import('../modules/people/fixtures.ts')
  const supervisor = await world.load((tx) => aMemberIn(tx, made.organisation, made.unit, 'technical_supervisor'))
  const page = (await (await openBrowser(world, supervisor.accountId)).get(made.page)).text
  assert.doesNotMatch(page, /représentant|Awa Benali/)
})

databaseTest(
  'the criterion JEUNE is read from the day of birth, asks for no piece, and alone does not make the person eligible',
  async (world) => {
    const { person, unit, siae, member } = await aMinor(world)
    const done = await doAs(world, member.accountId, recordDiagnosis, {
      personId: person.id,
      unitId: unit.id,
      siaeId: siae.id,
      madeOn: '2026-11-21',
      criteria: [{ code: 'JEUNE' }],
    })
    assert.equal(done.state === 'done' ? done.value.verdict : done.state, 'refused')
    assert.deepEqual(await world.look('select code, finding from criterion'), [{ code: 'JEUNE', finding: 'established' }])
  },
)
