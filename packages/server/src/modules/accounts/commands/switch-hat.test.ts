import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anAccount } from '../fixtures.ts'

// Written row by row: memberships belong to a slice above this one.
async function anOrganisation({ look }: World, name: string): Promise<string> {
  const id = randomUUID()
  await look('insert into organisation (id, name, name_key, recorded_at) values ($1, $2, $2, now())', [id, name])
  return id
}

async function aHat(
  { look }: World,
  accountId: string,
  organisationId: string,
  role: string,
  lastDay: string | null = null,
): Promise<string> {
  const id = randomUUID()
  await look(
    `insert into membership (id, account_id, organisation_id, display_name, role, first_day, last_day, recorded_at)
     values ($1, $2, $3, 'Camille Roux', $4, '2020-01-01', $5, now())`,
    [id, accountId, organisationId, role, lastDay],
  )
  return id
}

/** Somebody who directs two organisations. */
async function twoHats(world: World) {
  const { accountId } = await world.load((tx) => anAccount(tx, { email: 'camille@exemple.test' }))
  const other = await world.load((tx) => anAccount(tx, { email: 'dominique@exemple.test', name: 'Dominique Faure' }))
  const [first, second] = [await anOrganisation(world, 'Association du Lauragais'), await anOrganisation(world, 'Régie du Minervois')]
  return {
    accountId,
    first: await aHat(world, accountId, first, 'director'),
    second: await aHat(world, accountId, second, 'director'),
    ended: await aHat(world, accountId, second, 'counsellor', '2020-12-31'),
    strangers: await aHat(world, other.accountId, second, 'counsellor'),
  }
}

databaseTest('a membership of somebody else, ended, unknown or malformed is no hat to wear', async (world) => {
  const { accountId, strangers, ended } = await twoHats(world)
  const browser = await openBrowser(world, accountId)
  for (const hat of [strangers, ended, '00000000-0000-7000-8000-000000000000', 'x', '']) {
    assert.equal((await browser.post('/chapeau', { hat })).status, 404)
  }
  assert.deepEqual(await world.look('select membership_id from session where membership_id is not null'), [])
  assert.match((await browser.get('/')).text, /Association du Lauragais Bonjour/)
})

databaseTest('the next page is read with the rights of the hat put on', async (world) => {
  const { accountId, second } = await twoHats(world)
  const browser = await openBrowser(world, accountId)
  assert.equal((await browser.post('/chapeau', { hat: second })).location, '/')
  assert.match((await browser.get('/')).text, /Régie du Minervois Bonjour/)
})

databaseTest('changing hat in one browser leaves the other browser as it was', async (world) => {
  const { accountId, second } = await twoHats(world)
  const [office, phone] = [await openBrowser(world, accountId), await openBrowser(world, accountId)]
  await office.post('/chapeau', { hat: second })
  assert.match((await office.get('/')).text, /Régie du Minervois/)
  assert.match((await phone.get('/')).text, /Association du Lauragais Bonjour/)
})

databaseTest('a hat whose membership ends is taken off at once', async (world) => {
  const { accountId, second } = await twoHats(world)
  const browser = await openBrowser(world, accountId)
  await browser.post('/chapeau', { hat: second })
  await world.look("update membership set last_day = '2020-12-31' where id = $1", [second])
  assert.match((await browser.get('/')).text, /Association du Lauragais Bonjour/)
})
