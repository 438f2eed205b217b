import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, aUnit } from '../fixtures.ts'
import { editIdentity } from './edit-identity.ts'
import { recordDeath } from './record-death.ts'

const TYPED = { version: '1', 'diedOn-day': '20', 'diedOn-month': '11', 'diedOn-year': '2026' }

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const counsellor = await aMemberIn(tx, organisation, unit, 'counsellor')
    const person = await aPerson(tx, { organisation, unit })
    return { organisation, unit, counsellor, person, path: `/personnes/${person.id}/deces` }
  })

databaseTest('a visitor, another organisation, a former member, a role that only reads record no death', async (world) => {
  const here = await scene(world)
  const outsiders = await world.load(async (tx) => {
    const foreign = await anOrganisation(tx, { name: 'Autre' })
    return {
      'another organisation': (await aMemberIn(tx, foreign, await aUnit(tx, foreign), 'counsellor')).accountId,
      'a former member': (await aMemberIn(tx, here.organisation, here.unit, 'counsellor', { lastDay: '2026-11-20' })).accountId,
      'the payroll officer': (await aMemberIn(tx, here.organisation, here.unit, 'payroll_officer')).accountId,
    }
  })
  await isClosedTo(world, outsiders, { path: here.path, form: TYPED })
  const payroll = String(outsiders['the payroll officer'])
  const input = { personId: here.person.id, version: 1, diedOn: '2026-11-20' }
  assert.deepEqual(refusalsIn(await doAs(world, payroll, recordDeath, input)), ['people/not-yours'])
  assert.deepEqual(await world.look('select death_date from person'), [{ death_date: null }])
})

databaseTest('the day is kept, the audit says which field and no value, and the file is closed to edition', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.counsellor.accountId)
  const answer = await browser.post(here.path, TYPED)
  assert.equal(answer.location, `/personnes/${here.person.id}`, answer.text)
  assert.deepEqual(await world.look('select death_date::text, version from person'), [{ death_date: '2026-11-20', version: 2 }])
  assert.deepEqual(await world.look("select fields from audit where command = 'people/record-death'"), [{ fields: ['diedOn'] }])
  const edited = { personId: here.person.id, version: 2, birthName: 'X', givenNames: 'Y', birthPrecision: 'unknown' as const }
  assert.deepEqual(refusalsIn(await doAs(world, here.counsellor.accountId, editIdentity, edited)), ['people/person-died'])
  assert.match((await browser.get(here.path)).text, /Un décès est enregistré .*Le 20 novembre 2026/)
})

databaseTest('a day to come, before the birth, or missing is said at its box, and nothing changes', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.counsellor.accountId)
  for (const [more, sentence] of [
    [{ 'diedOn-day': '22' }, /Ce jour est dans l’avenir/],
    [{ 'diedOn-year': '1989' }, /Ce jour vient avant la naissance/],
    [{ 'diedOn-day': '', 'diedOn-month': '', 'diedOn-year': '' }, /Saisissez la date du décès/],
  ] as const) {
    const answer = await browser.post(here.path, { ...TYPED, ...more })
    assert.equal(answer.status, 422)
    assert.match(answer.text, sentence)
  }
  assert.deepEqual(await world.look('select death_date, version from person'), [{ death_date: null, version: 1 }])
})

databaseTest('whoever read an older version, or records it twice, changes nothing', async (world) => {
  const here = await scene(world)
  const record = (version: number) =>
    doAs(world, here.counsellor.accountId, recordDeath, { personId: here.person.id, version, diedOn: '2026-11-20' })
  assert.deepEqual(refusalsIn(await record(7)), ['platform/stale'])
  await record(1)
  assert.deepEqual(refusalsIn(await record(2)), ['people/person-died'])
})
