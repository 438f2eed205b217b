// « Two SIAE at once: one PASS, two stays, two counsellors, the hours added for the legal maxima with a warning to both;
// counted once as a person, twice as structures; leaving one is an exit of the stay with its true motive. » FIELD §7.1
import assert from 'node:assert/strict'
import { employment } from '../modules/employment/index.ts'
import { EXIT_TYPED } from '../modules/exits/fixtures.ts'
import { recordExit } from '../modules/exits/index.ts'
import { aCandidate, HIRE_TYPED } from '../modules/hiring/fixtures.ts'
import { aCountedSiae } from '../modules/indicators/fixtures.ts'
import { indicators } from '../modules/indicators/index.ts'
import { aReferent } from '../modules/people/fixtures.ts'
import { doAs } from '../platform/testing/acting.ts'
import { databaseTest, type World } from '../platform/testing/database-test.ts'
import { deliverEvents } from '../platform/testing/deliver-events.ts'
import { openBrowser } from '../platform/testing/test-browser.ts'

const WARNING = /50,00 h par semaine, tous employeurs réunis : le maximum est de 48,00 h/

async function hires(world: World, { application, member }: { application: { id: string }; member: { accountId: string } }, more = {}) {
  const browser = await openBrowser(world, member.accountId)
  const answer = await browser.post(`/candidatures/${application.id}/embaucher`, { ...HIRE_TYPED, ...more })
  assert.equal(answer.status, 303, answer.text)
  return { browser, path: answer.location?.split('?')[0] ?? '' }
}

const tellOthers = (world: World) => deliverEvents(world, employment.subscriptions ?? [])

/** Les Jardins du Lauragais (26 h) and Intérim du Minervois (24 h) hire the same person. */
async function twoEmployers(world: World, second = '24') {
  const made = await world.load((tx) => aCandidate(tx, { structures: ['Les Jardins du Lauragais', 'Intérim du Minervois'] }))
  const [aci, ai] = made.proposals
  assert.ok(aci && ai)
  const first = await hires(world, aci)
  const other = await hires(world, ai, { weeklyHours: second })
  await tellOthers(world)
  return { ...made, aci: { ...aci, ...first }, ai: { ...ai, ...other }, page: `/personnes/${made.person.id}` }
}

databaseTest('one PASS, two stays, two hires', async (world) => {
  await twoEmployers(world)
  assert.deepEqual(await world.look('select count(*)::integer as rights from pass where cancelled_at is null'), [{ rights: 1 }])
  assert.deepEqual(
    await world.look(
      'select count(*)::integer as stays, count(distinct siae_id)::integer as structures, count(distinct person_id)::integer as people from siae_stay',
    ),
    [{ stays: 2, structures: 2, people: 1 }],
  )
})

databaseTest('two counsellors: each structure names its own, and learns the name of the other, not the file', async (world) => {
  const here = await twoEmployers(world)
  await world.load(async (tx) => {
    for (const { organisation, unit, member } of [here.aci, here.ai])
      await aReferent(tx, { organisation, unit, person: here.person, membershipId: member.membershipId, accountId: member.accountId })
  })
  const seen = (await here.ai.browser.get(here.page)).text
  assert.match(seen, /La personne a aussi un contrat à « Les Jardins du Lauragais », 26,00 h par semaine\. Référent : Camille Roux\./)
  assert.equal((seen.match(/Ouvrière maraîchère/g) ?? []).length, 1, 'only one’s own contract is told in full')
})

databaseTest('the hours of both pass 48 h: each is warned of the sum, on the person’s page and on the hire', async (world) => {
  const here = await twoEmployers(world)
  for (const { browser, path } of [here.aci, here.ai]) {
    assert.match((await browser.get(here.page)).text, WARNING)
    assert.match((await browser.get(path)).text, WARNING)
  }
  assert.deepEqual(
    await world.look(
      'select rule, count(distinct organisation_id)::integer as warned, min(since)::text as since from anomaly where resolved_at is null group by 1',
    ),
    [{ rule: 'employment/weekly-maximum-passed', warned: 2, since: '2026-12-01' }],
  )
})

databaseTest('44 hours in all warn nobody', async (world) => {
  const here = await twoEmployers(world, '18')
  assert.deepEqual(await world.look("select from anomaly where rule like 'employment/weekly-%-passed'"), [])
  assert.doesNotMatch((await here.aci.browser.get(here.page)).text, /tous employeurs réunis/)
})

