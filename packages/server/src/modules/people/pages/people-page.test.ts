import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMemberIn, aPerson, aReferent, aUnit } from '../fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    return { organisation, unit, counsellor: await aMemberIn(tx, organisation, unit, 'counsellor') }
  })

databaseTest('an officer of the State has no list of people; a foreign member sees their own, which is empty', async (world) => {
  const { organisation, unit } = await scene(world)
  const { officer, foreign } = await world.load(async (tx) => {
    await aPerson(tx, { organisation, unit })
    const elsewhere = await anOrganisation(tx, { name: 'DDETS', functions: ['authority'] })
    const there = await aUnit(tx, elsewhere)
    return {
      officer: await aMemberIn(tx, elsewhere, there, 'authority_officer'),
      foreign: await aMemberIn(tx, elsewhere, there, 'director'),
    }
  })
  assert.equal((await (await openBrowser(world, officer.accountId)).get('/personnes')).status, 404)
  assert.match((await (await openBrowser(world, foreign.accountId)).get('/personnes')).text, /Aucune personne pour le moment/)
})

databaseTest(
  'names are found by the beginning of each word, in any order, usage and former names too; births as they are known',
  async (world) => {
    const { organisation, unit, counsellor } = await scene(world)
    await world.load(async (tx) => {
      await aPerson(tx, {
        organisation,
        unit,
        birthName: 'De La Fontaine',
        usageName: 'Roux',
        formerName: 'Petit',
        givenNames: 'Marie Ève',
        birthDate: '1968-01-01',
        birthPrecision: 'year',
      })
      await aPerson(tx, { organisation, unit, birthName: 'Fontana', givenNames: 'Ève', birthDate: '1975-03-27' })
    })
    const browser = await openBrowser(world, counsellor.accountId)
    const found = async (typed: string) => {
      const before = world.statements.length
      const { text } = await browser.get(`/personnes?q=${encodeURIComponent(typed)}`)
      // Who asks, the list, the requests that wait: the list itself is one.
      assert.ok(world.statements.length - before <= 4, `${world.statements.length - before} statements`)
      return [/ROUX/.test(text), /FONTANA/.test(text)]
    }
    assert.deepEqual(await found('eve font'), [true, true])
    assert.deepEqual(await found('FONTAINE'), [true, false])
    assert.deepEqual(await found('rou mari'), [true, false])
    assert.deepEqual(await found('petit'), [true, false])
    assert.deepEqual(await found('ontana'), [false, false])
    assert.deepEqual(await found('27/03/1975'), [false, true])
    assert.deepEqual(await found('03/1975'), [false, true])
    assert.deepEqual(await found('1968'), [true, false])
    assert.deepEqual(await found("%' or 1=1 --"), [false, false])
    assert.deepEqual(await found('\u0000'), [true, true])
    assert.match((await browser.get('/personnes?q=roux')).text, /née en 1968, nom de naissance DE LA FONTAINE/)
  },
)

databaseTest('pages of twenty-five, filters by referent and by state, and a page too far leads back', async (world) => {
  const { organisation, unit, counsellor } = await scene(world)
  await world.load(async (tx) => {
    for (let count = 0; count < 30; count++) {
      const state = count === 0 ? ('provisional' as const) : ('confirmed' as const)
      const person = await aPerson(tx, {
        organisation,
        unit,
        birthName: `Nom${String.fromCharCode(97 + count / 26, 97 + (count % 26))}`,
        state,
      })
      if (count === 7)
        await aReferent(tx, { organisation, unit, person, membershipId: counsellor.membershipId, accountId: counsellor.accountId })
    }
  })
  const browser = await openBrowser(world, counsellor.accountId)
  assert.match((await browser.get('/personnes')).text, /30 personnes, de 1 à 25/)
  assert.match((await browser.get('/personnes?page=2')).text, /30 personnes, de 26 à 30/)
  assert.equal((await browser.get('/personnes?page=9')).location, '/personnes')
  assert.match((await browser.get('/personnes?suivi=moi')).text, /1 personne .*NOMAH.*Vous êtes référent/)
  assert.match((await browser.get('/personnes?etat=provisional')).text, /1 personne .*NOMAA.*Provisoire/)
  assert.match((await browser.get('/personnes?q=zzz')).text, /Aucune personne ne correspond/)
})
