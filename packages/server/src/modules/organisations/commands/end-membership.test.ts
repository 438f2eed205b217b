import assert from 'node:assert/strict'
import { committedTest, databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aDelegation, aMember, anOrganisation, aPlace, aUnit, outsidersOf } from '../fixtures.ts'

const on = (day: string, scope = 'hat') => ({ scope, 'lastDay-day': day, 'lastDay-month': '11', 'lastDay-year': '2026' })

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const director = await aMember(tx, organisation, 'director')
    const counsellor = await aMember(tx, organisation, 'counsellor', { name: 'Alix Sorel' })
    return { organisation, director, counsellor, path: `/casquettes/${counsellor.membershipId}/fin` }
  })

const endOf = async (world: World, membershipId: string) =>
  (await world.look('select last_day::text from membership where id = $1', [membershipId]))[0]?.['last_day']

databaseTest('a visitor, another role, another organisation, a former director end nothing', async (world) => {
  const { organisation, counsellor, path } = await set(world)
  await isClosedTo(world, await world.load((tx) => outsidersOf(tx, organisation)), { path, form: on('30') })
  assert.equal(await endOf(world, counsellor.membershipId), null)
})

databaseTest('the director ends a hat: teams and delegations end the same day, one not begun is withdrawn', async (world) => {
  const { organisation, counsellor, director, path } = await set(world)
  await world.load(async (tx) => {
    await aPlace(tx, organisation, counsellor.membershipId, await aUnit(tx, organisation))
    await aDelegation(tx, organisation, counsellor.membershipId, director.membershipId, { lastDay: '2026-12-31' })
    await aDelegation(tx, organisation, director.membershipId, counsellor.membershipId, { firstDay: '2026-12-24', lastDay: '2026-12-31' })
  })
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.get(path)).text, /Mettre fin à la casquette « Conseiller\(ère\) en insertion »/)
  assert.equal((await browser.post(path, on('30'))).location, `/membres/${counsellor.accountId}`)
  assert.equal(await endOf(world, counsellor.membershipId), '2026-11-30')
  assert.deepEqual(await world.look('select last_day::text from membership_unit'), [{ last_day: '2026-11-30' }])
  assert.deepEqual(await world.look('select last_day::text, withdrawn_at is not null as withdrawn from delegation order by first_day'), [
    { last_day: '2026-11-30', withdrawn: false },
    { last_day: '2026-12-31', withdrawn: true },
  ])
})

databaseTest('from the day after, they are among the former members and find nothing', async (world) => {
  const { counsellor, director } = await set(world)
  const theirs = await openBrowser(world, counsellor.accountId)
  // A session is judged by the clock of the database, which no test moves.
  await world.look("update membership set last_day = (now() at time zone 'Europe/Paris')::date where id = $1", [counsellor.membershipId])
  assert.equal((await theirs.get('/mon-organisation')).status, 200)
  await world.look("update membership set last_day = '2026-01-31' where id = $1", [counsellor.membershipId])
  assert.equal((await theirs.get('/mon-organisation')).status, 404)
  const page = await (await openBrowser(world, director.accountId)).get('/mon-organisation')
  assert.match(page.text, /Anciens membres \(1\).*Alix Sorel Conseiller\(ère\) en insertion 31 janvier 2026/)
})

databaseTest('the last one who can administer cannot leave, nor be made to', async (world) => {
  const { organisation, director } = await set(world)
  const path = `/casquettes/${director.membershipId}/fin`
  const browser = await openBrowser(world, director.accountId)
  const refused = await browser.post(path, on('30'))
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Personne ne pourrait plus administrer votre organisation/)
  assert.equal(await endOf(world, director.membershipId), null)
  await world.load((tx) => aMember(tx, organisation, 'organisation_administrator', { name: 'Claude Martin' }))
  assert.equal((await browser.post(path, on('30'))).status, 303)
})

databaseTest('all the hats of a person end at once, when it is asked', async (world) => {
  const { organisation, counsellor, director, path } = await set(world)
  const second = await world.load((tx) => aMember(tx, organisation, 'technical_supervisor', { accountId: counsellor.accountId }))
  const browser = await openBrowser(world, director.accountId)
  assert.match((await browser.get(path)).text, /Toutes ses casquettes/)
  await browser.post(path, on('30', 'person'))
  assert.deepEqual([await endOf(world, counsellor.membershipId), await endOf(world, second.membershipId)], ['2026-11-30', '2026-11-30'])
})

databaseTest(
  'a past day, no day, no scope are refused and nothing changes; a sooner day than the one written is accepted',
  async (world) => {
    const { counsellor, director, path } = await set(world)
    const browser = await openBrowser(world, director.accountId)
    assert.match((await browser.post(path, on('20'))).text, /Choisissez aujourd’hui ou un jour à venir/)
    assert.match((await browser.post(path, { scope: 'hat' })).text, /Saisissez le dernier jour/)
    assert.match((await browser.post(path, on('30', ''))).text, /Dites si la personne perd cette casquette/)
    assert.equal(await endOf(world, counsellor.membershipId), null)
    await browser.post(path, on('30'))
    assert.match((await browser.post(path, on('30'))).text, /La fin de cette casquette est déjà enregistrée, au 30 novembre 2026/)
    assert.equal((await browser.post(path, on('25'))).status, 303)
    assert.equal(await endOf(world, counsellor.membershipId), '2026-11-25')
  },
)

databaseTest('the same form sent twice ends once', async (world) => {
  const { counsellor, director, path } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  const sent = { ...on('30'), request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  await browser.post(path, sent)
  assert.equal((await browser.post(path, sent)).location, `/membres/${counsellor.accountId}`)
  assert.equal((await world.look("select from event where type = 'organisations/membership-ended'")).length, 1)
})

committedTest(
  'two administrators leave at the same second: one of them must stay',
  async (world) => {
    for (let round = 0; round < 8; round++) {
      const pair = await world.load(async (tx) => {
        if (round === 0) await aSmallMap(tx)
        const organisation = await anOrganisation(tx, { name: `Association ${round + 1}` })
        return [
          await aMember(tx, organisation, 'director', { name: `Direction ${round}` }),
          await aMember(tx, organisation, 'organisation_administrator', { name: `Administration ${round}` }),
        ]
      })
      const browsers = await Promise.all(pair.map(({ accountId }) => openBrowser(world, accountId)))
      const answers = await Promise.all(
        browsers.map((browser, index) => browser.post(`/casquettes/${pair[index]?.membershipId}/fin`, on('30'))),
      )
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303, 422]))
      assert.match(answers.map(({ text }) => text).join(' '), /Personne ne pourrait plus administrer votre organisation/)
      const ends = await Promise.all(pair.map(({ membershipId }) => endOf(world, membershipId)))
      assert.deepEqual(new Set(ends), new Set(['2026-11-30', null]))
    }
  },
  { only: 'postgresql' },
)