databaseTest('a hire that did not take place takes both warnings back, with their trace', async (world) => {
  const here = await twoEmployers(world)
  assert.equal((await here.ai.browser.post(`${here.ai.path}/annuler`, { version: '1' })).status, 303)
  await tellOthers(world)
  assert.deepEqual(await world.look('select resolution, count(*)::integer as lines from anomaly group by 1'), [
    { resolution: 'hours-changed', lines: 2 },
  ])
  assert.doesNotMatch((await here.aci.browser.get(here.page)).text, /tous employeurs réunis/)
})

databaseTest('leaving one structure leaves the right and the other stay as they are', async (world) => {
  const here = await twoEmployers(world)
  await here.ai.browser.post(`${here.ai.path}/annuler`, { version: '1' })
  assert.deepEqual(await world.look('select cancelled_at from pass'), [{ cancelled_at: null }])
  assert.deepEqual(await world.look('select siae.name from siae_stay join siae on siae.id = siae_id where cancelled_at is null'), [
    { name: 'Les Jardins du Lauragais' },
  ])
})

databaseTest(
  'leaving one is an exit of its stay, with its true motive; the other stay, its contract and the right go on',
  async (world) => {
    const here = await twoEmployers(world)
    const [stay] = await world.look(
      "select stay.id from siae_stay as stay join siae on siae.id = siae_id where siae.name = 'Intérim du Minervois'",
    )
    const left = { ...EXIT_TYPED, exitOn: '2026-12-11', reason: 'qualifying-training' as const, stayId: String(stay?.['id']) }
    assert.equal((await doAs(world, here.ai.member.accountId, recordExit, left)).state, 'done')
    assert.deepEqual(
      await world.look(
        `select siae.name, stay.exit_day::text, why.reason from siae_stay as stay join siae on siae.id = stay.siae_id
       left join exit on exit.stay_id = stay.id left join exit_reason as why on why.exit_id = exit.id order by siae.name`,
      ),
      [
        { name: 'Intérim du Minervois', exit_day: '2026-12-11', reason: 'qualifying-training' },
        { name: 'Les Jardins du Lauragais', exit_day: null, reason: null },
      ],
    )
    assert.deepEqual(await world.look('select count(*)::integer as rights from pass where cancelled_at is null'), [{ rights: 1 }])
    assert.doesNotMatch((await here.aci.browser.get(here.page)).body, /formation qualifiante/i)
  },
)

databaseTest('counted once as a person in the territory, and once in each of the two structures', async (world) => {
  await twoEmployers(world)
  // Two structures of twelve people beside them: the figures of one person alone are never read.
  await world.load(async (tx) => {
    for (const name of ['Un', 'Deux']) await aCountedSiae(tx, { name, people: 12 })
  })
  world.clock.set('2027-01-15T09:00:00Z')
  for (const name of ['indicators-mark-recent', 'indicators-recompute'])
    await indicators.jobs?.find((job) => job.name === name)?.run({ database: world.database, clock: world.clock })
  assert.deepEqual(
    await world.look(
      `select numerator from rollup where indicator = 'people' and dimension = 'all' and kind = 'all' and year = 2026 and audience = 'authority'
         and siae_id is null and territory_id = 'departement-11'`,
    ),
    [{ numerator: 12 + 12 + 1 }],
  )
  const cells = await world.look(
    "select numerator from cell where indicator = 'people' and month = '2026-12-01' and dimension = 'all' and superseded_at is null order by 1",
  )
  assert.deepEqual(
    cells.map(({ numerator }) => numerator),
    [1, 1, 12, 12],
  )
})

databaseTest('who leaves one is told, to the counsellor there, as « poursuit dans une SIAE »', async (world) => {
  const here = await twoEmployers(world)
  const [stay] = await world.look(
    "select stay.id from siae_stay as stay join siae on siae.id = siae_id where siae.name = 'Intérim du Minervois'",
  )
  world.clock.set('2026-12-10T09:00:00Z')
  const form = await here.ai.browser.get(`/sejours/${String(stay?.['id'])}/sortie/enregistrer`)
  assert.match(form.text, /La personne poursuit dans une SIAE : « Les Jardins du Lauragais »/)
})
