import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, aUnit } from '../fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const person = await aPerson(tx, { organisation, unit, phone: '06 39 98 00 00', commune: '11262' })
    return { organisation, unit, person, counsellor: await aMemberIn(tx, organisation, unit, 'counsellor') }
  })

const TYPED = {
  version: '1',
  birthName: 'Benali',
  givenNames: 'Nadia',
  'birthDate-day': '3',
  'birthDate-month': '5',
  'birthDate-year': '1990',
  sex: 'F',
  phone: '06 39 98 00 00',
  communeCode: '11262',
  'communeCode-text': 'Narbonne',
  'communeCode-for': 'Narbonne',
}

databaseTest('those who do not hold the person, or whose role reads no contact, find no page', async (world) => {
  const { organisation, unit, person } = await scene(world)
  const outsiders = await world.load(async (tx) => {
    const foreign = await anOrganisation(tx, { name: 'Autre' })
    return {
      'another organisation': (await aMemberIn(tx, foreign, await aUnit(tx, foreign), 'counsellor')).accountId,
      'another team': (await aMemberIn(tx, organisation, await aUnit(tx, organisation, null, 'Autre'), 'counsellor')).accountId,
      'a former member': (await aMemberIn(tx, organisation, unit, 'counsellor', { lastDay: '2026-11-20' })).accountId,
      'a technical supervisor': (await aMemberIn(tx, organisation, unit, 'technical_supervisor')).accountId,
    }
  })
  await isClosedTo(world, outsiders, { path: `/personnes/${person.id}/identite`, form: TYPED })
})

databaseTest('the form shows the file, six statements at most, and the reading leaves one line an hour', async (world) => {
  const { person, counsellor } = await scene(world)
  const browser = await openBrowser(world, counsellor.accountId)
  const before = world.statements.length
  const page = await browser.get(`/personnes/${person.id}/identite`)
  assert.ok(world.statements.length - before <= 6, `${world.statements.length - before} statements`)
  for (const value of [/value="Benali"/, /value="1990"/, /value="06 39 98 00 00"/, /value="Narbonne"/]) assert.match(page.body, value)
  await browser.get(`/personnes/${person.id}/identite`)
  assert.deepEqual(await world.look('select circle, source from access_log'), [{ circle: 'shared', source: 'created' }])
  world.clock.set('2026-11-21T10:00:00Z')
  await browser.get(`/personnes/${person.id}/identite`)
  assert.equal((await world.look('select from access_log')).length, 2)
})

databaseTest('a second writer sees both: the values of now and what they had typed', async (world) => {
  const { person, counsellor } = await scene(world)
  const browser = await openBrowser(world, counsellor.accountId)
  const send = (more: Record<string, string>) => browser.post(`/personnes/${person.id}/identite`, { ...TYPED, ...more })
  assert.equal((await send({ usageName: 'Roux' })).location, `/personnes/${person.id}`)
  const late = await send({ usageName: 'Blanc' })
  assert.equal(late.status, 422)
  assert.match(late.text, /Quelqu’un a modifié cette fiche/)
  assert.match(late.text, /Nom d’usage Roux/)
  assert.match(late.body, /value="Blanc"/)
  assert.match(late.body, /name="version" value="2"/)
  assert.equal((await send({ usageName: 'Blanc', version: '2' })).status, 303)
})
