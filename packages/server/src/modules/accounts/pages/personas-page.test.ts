import assert from 'node:assert/strict'
import { aContext, databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anAccount, aPersona } from '../fixtures.ts'

const becomes = (world: World, purpose: 'demonstration' | 'service') =>
  world.look('insert into deployment (purpose) values ($1)', [purpose])

async function aPersonaIn(world: World): Promise<string> {
  return world.load(async (tx) => {
    const { accountId } = await anAccount(tx, { email: 'directrice@exemple.test' })
    await aPersona(tx, accountId)
    return accountId
  })
}

databaseTest('a visitor of a demonstration enters as a persona, and as nobody else', async (world) => {
  await becomes(world, 'demonstration')
  const persona = await aPersonaIn(world)
  const other = await world.load((tx) => anAccount(tx, { email: 'autre@exemple.test' }))
  const browser = await openBrowser(world)
  assert.match((await browser.get('/demonstration')).text, /Une directrice/)
  assert.equal((await browser.post('/demonstration', { account: other.accountId })).status, 404)
  assert.equal((await browser.post('/demonstration', { account: persona })).location, '/')
  assert.match((await browser.get('/')).text, /Bonjour Camille Roux/)
})

databaseTest(
  'the page asked before entering is the one shown after, through the personas too, and never one of another site',
  async (world) => {
    await becomes(world, 'demonstration')
    const account = await aPersonaIn(world)
    const browser = await openBrowser(world)
    const sent = await browser.get('/mon-organisation')
    assert.equal(sent.location, '/connexion?suite=%2Fmon-organisation')
    assert.match((await browser.get(String(sent.location))).body, /href="\/demonstration\?suite=%2Fmon-organisation"/)
    assert.match((await browser.get('/demonstration?suite=%2Fmon-organisation')).body, /name="suite" value="\/mon-organisation"/)
    assert.equal((await browser.post('/demonstration', { account, suite: '//ailleurs.example' })).location, '/')
    assert.equal((await browser.post('/demonstration', { account, suite: '/mon-organisation' })).location, '/mon-organisation')
  },
)

for (const purpose of ['service', null] as const) {
  databaseTest(
    `in ${purpose ?? 'a database that is nothing yet'} there is no persona, no page of messages, and their rows cannot be read`,
    async (world) => {
      if (purpose) await becomes(world, purpose)
      const persona = await aPersonaIn(world)
      await world.look(
        "insert into mail (id, recipient, subject, body, queued_at) values (gen_random_uuid(), 'a@exemple.test', 'Objet', 'Texte', now())",
      )
      for (const browser of [await openBrowser(world), await openBrowser(world, persona)]) {
        assert.equal((await browser.get('/demonstration')).status, 404)
        assert.equal((await browser.post('/demonstration', { account: persona })).status, 404)
        assert.equal((await browser.get('/demonstration/courriels')).status, 404)
        assert.doesNotMatch((await browser.get('/connexion')).text, /personnages/)
      }
      for (const role of ['maillage_app', 'maillage_public'] as const) {
        const rows = await world.database.transaction(
          {
            role,
            context: aContext({ account: persona, purpose: 'demonstration' }),
          },
          async (tx) => [
            ...(await tx.selectFrom('mail').selectAll().execute()),
            ...(await tx.withTables<{ persona: { account_id: string } }>().selectFrom('persona').selectAll().execute()),
          ],
        )
        assert.deepEqual(rows, [])
      }
    },
  )
}
