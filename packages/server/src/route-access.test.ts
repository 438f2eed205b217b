import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMember, anOrganisation } from './modules/organisations/fixtures.ts'
import type { Role } from './modules/organisations/model.ts'
import { aPerson } from './modules/people/fixtures.ts'
import { openSpace } from './modules/privacy/fixtures.ts'
import { aSmallMap } from './modules/territories/fixtures.ts'
import { recordId } from './platform/http/record-id.ts'
import { databaseTest, type World } from './platform/testing/database-test.ts'
import { everyRoute } from './platform/testing/every-route.ts'
import type { Meeting, RouteExpectation, RouteExpectations, Scene, Visitor } from './platform/testing/route-expectation.ts'
import { type Answer, openBrowser, type TestBrowser } from './platform/testing/test-browser.ts'

/*
 * Every route of every slice, met by a visitor and by three members of the same role. A slice says what each of them meets in
 * `modules/<slice>/route-expectations.ts`; the type explains itself in `platform/testing/route-expectation.ts`.
 */
const VISITORS: readonly Visitor[] = ['anonymous', 'own', 'foreign', 'former']
const UNKNOWN = '00000000-0000-7000-8000-000000000000'
const MALFORMED = ['x', '0', '%00', "1'%20or%201=1", '00000000-0000-7000-8000-00000000000G', '..%2F..%2Fetc', 'é', 'a'.repeat(300)]

const all = await everyRoute()

function howToAdd(name: string, slice: string): string {
  const meeting = name.startsWith('GET') ? 'shown' : 'form-again'
  const parameters = [...name.matchAll(/:(\w+)/g)].map(([, parameter]) => `${parameter}: 'a name of the scene'`)
  const named = parameters.length > 0 ? `with: { ${parameters.join(', ')} }, ` : ''
  return `Nobody has said who may open ${name}. In modules/${slice}/route-expectations.ts, under routes, write what each visitor must meet, for instance:
  '${name}': { ${named}anonymous: 'sign-in', own: '${meeting}', foreign: 'not-found', former: 'not-found' },
and, for a public page, public: 'why anybody may'.`
}

for (const { slice, expectations, routes } of all) {
  test(`every route of ${slice} has an expectation, and every expectation a route`, () => {
    const silent = routes.filter(({ name }) => !expectations.routes[name])
    assert.ok(silent.length === 0, silent.map(({ name }) => howToAdd(name, slice)).join('\n'))
    for (const { name, page } of routes) {
      const expected = expectations.routes[name]
      if (!expected) continue
      if (page.access === 'public') assert.ok(expected.public, `${name} is a public page: say why, with public: '…'`)
      else assert.equal(expected.public, undefined, `${name} is not a public page: its expectation must not say that it is`)
      assert.equal(
        expected.person !== undefined,
        page.access === 'self',
        `${name}: « person » says what the person meets in their own space, there only`,
      )
    }
    const known = new Set(routes.map(({ name }) => name))
    assert.deepEqual(
      Object.keys(expectations.routes).filter((name) => !known.has(name)),
      [],
      'expectations about routes that are gone',
    )
  })
}

test('a missing expectation says where and what to write', () => {
  assert.match(howToAdd('POST /sites/:id/fermer', 'organisations'), /modules\/organisations\/route-expectations\.ts/)
  assert.match(howToAdd('POST /sites/:id/fermer', 'organisations'), /with: \{ id: /)
})

interface Stage {
  readonly browsers: Readonly<Record<Visitor, TestBrowser>>
  readonly accounts: Readonly<Record<Exclude<Visitor, 'anonymous'>, string>>
  readonly scene: Scene
  addressWith(values: (parameter: string) => string): string
  readonly fields: Readonly<Record<string, string>>
}

async function setStage(world: World, expectations: RouteExpectations, expected: RouteExpectation, path: string): Promise<Stage> {
  await world.look("insert into deployment (purpose) values ('demonstration')")
  const role = (expected.role ?? 'director') as Role
  const { scene, own, foreign, former } = await world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const own = await aMember(tx, organisation, role)
    return {
      own,
      foreign: await aMember(tx, await anOrganisation(tx, { name: 'Régie du Minervois' }), role, { name: 'Dominique Faure' }),
      former: await aMember(tx, organisation, role, { name: 'Claude Martin', lastDay: '2020-12-31' }),
      scene: (await expectations.scene?.({ tx, organisation, own })) ?? {},
    }
  })
  return {
    scene,
    accounts: { own: own.accountId, foreign: foreign.accountId, former: former.accountId },
    browsers: {
      anonymous: await openBrowser(world),
      own: await openBrowser(world, own.accountId),
      foreign: await openBrowser(world, foreign.accountId),
      former: await openBrowser(world, former.accountId),
    },
    fields: expected.form?.(scene) ?? {},
    addressWith: (values) => path.replace(/:(\w+)/g, (_, parameter: string) => values(parameter)),
  }
}

