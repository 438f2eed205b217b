import assert from 'node:assert/strict'
import { committedTest, databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { type Answer, openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMember } from '../../organisations/fixtures.ts'
import { aPass } from '../../pass-iae/fixtures.ts'
import { aMemberIn, aPerson, aUnit } from '../../people/fixtures.ts'
import { aCandidate, HIRE_TYPED } from '../fixtures.ts'

const count = async (world: World, table: string, where = 'true') => (await world.look(`select from ${table} where ${where}`)).length

async function hires(
  world: World,
  made: { readonly application: { readonly id: string }; readonly member: { readonly accountId: string } },
  more = {},
) {
  const browser = await openBrowser(world, made.member.accountId)
  return { browser, answer: await browser.post(`/candidatures/${made.application.id}/embaucher`, { ...HIRE_TYPED, ...more }) }
}

/** The same form again, as does somebody told that the platform is very busy: nothing was written the first time. */
async function insisting(send: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const answer = await send()
    if (answer.status !== 503 || tries === 20) return answer
  }
}

databaseTest('a visitor is sent to sign in', async (world) => {
  const { application } = await world.load((tx) => aCandidate(tx))
  assert.equal((await (await openBrowser(world)).get(`/candidatures/${application.id}/embaucher`)).status, 303)
})

databaseTest(
  'another organisation, another team, another role and a former member find no such page, and nothing by row security',
  async (world) => {
    const { organisation, siae, unit, application, sender } = await world.load((tx) => aCandidate(tx))
    const refused = await world.load(async (tx) => {
      const elsewhere = await aUnit(tx, organisation, null, 'Une autre équipe')
      return [
        sender.member,
        await aMemberIn(tx, organisation, elsewhere, 'counsellor'),
        await aMemberIn(tx, organisation, unit, 'technical_supervisor'),
        await aMemberIn(tx, organisation, unit, 'counsellor', { lastDay: '2026-11-20' }),
        await aMember(tx, organisation, 'organisation_administrator'),
      ]
    })
    for (const member of refused) {
      const { browser, answer } = await hires(world, { application, member })
      assert.equal(answer.status, 404)
      assert.equal((await browser.get(`/candidatures/${application.id}/embaucher`)).status, 404)
    }
    assert.equal(await count(world, 'hire'), 0)
    assert.ok(siae.id)
  },
)

databaseTest('without any diagnosis the right is refused, the page says what to do, and nothing is written', async (world) => {
  const made = await world.load((tx) => aCandidate(tx, { eligible: false }))
  const { browser, answer } = await hires(world, made)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /L’éligibilité de la personne n’est pas établie/)
  const page = await browser.get(`/candidatures/${made.application.id}/embaucher`)
  assert.match(page.text, /Faire le diagnostic de votre structure/)
  for (const table of ['hire', 'pass', 'siae_stay', 'contract', "person_access where circle = 'employment'"]) {
    assert.equal((await world.look(`select from ${table}`)).length, 0, table)
  }
  assert.deepEqual(await world.look('select state from application'), [{ state: 'new' }])
})

databaseTest(
  'the counsellor hires: the right, the stay, the contract, the hire and the team’s access are written together',
  async (world) => {
    const made = await world.load((tx) => aCandidate(tx))
    const { browser, answer } = await hires(world, made)
    assert.equal(answer.status, 303, answer.text)
    assert.deepEqual(await world.look('select state, processed_at is not null as processed from application'), [
      { state: 'accepted', processed: true },
    ])
    assert.deepEqual(await world.look('select first_day::text from pass'), [{ first_day: '2026-12-01' }])
    assert.deepEqual(await world.look('select entry_day::text, kind from siae_stay'), [{ entry_day: '2026-12-01', kind: 'ACI' }])
    assert.deepEqual(await world.look('select type, weekly_hours, last_day::text from contract_version'), [
      { type: 'CDDI', weekly_hours: 2600, last_day: '2027-05-31' },
    ])
    assert.deepEqual(await world.look('select pass_act, state, hired_on::text from hire'), [
      { pass_act: 'issue', state: 'declared', hired_on: '2026-12-01' },
    ])
    assert.equal(await count(world, 'anomaly'), 0)
    const page = await browser.get(answer.location ?? '')
    assert.match(page.text, /Embauche déclarée Nadia BENALI, à partir du 1er décembre 2026/)
    const [line] = await world.look("select fields from audit where command = 'hiring/declare-hire'")
    assert.match(String(line?.['fields']), /weeklyHours/)
  },
)

