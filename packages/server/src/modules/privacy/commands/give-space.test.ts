import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anOrganisation } from '../../organisations/fixtures.ts'
import { aMemberIn, aPerson, aUnit } from '../../people/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { giveSpace } from './give-space.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const member = await aMemberIn(tx, organisation, unit, 'counsellor')
    const person = await aPerson(tx, { organisation, unit })
    return { organisation, unit, member, person }
  })

databaseTest('a role that only reads, and whoever does not hold the person, give no way in', async (world) => {
  const { organisation, unit, person } = await scene(world)
  const outsiders = await world.load(async (tx) => {
    const elsewhere = await anOrganisation(tx, { name: 'Régie du Minervois' })
    const there = await aUnit(tx, elsewhere)
    return {
      'the technical supervisor': (await aMemberIn(tx, organisation, unit, 'technical_supervisor')).accountId,
      'the payroll officer': (await aMemberIn(tx, organisation, unit, 'payroll_officer', { name: 'Maxime Vidal' })).accountId,
      'somebody elsewhere': (await aMemberIn(tx, elsewhere, there, 'counsellor', { name: 'Alix Sorel' })).accountId,
      'a former member': (await aMemberIn(tx, organisation, unit, 'counsellor', { name: 'Claude Martin', lastDay: '2026-11-20' }))
        .accountId,
    }
  })
  await isClosedTo(world, outsiders, { path: `/personnes/${person.id}/espace`, form: {} })
})

databaseTest('a provisional file and somebody who died have no space', async (world) => {
  const { organisation, unit, member, person } = await scene(world)
  const provisional = await world.load((tx) => aPerson(tx, { organisation, unit, state: 'provisional' }))
  assert.deepEqual(refusalsIn(await doAs(world, member.accountId, giveSpace, { personId: provisional.id })), ['privacy/provisional'])
  await world.look("update person set death_date = '2026-11-20' where id = $1", [person.id])
  assert.deepEqual(refusalsIn(await doAs(world, member.accountId, giveSpace, { personId: person.id })), ['people/person-died'])
})

databaseTest('the code is shown once, on a paper that names nobody; a second paper replaces the first', async (world) => {
  const { member, person } = await scene(world)
  const counsellor = await openBrowser(world, member.accountId)
  const given = async () => {
    const paper = await counsellor.post(`/personnes/${person.id}/espace`)
    assert.equal(paper.status, 200)
    const printed = /<main[\s\S]*<\/main>/.exec(paper.body)?.[0] ?? ''
    assert.doesNotMatch(printed, /Nadia|BENALI/)
    assert.match(paper.text, /localhost\/mon-espace/)
    return /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}/.exec(printed)?.[0] ?? ''
  }
  const [lost, kept] = [await given(), await given()]
  assert.notEqual(lost, kept)
  const page = await counsellor.get(`/personnes/${person.id}/espace`)
  assert.match(page.text, /Donné, pas encore ouvert/)
  for (const code of [lost, kept]) assert.doesNotMatch(page.text, new RegExp(code))
  assert.doesNotMatch(JSON.stringify(await world.look('select * from audit')), new RegExp(`${lost}|${kept}`))
  assert.equal((await (await openBrowser(world)).post('/mon-espace/entrer', { code: lost })).status, 422)
  assert.equal((await (await openBrowser(world)).post('/mon-espace/entrer', { code: kept })).status, 303)
})
