import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aMember, anAuthorisation, anOrganisation } from '../../organisations/fixtures.ts'
import { aSmallMap } from '../../territories/fixtures.ts'

const TYPED = { 'firstDay-day': '1', 'firstDay-month': '9', 'firstDay-year': '2026', grounds: 'Arrêté du 3 mars 2026 jamais signé.' }

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const body = await anOrganisation(tx, { name: 'Les Compagnons de la Cité', functions: ['prescriber'] })
    await anAuthorisation(tx, body, { kind: 'CAP_EMPLOI' })
    const state = await anOrganisation(tx, { name: 'DDETS de l’Aude', functions: ['authority'] })
    const officer = await aMember(tx, state, 'authority_officer')
    const elsewhere = await anOrganisation(tx, { name: 'DEETS de La Réunion', functions: ['authority'], territory: 'departement-974' })
    return {
      body,
      officer,
      path: `/organisations/${body.id}/sans-habilitation`,
      outsiders: {
        'the prescriber itself': (await aMember(tx, body, 'director')).accountId,
        'the State elsewhere': (await aMember(tx, elsewhere, 'authority_officer')).accountId,
        'a former officer': (await aMember(tx, state, 'authority_officer', { lastDay: '2026-11-20' })).accountId,
      },
    }
  })

databaseTest('a visitor, the prescriber, the State of another département and a former officer find no such page', async (world) => {
  const { outsiders, path } = await scene(world)
  await isClosedTo(world, outsiders, { path, form: TYPED })
  assert.deepEqual(await world.look('select from prescriber_finding'), [])
})

databaseTest('the authorisation ends the day before, and the finding is kept with its grounds', async (world) => {
  const { officer, path } = await scene(world)
  const answer = await (await openBrowser(world, officer.accountId)).post(path, TYPED)
  assert.equal(answer.status, 303, answer.text)
  assert.deepEqual(await world.look('select last_day::text from authorisation'), [{ last_day: '2026-08-31' }])
  assert.deepEqual(await world.look("select fields from audit where command = 'hiring/find-unauthorised'"), [
    { fields: ['firstDay', 'grounds'] },
  ])
})

databaseTest('a day to come, nothing written or the same finding twice is refused, with what is typed kept', async (world) => {
  const { officer, path } = await scene(world)
  const browser = await openBrowser(world, officer.accountId)
  for (const [more, sentence] of [
    [{ 'firstDay-month': '12' }, /Ce jour est dans l’avenir/],
    [{ grounds: '' }, /Écrivez sur quoi repose ce constat/],
    [{ 'firstDay-day': '' }, /jour/],
  ] as const) {
    const answer = await browser.post(path, { ...TYPED, ...more })
    assert.equal(answer.status, 422)
    assert.match(answer.text, sentence)
  }
  await browser.post(path, TYPED)
  const again = await browser.post(path, TYPED)
  assert.match(again.text, /Votre service a déjà fait ce constat/)
  assert.match(again.body, /jamais signé/)
})