databaseTest('the person’s page shows the right and the contract, in six statements at most', async (world) => {
  const made = await world.load((tx) => aCandidate(tx))
  const { browser } = await hires(world, made)
  const before = world.statements.length
  const page = await browser.get(`/personnes/${made.person.id}`)
  const spent = world.statements.slice(before)
  assert.equal(page.status, 200)
  assert.match(page.text, /Premier jour 1er décembre 2026 Dernier jour 29 novembre 2028/)
  assert.match(page.text, /CDD d’insertion \(CDDI\)/)
  const reads = spent.filter((each) => /^\s*select/.test(each) && !/find_session|deployment_purpose/.test(each))
  assert.ok(reads.length <= 6, `${reads.length} statements:\n${reads.join('\n')}`)
})

databaseTest('hiring again by the same form changes nothing; by another form it names who declared it and when', async (world) => {
  const made = await world.load((tx) => aCandidate(tx))
  const request_id = '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb'
  const { browser, answer } = await hires(world, made, { request_id })
  const repeated = await browser.post(`/candidatures/${made.application.id}/embaucher`, { ...HIRE_TYPED, request_id })
  assert.match(repeated.location ?? '', /^\/embauches\//)
  const other = await browser.post(`/candidatures/${made.application.id}/embaucher`, HIRE_TYPED)
  assert.equal(other.status, 303)
  assert.match((await browser.get(other.location ?? '')).text, /déjà déclarée, par Camille Roux, le 21 novembre 2026 à 10 h 00/)
  assert.equal(await count(world, 'hire'), 1)
  assert.ok(answer.location)
})

databaseTest('a hire that took place is recorded without a right, with what is wrong beside', async (world) => {
  const made = await world.load((tx) => aCandidate(tx, { eligible: false }))
  const past = { 'firstDay-day': '2', 'firstDay-month': '11', 'firstDay-year': '2026' }
  const asked = await hires(world, made, past)
  assert.match(asked.answer.text, /enregistrez-la comme un fait/)
  const { browser, answer } = await hires(world, made, { ...past, asFact: 'oui' })
  assert.equal(answer.status, 303, answer.text)
  const rules = await world.look('select rule from anomaly where resolved_at is null order by rule')
  assert.deepEqual(rules, [{ rule: 'pass-iae/hire-recorded-late' }, { rule: 'pass-iae/hire-without-pass' }])
  assert.match((await browser.get(answer.location ?? '')).text, /L’embauche du 2 novembre 2026 n’est couverte par aucun PASS IAE/)
  assert.equal(await count(world, 'pass'), 0)
})

databaseTest('a hire to come is never a fact', async (world) => {
  const made = await world.load((tx) => aCandidate(tx))
  const { answer } = await hires(world, made, { asFact: 'oui' })
  assert.match(answer.text, /Une embauche à venir se déclare/)
})

databaseTest('what is missing or impossible is said at its box, with the rest kept', async (world) => {
  const made = await world.load((tx) => aCandidate(tx))
  const { answer } = await hires(world, made, { type: '', weeklyHours: '800', 'lastDay-month': '13' })
  assert.equal(answer.status, 422)
  for (const sentence of [/Choisissez le type de contrat/, /heures par semaine en chiffres/, /nombre de 1 à 12/])
    assert.match(answer.text, sentence)
  assert.match(answer.body, /Ouvrière maraîchère/)
})

databaseTest('a person whose file is provisional is hired as a fact only', async (world) => {
  const made = await world.load(async (tx) => {
    const candidate = await aCandidate(tx)
    await aPerson(tx, { organisation: candidate.organisation })
    await tx
      .withTables<{ person: { id: string; state: string } }>()
      .updateTable('person')
      .set({ state: 'provisional' })
      .where('id', '=', candidate.person.id)
      .execute()
    return candidate
  })
  const { answer } = await hires(world, made)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /provisoire/)
})