/** Whoever was refused a record on this route, and which ones: account → ids. */
async function refusedOn(world: World, route: string): Promise<readonly string[]> {
  const lines = await world.look("select account_id, subjects from audit where outcome = 'refused' and screen = $1", [route])
  return lines
    .map(
      ({ account_id, subjects }) =>
        `${String(account_id)} ${Object.values(subjects as Record<string, string>)
          .toSorted()
          .join(' ')}`,
    )
    .toSorted()
}

function meetingOf({ status, location, text }: Answer): Meeting | `a ${number}` {
  const signIn = status === 401 ? /Se connecter/.test(text) : status === 303 && location?.startsWith('/connexion?')
  if (signIn) return 'sign-in'
  if (status === 200) return 'shown'
  if (status === 303) return 'next-page'
  if (status === 404 && /Page introuvable/.test(text)) return 'not-found'
  return status === 422 ? 'form-again' : `a ${status}`
}

for (const { expectations, routes } of all) {
  for (const { name, method, page } of routes) {
    const expected = expectations.routes[name]
    if (!expected) continue
    const stage = (world: World) => setStage(world, expectations, expected, page.path)
    const ask = (browser: TestBrowser, address: string, fields: Readonly<Record<string, string>>) =>
      method === 'GET' ? browser.get(address) : browser.post(address, fields)

    databaseTest(`${name}: who meets what`, async (world) => {
      const { browsers, accounts, scene, addressWith, fields } = await stage(world)
      const asked: string[] = []
      const address = addressWith((parameter) => {
        const value = scene[expected.with?.[parameter] ?? ''] ?? UNKNOWN
        if (recordId(value)) asked.push(value)
        return value
      })
      const met: Partial<Record<Visitor, string>> = {}
      // The one who may comes last: what they change must not be what refuses the others.
      for (const visitor of ['anonymous', 'former', 'foreign', 'own'] as const)
        met[visitor] = meetingOf(await ask(browsers[visitor], address, fields))
      assert.deepEqual(met, Object.fromEntries(VISITORS.map((visitor) => [visitor, expected[visitor]])))
      const turnedAway = (['former', 'foreign', 'own'] as const).filter((visitor) => met[visitor] === 'not-found' && asked.length > 0)
      assert.deepEqual(
        await refusedOn(world, name),
        turnedAway.map((visitor) => `${accounts[visitor]} ${asked.toSorted().join(' ')}`).toSorted(),
        'a link to somebody else’s record leaves a line in the audit, with who and which',
      )
    })

    if (page.access !== 'public') {
      databaseTest(`${name}: what a person in their own space meets`, async (world) => {
        const { scene, addressWith, fields } = await stage(world)
        const person = {
          id: scene['person'] ?? (await world.load(async (tx) => aPerson(tx, { organisation: await anOrganisation(tx) }))).id,
        }
        const browser = await openSpace(world, person)
        const address = addressWith((parameter) => scene[expected.with?.[parameter] ?? ''] ?? UNKNOWN)
        assert.equal(meetingOf(await ask(browser, address, fields)), expected.person ?? 'not-found')
      })
    }

    // A secret in the address answers the same whatever it is, or it could be guessed.
    if (page.path.includes(':') && !page.path.includes(':token')) {
      databaseTest(`${name}: an unknown or malformed id is « page introuvable »`, async (world) => {
        const { browsers, accounts, addressWith, fields } = await stage(world)
        for (const id of [UNKNOWN, ...MALFORMED]) {
          const answer = await ask(
            browsers.own,
            addressWith(() => id),
            fields,
          )
          assert.equal(meetingOf(answer), 'not-found', `with the id ${id}: ${answer.status}`)
        }
        // What was no id is not written down: only the record that nobody has.
        const unknown = Array.from(page.path.matchAll(/:/g), () => UNKNOWN).join(' ')
        assert.deepEqual(await refusedOn(world, name), [`${accounts.own} ${unknown}`])
      })
    }

    if (method === 'POST') {
      databaseTest(`${name}: nothing is done without the proof of this browser, nor from another site`, async (world) => {
        const { browsers, scene, addressWith, fields } = await stage(world)
        const address = addressWith((parameter) => scene[expected.with?.[parameter] ?? ''] ?? UNKNOWN)
        for (const browser of [browsers.own, browsers.anonymous]) {
          assert.equal((await browser.post(address, { ...fields, _csrf: '' })).status, 403)
          assert.equal((await browser.post(address, { ...fields, _csrf: 'x'.repeat(43) })).status, 403)
          for (const origin of ['https://ailleurs.example', 'http://localhost.ailleurs.example', 'http://localhost:81', 'null']) {
            assert.equal((await browser.post(address, fields, { origin })).status, 403, `from ${origin}`)
          }
          assert.equal((await browser.post(address, fields, { 'sec-fetch-site': 'cross-site' })).status, 403)
        }
      })
    }
  }
}
