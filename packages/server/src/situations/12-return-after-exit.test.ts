// « Return after exit: same PASS if days remain (it ran on unless suspended); a new stay; waiting period and who may lift it shown. » FIELD §7.12
import assert from 'node:assert/strict'
import { aStay } from '../modules/employment/fixtures.ts'
import { aCandidate, HIRE_TYPED } from '../modules/hiring/fixtures.ts'
import { anAuthorisation } from '../modules/organisations/fixtures.ts'
import { aPass } from '../modules/pass-iae/fixtures.ts'
import { databaseTest, type World } from '../platform/testing/database-test.ts'
import { openBrowser, type TestBrowser } from '../platform/testing/test-browser.ts'

/** The three boxes of a day. @example date('firstDay', '2026-11-20') */
function date(name: string, iso: string): Record<string, string> {
  const [year = '', month = '', dayOfMonth = ''] = iso.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** Nadia Benali worked in the ACI under a right of 730 days, left it, and is proposed to it again by the mission locale. */
async function scene(world: World, { first = '2024-11-21', last = '2026-11-20', today = '2026-11-16', left = '2026-11-13' } = {}) {
  const here = await world.load(async (tx) => {
    const made = await aCandidate(tx, { eligible: false })
    const right = await aPass(tx, made.person, { first, last })
    const stay = await aStay(tx, made, { entry: first, last: left })
    return { ...made, right, stay }
  })
  world.clock.set(`${today}T09:00:00Z`)
  const counsellor = await openBrowser(world, here.member.accountId)
  const exit = await counsellor.post(`/sejours/${here.stay.id}/sortie/enregistrer`, { ...date('exitOn', left), reason: 'unemployed' })
  assert.equal(exit.status, 303, exit.text)
  return {
    ...here,
    counsellor,
    prescriber: await openBrowser(world, here.sender.member.accountId),
    hiring: `/candidatures/${here.application.id}/embaucher`,
    page: `/personnes/${here.person.id}`,
  }
}
type Here = Awaited<ReturnType<typeof scene>>

const sixMonthsAfter = (firstDay: string) => Temporal.PlainDate.from(firstDay).add({ months: 6 }).toString()
const comesBack = ({ counsellor, hiring }: Here, firstDay: string, more = {}) =>
  counsellor.post(hiring, { ...HIRE_TYPED, ...date('firstDay', firstDay), ...date('lastDay', sixMonthsAfter(firstDay)), ...more })

async function diagnoses(browser: TestBrowser, { page }: Here, author: string, madeOn: string) {
  const typed = { author, ...date('madeOn', madeOn), criteria: 'RSA', ...date('proof-RSA', madeOn), step: 'record' }
  const answer = await browser.post(`${page}/eligibilite/ajouter`, typed)
  assert.equal(answer.location, page, answer.text)
}

const rights = (world: World) =>
  world.look(
    `select days.first_day::text, days.last_day::text from pass_last_day as days
     join pass on pass.id = pass_id and pass.cancelled_at is null where superseded_at is null order by days.first_day`,
  )
const stays = (world: World) => world.look('select entry_day::text, exit_day::text from siae_stay order by entry_day')
const OLD = { first_day: '2024-11-21', last_day: '2026-11-20' }
const LEFT = { entry_day: '2024-11-21', exit_day: '2026-11-13' }

databaseTest(
  'after the exit the right ran on: its days go by without a contract, and the hire form says which ones remain',
  async (world) => {
    const here = await scene(world)
    const right = await here.counsellor.get(`/pass/${here.right.id}`)
    assert.match(right.text, /Dernier jour 20 novembre 2026/)
    // From Monday 16 to Friday 20, both counted.
    assert.match(right.text, /Jours restants 5\b/)
    const form = await here.counsellor.get(here.hiring)
    assert.match(form.text, /La personne a un PASS IAE du 21 novembre 2024 au 20 novembre 2026 : il sera repris/)
  },
)

databaseTest('hired again on the last day of the right: the same right and a new stay', async (world) => {
  const here = await scene(world)
  const answer = await comesBack(here, '2026-11-20')
  assert.equal(answer.status, 303, answer.text)
  assert.deepEqual(await rights(world), [OLD])
  assert.deepEqual(await stays(world), [LEFT, { entry_day: '2026-11-20', exit_day: null }])
  assert.deepEqual(await world.look('select pass_act, pass_id from hire'), [{ pass_act: 'reuse', pass_id: here.right.id }])
})

databaseTest('the day after the last one is refused while the right runs, and nothing is written', async (world) => {
  const here = await scene(world)
  const answer = await comesBack(here, '2026-11-21')
  assert.equal(answer.status, 422)
  assert.match(answer.text, /après le dernier jour du PASS IAE, le 20 novembre 2026\. Une prolongation peut être demandée/)
  assert.match(answer.body, /Ouvrière maraîchère/)
  assert.deepEqual(await stays(world), [LEFT])
  assert.deepEqual(await world.look('select from hire'), [])
})

databaseTest('suspended since the exit it did not run: the return ends the suspension and gives the days back', async (world) => {
  const here = await scene(world)
  const suspended = await here.counsellor.post(`/pass/${here.right.id}/suspendre`, {
    siaeId: here.siae.id,
    reason: 'contract-ended',
    ...date('firstDay', '2026-11-14'),
    ...date('lastDay', ''),
  })
  assert.equal(suspended.status, 303, suspended.text)
  world.clock.set('2027-02-10T09:00:00Z')
  const answer = await comesBack(here, '2027-02-15')
  assert.equal(answer.status, 303, answer.text)
  // Suspended from 14 November to 14 February: 93 days, after 20 November.
  assert.deepEqual(await rights(world), [{ ...OLD, last_day: '2027-02-21' }])
  assert.deepEqual(await world.look('select last_day::text, cause from suspension_version where superseded_at is null'), [
    { last_day: '2027-02-14', cause: 'hire' },
  ])
  assert.deepEqual(await world.look('select pass_act from hire'), [{ pass_act: 'reuse' }])
})

databaseTest('the right over, the structure’s own diagnosis opens no new one: the pages say until when and who may', async (world) => {
  const here = await scene(world, { today: '2026-11-23' })
  await diagnoses(here.counsellor, here, here.siae.id, '2026-11-23')
  const who = /Un prescripteur habilité peut prescrire un nouveau parcours avant cette date/
  for (const path of [here.page, `/pass/${here.right.id}`, here.hiring]) {
    const { text } = await here.counsellor.get(path)
    assert.match(text, /20 novembre 2028/, path)
    assert.match(text, who, path)
  }
  assert.doesNotMatch((await here.counsellor.get(here.hiring)).text, /Un PASS IAE commencera avec l’embauche/)
  const answer = await comesBack(here, '2026-12-01')
  assert.equal(answer.status, 422)
  assert.match(answer.text, /carence IAE jusqu’au 20 novembre 2028/)
  assert.match(answer.text, who)
  assert.match(answer.body, /href="#firstDay"/)
  assert.deepEqual(await rights(world), [OLD])
  assert.deepEqual(await stays(world), [LEFT])
})

databaseTest('a prescriber who is authorised lifts it by a diagnosis: a new right, and the first exit stays as it was', async (world) => {
  const here = await scene(world, { today: '2026-11-23' })
  await diagnoses(here.prescriber, here, 'prescriber', '2026-11-23')
  assert.match((await here.counsellor.get(here.hiring)).text, /Éligible Diagnostic établi par un prescripteur habilité/)
  const answer = await comesBack(here, '2026-12-01')
  assert.equal(answer.status, 303, answer.text)
  assert.deepEqual(await rights(world), [OLD, { first_day: '2026-12-01', last_day: '2028-11-29' }])
  assert.deepEqual(await stays(world), [LEFT, { entry_day: '2026-12-01', exit_day: null }])
  assert.deepEqual(await world.look('select version, exit_on::text from exit_version'), [{ version: 1, exit_on: '2026-11-13' }])
  assert.deepEqual(await world.look('select pass_act from hire'), [{ pass_act: 'issue' }])
})

databaseTest('a prescriber who has lost the authorisation lifts nothing', async (world) => {
  const here = await scene(world, { today: '2026-11-23' })
  await world.look('delete from authorisation')
  await world.load((tx) => anAuthorisation(tx, here.sender.organisation, { kind: 'ML', lastDay: '2026-11-22' }))
  const typed = {
    author: 'prescriber',
    ...date('madeOn', '2026-11-23'),
    criteria: 'RSA',
    ...date('proof-RSA', '2026-11-23'),
    step: 'record',
  }
  await here.prescriber.post(`${here.page}/eligibilite/ajouter`, typed)
  assert.deepEqual(await world.look("select from diagnosis where verdict = 'granted'"), [])
  assert.equal((await comesBack(here, '2026-12-01')).status, 422)
  assert.deepEqual(await rights(world), [OLD])
})

for (const [firstDay, status] of [
  ['2028-11-20', 422],
  ['2028-11-21', 303],
] as const)
  databaseTest(`two years after the last day, a structure hires again from the 21, not the 20: ${firstDay}`, async (world) => {
    const here = await scene(world)
    world.clock.set('2028-11-15T09:00:00Z')
    const counsellor = await openBrowser(world, here.member.accountId)
    await diagnoses(counsellor, here, here.siae.id, '2028-11-15')
    const answer = await comesBack({ ...here, counsellor }, firstDay)
    assert.equal(answer.status, status, answer.text)
    assert.deepEqual(await rights(world), status === 303 ? [OLD, { first_day: '2028-11-21', last_day: '2030-11-20' }] : [OLD])
  })

databaseTest('a return that took place in the waiting period is a fact: recorded, without a right, with what is wrong', async (world) => {
  const here = await scene(world, { today: '2026-11-27' })
  const answer = await comesBack(here, '2026-11-23', { asFact: 'oui' })
  assert.equal(answer.status, 303, answer.text)
  assert.deepEqual(await rights(world), [OLD])
  assert.deepEqual(await stays(world), [LEFT, { entry_day: '2026-11-23', exit_day: null }])
  const shown = await here.counsellor.get(answer.location ?? '')
  assert.match(shown.text, /L’embauche du 23 novembre 2026 suit le dernier jour du PASS IAE, le 20 novembre 2026/)
})