databaseTest(
  'FIELD 1: two structures at once hold one right, two stays, and each knows of the other only what an employer needs',
  async (world) => {
    const made = await world.load((tx) => aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] }))
    const [first, second] = made.proposals
    assert.ok(first && second)
    await hires(world, first)
    const { browser, answer } = await hires(world, second, { weeklyHours: '10' })
    assert.equal(answer.status, 303, answer.text)
    assert.equal(await count(world, 'pass'), 1)
    assert.equal(await count(world, 'siae_stay', 'cancelled_at is null'), 2)
    assert.deepEqual(await world.look('select pass_act from hire order by recorded_at, id'), [{ pass_act: 'issue' }, { pass_act: 'reuse' }])
    const page = await browser.get(`/personnes/${made.person.id}`)
    assert.match(page.text, /La personne a aussi un contrat à « Les Jardins du Lauragais », 26,00 h par semaine/)
    assert.doesNotMatch(page.text, /Ouvrière maraîchère.*Ouvrière maraîchère/, 'the post of the other structure is not shown')
    assert.equal((page.text.match(/CDD d’insertion/g) ?? []).length, 1)
  },
)

databaseTest('FIELD 12: return after exit: the same right while days remain, and a new stay', async (world) => {
  const made = await world.load(async (tx) => {
    const candidate = await aCandidate(tx)
    await aPass(tx, candidate.person, { first: '2026-01-05', last: '2028-01-04' })
    const { siae, unit, person, organisation } = candidate
    const stay = {
      id: candidate.application.id,
      person_id: person.id,
      organisation_id: organisation.id,
      siae_id: siae.id,
      unit_id: unit.id,
    }
    await tx
      .withTables<{ siae_stay: Record<string, string> }>()
      .insertInto('siae_stay')
      .values({
        ...stay,
        kind: 'ACI',
        entry_day: '2026-01-05',
        exit_day: '2026-06-30',
        recorded_at: '2026-01-05T09:00:00Z',
        recorded_by: person.id,
      } as never)
      .execute()
    return candidate
  })
  const { answer } = await hires(world, made)
  assert.equal(answer.status, 303, answer.text)
  assert.equal(await count(world, 'pass'), 1)
  assert.deepEqual(await world.look('select entry_day::text, exit_day::text from siae_stay order by entry_day'), [
    { entry_day: '2026-01-05', exit_day: '2026-06-30' },
    { entry_day: '2026-12-01', exit_day: null },
  ])
  assert.deepEqual(await world.look('select pass_act from hire'), [{ pass_act: 'reuse' }])
})

committedTest(
  '50 structures that hire one person at the same second give one right and 50 hires',
  async (world) => {
    const structures = Array.from({ length: 50 }, (_, index) => `Structure ${index + 1}`)
    const made = await world.load((tx) => aCandidate(tx, { structures }))
    const send = async ({ application, member }: (typeof made.proposals)[number]) => {
      const browser = await openBrowser(world, member.accountId)
      return insisting(() => browser.post(`/candidatures/${application.id}/embaucher`, HIRE_TYPED))
    }
    const answers = await Promise.all(made.proposals.map(send))
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303])
    assert.equal(await count(world, 'pass'), 1)
    assert.equal(await count(world, 'hire', "state = 'declared'"), 50)
    assert.equal(await count(world, 'hire', "pass_act = 'issue'"), 1)
  },
  { only: 'postgresql' },
)

committedTest(
  'one application accepted 50 times at once gives one hire and 49 sentences that name the first',
  async (world) => {
    const made = await world.load((tx) => aCandidate(tx))
    const browsers = await Promise.all(Array.from({ length: 50 }, () => openBrowser(world, made.member.accountId)))
    const answers = await Promise.all(
      browsers.map((browser) => insisting(() => browser.post(`/candidatures/${made.application.id}/embaucher`, HIRE_TYPED))),
    )
    const pages = await Promise.all(
      answers.map(async (answer, index) => (answer.location ? ((await browsers[index]?.get(answer.location))?.text ?? '') : answer.text)),
    )
    assert.equal(await count(world, 'hire'), 1)
    assert.equal(pages.filter((page) => /déjà déclarée, par Camille Roux, le 21 novembre 2026/.test(page)).length, 49)
  },
  { only: 'postgresql' },
)
