// « A person changes département, or lives in one and works in another: eligibility unaffected; counted by residence for publics, by worksite for jobs; the Département
// that pays is the one of residence at hiring, by parameter; the referent hands over, the old one loses level 2 on that day. » FIELD §7.6
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, month, period } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { departementMonth } from '@maillage/rules/financing'
import { sql } from 'kysely'
import { anAdviserOf } from '../modules/eligibility/fixtures.ts'
import { diagnosesOf, recordDiagnosis } from '../modules/eligibility/index.ts'
import { aTeamAtWork, aWorkerNamed } from '../modules/employment/fixtures.ts'
import { aCandidate, HIRE_TYPED } from '../modules/hiring/fixtures.ts'
import { recompute } from '../modules/indicators/jobs/recompute.ts'
import { markDirty } from '../modules/indicators/mark-dirty.ts'
import { residentsInYear } from '../modules/indicators/queries/residents-in-year.ts'
import { anOrganisation, aSiae, aWorksite } from '../modules/organisations/fixtures.ts'
import { aMemberIn, aReferent } from '../modules/people/fixtures.ts'
import { endReferent } from '../modules/people/index.ts'
import { doAs, readAs, refusalsIn } from '../platform/testing/acting.ts'
import { aContext, databaseTest, type World } from '../platform/testing/database-test.ts'
import { deliverEvents } from '../platform/testing/deliver-events.ts'
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

databaseTest('her hours are counted where she works, whatever the département where she lives', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const worksite = await aWorksite(tx, team.siae)
    const worker = await aWorkerNamed(tx, team, 'Benali', { worksite })
    return { ...team, worksite, ...worker }
  })
  const director = await openBrowser(world, made.director.accountId)
  const counsellor = await openBrowser(world, made.counsellor.accountId)
  const moved = await counsellor.post(`/personnes/${made.person.id}/identite`, typed(1, '66136', 'Perpignan'))
  assert.equal(moved.status, 303, moved.text)
  const path = `/heures/${made.siae.id}/2026-07`
  const line = { stayId: made.stay.id, version: '0', measure: 'common', worksiteId: made.worksite.id, paid: '100' }
  await director.post(path, Object.fromEntries(Object.entries(line).map(([box, value]) => [`rows-0-${box}`, value])))
  const shown = /name="shown" value="([^"]*)"/.exec((await director.get(`${path}/valider`)).body)?.[1] ?? ''
  assert.equal((await director.post(`${path}/valider`, { shown })).status, 303)
  const { rows } = await world.load((tx) =>
    sql<object>`select worksite_territory_id as work, (select commune_id from contact_version where superseded_at is null and commune_id is not null) as home
      from month_total`.execute(tx),
  )
  assert.deepEqual(rows, [{ work: 'departement-11', home: 'commune-66136' }])
})

databaseTest('she is counted among the people of the Pyrénées-Orientales, where she lives, though she works in the Aude', async (world) => {
  const made = await world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await aSiae(tx, await anOrganisation(tx, { name: 'Association du Roussillon' }), {
      name: 'Les Ateliers du Roussillon',
      territory: 'departement-66',
      commune: 'commune-66136',
    })
    return { ...team, ...(await aWorkerNamed(tx, team, 'Benali')) }
  })
  const counsellor = await openBrowser(world, made.counsellor.accountId)
  assert.equal((await counsellor.post(`/personnes/${made.person.id}/identite`, typed(1, '66136', 'Perpignan'))).status, 303)
  await deliverEvents(world, markDirty)
  await recompute.run({ database: world.database, clock: world.clock })
  const context = aContext()
  const living = (territory: string) =>
    world.database.transaction({ role: 'maillage_job', context }, async (tx) => [...(await residentsInYear(tx, territory, 2026)).keys()])
  assert.deepEqual([await living('departement-66'), await living('departement-11')], [[made.person.id], []])
  const [figures] = await world.look(
    "select count(*)::integer as many from rollup where indicator = 'residents' and territory_id = 'departement-66'",
  )
  assert.ok(Number(figures?.['many']) > 0, 'the figures of the département where she lives were added up')
})

test('the Département that pays is that of residence on the day of hire: moving later changes nothing, moving before does', () => {
  const caom = { departement: '11', period: period(day('2025-01-01'), day('2025-12-31')), people: null }
  const nadia = { label: 'Nadia', hiredOn: day('2025-02-10'), until: null, rsaAtHire: true }
  const paid = (departement: string, departementAtHire: string) =>
    departementMonth(nationalLaw, { caom: { ...caom, departement }, month: month('2025-10'), employees: [{ ...nadia, departementAtHire }] })
  assert.deepEqual(
    [paid('11', '11'), paid('34', '11'), paid('11', '34')].map(({ employees }) => employees[0]?.state),
    ['due', 'not-due', 'not-due'],
  )
  assert.deepEqual([paid('11', '11').payer, paid('66', '66').payer], ['departement', 'state'], 'where the RSA is recentralised, the State')
})
