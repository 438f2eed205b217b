import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../platform/testing/database-test.ts'
import { openBrowser, type TestBrowser } from '../../platform/testing/test-browser.ts'
import { passwordHash } from '../accounts/index.ts'
import { anOrganisation } from '../organisations/fixtures.ts'
import { aMemberIn, aPerson, aUnit } from '../people/fixtures.ts'
import { aSmallMap } from '../territories/fixtures.ts'
import { enterSpace } from './enter-space.ts'
import { aSpaceKey, openSpace } from './fixtures.ts'
import { DOOR_LIMITS, SECRET_TRIES } from './model.ts'

const CODE = 'K7QF-93TM-X2PD'
const SECRET = '280571'

const scene = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const unit = await aUnit(tx, organisation)
    const member = await aMemberIn(tx, organisation, unit, 'counsellor')
    const person = await aPerson(tx, { organisation, unit })
    return { organisation, unit, member, person, key: await aSpaceKey(tx, { person, organisation, by: member.accountId }, CODE) }
  })

const enter = async (browser: TestBrowser, code = CODE, secret = '') => browser.post('/mon-espace/entrer', { code, secret })
const sessions = ({ look }: World) => look('select from space_session')
/** The paper was opened long ago, and its secret chosen. */
const withSecret = async ({ look }: World) => look('update space_key set used_at = now(), secret_hash = $1', [await passwordHash(SECRET)])

