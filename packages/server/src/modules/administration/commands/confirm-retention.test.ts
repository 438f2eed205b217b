import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aPlatform, aQuietPerson } from '../fixtures.ts'

const LIST = '/administration/conservation'
const PATH = `${LIST}/person`

databaseTest('a visitor signs in; a director, who administers nothing here, finds neither the list nor the confirmation', async (world) => {
  const { director } = await world.load(aPlatform)
  for (const path of [LIST, PATH]) {
    await isClosedTo(world, { director: director.accountId }, { path: PATH, form: { counted: '1' } })
    assert.equal((await (await openBrowser(world, director.accountId)).get(path)).status, 404)
  }
})

databaseTest(
  'each rule is shown with its length, its source, the source that says otherwise, and what the night would do',
  async (world) => {
    const { administrator } = await world.load(async (tx) => {
      const platform = await aPlatform(tx)
      await aQuietPerson(tx, platform, '2024-11-21')
      await aQuietPerson(tx, platform, '2024-11-22')
      return platform
    })
    const browser = await openBrowser(world, administrator.accountId)
    const before = world.statements.length
    const { text } = await browser.get(LIST)
    assert.ok(world.statements.length - before <= 6, `${world.statements.length - before} statements`)
    assert.match(
      text,
      /Dossier d’une personne 24 mois .*CNIL, référentiel 2021-028.*Une autre source dit : Les emplois de l’inclusion comptent 730 jours/,
    )
    assert.match(text, /1 dossier à rendre anonyme Vérifier et confirmer/)
    assert.match(text, /Courriel envoyé 62 jours .*quatre-vingt-dix jours.* Rien à faire Jamais appliqué/)
    assert.match(text, /Aucun gel en cours/)
    assert.doesNotMatch(text, /Benali/)
  },
)

databaseTest('it is confirmed once, for the number read; it may be taken back until the night', async (world) => {
  const { platform } = await world.load(async (tx) => {
    const platform = await aPlatform(tx)
    await aQuietPerson(tx, platform, '2024-11-21')
    return { platform }
  })
  const browser = await openBrowser(world, platform.administrator.accountId)
  const page = await browser.get(PATH)
  assert.match(page.text, /Ce qui a pris fin le 21 novembre 2024 ou avant/)
  assert.match(page.text, /Séjours, contrats, heures, sorties, jours des droits et autres critères comptés restent, sans nom/)
  const other = await browser.post(PATH, { counted: '2' })
  assert.equal(other.status, 422)
  assert.match(other.text, /Le nombre a changé .* il est maintenant de 1\./)
  assert.deepEqual(await world.look('select from retention_order'), [])
  assert.equal((await browser.post(PATH, { counted: '1' })).location, LIST)
  const again = await browser.post(PATH, { counted: '1' })
  assert.match(again.text, /Cet effacement est déjà confirmé/)
  const list = await browser.get(LIST)
  assert.match(list.text, /Confirmé 1 dossier, le 21 novembre 2026\. Ce sera fait dans la nuit\. (Envoyer )?Annuler/)
  assert.deepEqual(
    await world.look(
      "select fields, subjects ->> 'rule' as rule from audit where command = 'administration/confirm-retention' and outcome = 'done'",
    ),
    [{ fields: [], rule: 'person' }],
  )
})

databaseTest('a rule that is none, or has nothing to do, confirms nothing', async (world) => {
  const { administrator } = await world.load(aPlatform)
  const browser = await openBrowser(world, administrator.accountId)
  assert.equal((await browser.get(`${LIST}/everything`)).status, 404)
  assert.match((await browser.get(PATH)).text, /Il n’y a rien à confirmer aujourd’hui/)
  assert.match((await browser.post(PATH, { counted: '0' })).text, /Il n’y a rien à effacer aujourd’hui par cette règle/)
})
