import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aPlatform, aQuietPerson } from '../fixtures.ts'

const LIST = '/administration/conservation'
const PATH = `${LIST}/gel`
const TYPED = { siren: '123 456 782', reason: 'Contrôle 2026-11', 'lastDay-day': '31', 'lastDay-month': '1', 'lastDay-year': '2027' }

databaseTest('a visitor signs in; nobody but an administrator holds anything', async (world) => {
  const { director } = await world.load(aPlatform)
  await isClosedTo(world, { director: director.accountId }, { path: PATH, form: TYPED })
})

databaseTest('what is held is counted apart and is due no more, until the hold ends', async (world) => {
  const { administrator } = await world.load(async (tx) => {
    const platform = await aPlatform(tx)
    await aQuietPerson(tx, platform, '2020-01-01')
    return platform
  })
  const browser = await openBrowser(world, administrator.accountId)
  assert.equal((await browser.post(PATH, TYPED)).location, LIST)
  const { text } = await browser.get(LIST)
  assert.match(text, /Contrôle 2026-11 du 21 novembre 2026 au 31 janvier 2027/)
  assert.match(text, /Rien à faire ; 1 autre retenu par un gel ou un contrôle/)
  world.clock.set('2027-02-01T09:00:00Z')
  assert.match((await browser.get(LIST)).text, /1 dossier à rendre anonyme/)
})

databaseTest(
  'an unknown number, no reason, a day past: each says what to correct, keeps what was typed, changes nothing',
  async (world) => {
    const { administrator } = await world.load(aPlatform)
    const browser = await openBrowser(world, administrator.accountId)
    for (const [more, sentence] of [
      [{ siren: '999999999' }, /Aucune organisation n’a ce numéro SIREN/],
      [{ siren: '12' }, /Saisissez les neuf chiffres/],
      [{ reason: ' ' }, /Saisissez la raison/],
      [{ 'lastDay-year': '2025' }, /Le dernier jour est passé/],
      [{ 'lastDay-day': '', 'lastDay-month': '', 'lastDay-year': '' }, /Saisissez le dernier jour/],
    ] as const) {
      const answer = await browser.post(PATH, { ...TYPED, ...more })
      assert.equal(answer.status, 422)
      assert.match(answer.text, sentence)
      assert.ok('reason' in more || answer.body.includes('Contrôle 2026-11'))
    }
    assert.deepEqual(await world.look('select from legal_hold'), [])
  },
)