databaseTest(
  'a code that nobody gave, used, out of date, taken back, of somebody who died or whose file joined another: the same answer, and nothing opens',
  async (world) => {
    const { person, organisation } = await scene(world)
    const kept = await world.load((tx) => aPerson(tx, { organisation, birthName: 'Sorel' }))
    const WORN = [
      "update space_key set used_at = now() - interval '1 minute'",
      "update space_key set expires_at = now() - interval '1 second'",
      'update space_key set revoked_at = now()',
      `update person set death_date = '2026-11-20' where id = '${person.id}'`,
      `update person set state = 'merged', merged_into = '${kept.id}' where id = '${person.id}'`,
    ]
    const shown = new Set<string>()
    for (const worn of [null, ...WORN]) {
      await world.look('savepoint before_it')
      if (worn) await world.look(worn)
      const browser = await openBrowser(world)
      const answer = await enter(browser, worn ? CODE : '0000-0000-0000')
      assert.equal(answer.status, 422, String(worn))
      assert.match(answer.text, /Le code ou le secret n’est pas le bon/)
      assert.doesNotMatch(answer.text, /Nadia|Benali/i)
      shown.add(answer.body.replace(/value="[^"]*"/g, ''))
      assert.equal((await browser.get('/mon-espace')).location, '/mon-espace/entrer')
      assert.deepEqual(await sessions(world), [])
      await world.look('rollback to savepoint before_it')
    }
    assert.equal(shown.size, 1)
  },
)

databaseTest('the code opens once, typed as it is read; then it asks for the secret chosen, and opens with both', async (world) => {
  await scene(world)
  const first = await openBrowser(world)
  const planted = first.token()
  assert.equal((await enter(first, 'k7qf 93tm x2pd')).location, '/mon-espace/secret')
  assert.notEqual(first.token(), planted)
  assert.equal((await enter(await openBrowser(world))).status, 422, 'a second time without a secret')
  assert.equal((await first.post('/mon-espace/secret', { secret: SECRET, again: SECRET })).location, '/mon-espace')
  const second = await openBrowser(world)
  assert.equal((await enter(second, CODE, SECRET)).location, '/mon-espace')
  assert.match((await second.get('/mon-espace')).text, /Bonjour Nadia/)
  assert.equal((await first.get('/mon-espace')).location, '/mon-espace/entrer', 'one at a time')
  assert.equal(
    (
      await world.look(
        "select from audit where command = 'privacy/choose-secret' and outcome = 'done' and account_id is null and role = 'person'",
      )
    ).length,
    1,
  )
})

databaseTest(
  `after ${SECRET_TRIES} wrong secrets the paper opens nothing, even with the right one; a right one before forgets them`,
  async (world) => {
    await scene(world)
    await withSecret(world)
    const wrong = async (times: number) => {
      for (let time = 0; time < times; time++) assert.equal((await enter(await openBrowser(world), CODE, '111213')).status, 422)
    }
    await wrong(SECRET_TRIES - 1)
    assert.equal((await enter(await openBrowser(world), CODE, SECRET)).status, 303)
    await wrong(SECRET_TRIES)
    assert.equal((await enter(await openBrowser(world), CODE, SECRET)).status, 422)
  },
)

databaseTest('the secret is checked as slowly when the code is unknown, used or new', async (world) => {
  await scene(world)
  const checked = async (code: string) => {
    const hashes: string[] = []
    await enterSpace(world.database, code, 'x', 'caller', async (hash) => {
      hashes.push(hash)
      return false
    })
    return hashes
  }
  for (const code of ['0000-0000-0000', CODE, CODE]) {
    const [hash = '', ...more] = await checked(code)
    assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.deepEqual(more, [])
  }
})

databaseTest('codes tried from one place are counted: after twenty in an hour, even the right one waits', async (world) => {
  await scene(world)
  const never = () => Promise.resolve(false)
  for (let tries = 0; tries < DOOR_LIMITS.perCaller; tries++)
    assert.equal((await enterSpace(world.database, '0000-0000-0000', '', 'one-caller', never)).state, 'wrong')
  assert.equal((await enterSpace(world.database, CODE, '', 'one-caller')).state, 'too-many')
  assert.equal((await enterSpace(world.database, CODE, '', 'another')).state, 'open')
})

databaseTest('a space closes by itself, when the paper is taken back, when the person dies, and by « Quitter vite »', async (world) => {
  const { person, member } = await scene(world)
  for (const end of [
    "update space_session set expires_at = now() - interval '1 second'",
    'update space_key set revoked_at = now()',
    `update person set death_date = '2026-11-20' where id = '${person.id}'`,
  ]) {
    await world.look('savepoint before_it')
    const browser = await openBrowser(world)
    await enter(browser)
    assert.equal((await browser.get('/mon-espace')).status, 200)
    await world.look(end)
    assert.equal((await browser.get('/mon-espace')).location, '/mon-espace/entrer', end)
    assert.equal((await browser.post('/mon-espace/secret', { secret: SECRET, again: SECRET })).location, '/mon-espace/entrer', end)
    await world.look('rollback to savepoint before_it')
  }
  const browser = await openBrowser(world)
  await enter(browser)
  const kept = browser.token()
  assert.equal((await browser.get('/mon-espace/quitter')).location, 'https://meteofrance.com/')
  assert.deepEqual(await sessions(world), [])
  const again = await (await world.server()).inject({ url: '/mon-espace', cookies: { maillage_session: kept } })
  assert.equal(again.statusCode, 303)
  const taken = await openSpace(world, person)
  const counsellor = await openBrowser(world, member.accountId)
  assert.match((await counsellor.get(`/personnes/${person.id}/espace`)).text, /Ouvert par la personne/)
  assert.equal((await counsellor.post(`/personnes/${person.id}/espace/fermer`)).status, 303)
  assert.equal((await taken.get('/mon-espace')).location, '/mon-espace/entrer')
})

databaseTest('no page of a space is kept by a browser or a proxy, and none names the person before the code', async (world) => {
  const { person } = await scene(world)
  const token = (await openSpace(world, person)).token()
  for (const url of ['/mon-espace', '/mon-espace/droit', '/mon-espace/candidatures', '/mon-espace/travail', '/mon-espace/acces']) {
    const answer = await (await world.server()).inject({ url, cookies: { maillage_session: token } })
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.headers['cache-control'], 'no-store', url)
    assert.match(answer.body, /Quitter vite/)
  }
  assert.doesNotMatch((await (await openBrowser(world)).get('/mon-espace/entrer')).text, /Nadia|Benali/i)
})

databaseTest('whoever opens a space leaves the account they had open; a code planted in a cookie opens nothing', async (world) => {
  const { member } = await scene(world)
  const browser = await openBrowser(world, member.accountId)
  await enter(browser)
  assert.deepEqual(await world.look('select from session'), [])
  assert.equal((await browser.get('/personnes')).status, 404)
  const forged = await (await world.server()).inject({ url: '/mon-espace', cookies: { maillage_session: `espace.${CODE}` } })
  assert.equal(forged.statusCode, 303)
})
