import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser, type TestBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aDelegation, aMember, anOrganisation } from '../fixtures.ts'

const PATH = '/mon-organisation/suppleances/ajouter'

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const giver = await aMember(tx, organisation, 'counsellor')
    const deputy = await aMember(tx, organisation, 'counsellor', { name: 'Alix Sorel' })
    return { organisation, giver, deputy }
  })

const typed = (toMembershipId: string, first = '1', last = '15') => ({
  toMembershipId,
  'firstDay-day': first,
  'firstDay-month': '12',
  'firstDay-year': '2026',
  'lastDay-day': last,
  'lastDay-month': '12',
  'lastDay-year': '2026',
  reason: 'Congés de fin d’année',
})

const count = async (world: World) => (await world.look('select from delegation')).length

databaseTest('a visitor is asked to sign in, and a former member finds no page', async (world) => {
  const { organisation, deputy } = await set(world)
  const former = await world.load((tx) => aMember(tx, organisation, 'counsellor', { lastDay: '2026-11-20' }))
  await isClosedTo(world, { former: former.accountId }, { path: PATH, form: typed(deputy.membershipId) })
  assert.equal(await count(world), 0)
})

databaseTest('nobody names a member of another organisation, a former one, or oneself', async (world) => {
  const { organisation, giver } = await set(world)
  const [foreign, former, mine] = await world.load(async (tx) => [
    await aMember(tx, await anOrganisation(tx, { name: 'Autre' }), 'counsellor'),
    await aMember(tx, organisation, 'counsellor', { lastDay: '2026-11-20' }),
    await aMember(tx, organisation, 'technical_supervisor', { accountId: giver.accountId }),
  ])
  const browser = await openBrowser(world, giver.accountId)
  for (const someone of [foreign, former]) {
    assert.match((await browser.post(PATH, typed(someone?.membershipId ?? ''))).text, /Choisissez un membre actuel de votre organisation/)
  }
  assert.match((await browser.post(PATH, typed(mine?.membershipId ?? ''))).text, /Choisissez une autre personne que vous-même/)
  assert.equal(await count(world), 0)
})

databaseTest('a member names a deputy: everybody there reads who and when; why, the one who is away and whoever steers', async (world) => {
  const { giver, deputy } = await set(world)
  const browser = await openBrowser(world, giver.accountId)
  assert.equal((await browser.post(PATH, typed(deputy.membershipId))).location, '/mon-organisation')
  const said = /Camille Roux, Conseiller\(ère\) en insertion Alix Sorel Du 1er décembre 2026 au 15 décembre 2026 (.*?) À venir/
  const reads = async (reader: TestBrowser) => said.exec((await reader.get('/mon-organisation')).text)?.[1]
  assert.deepEqual([await reads(browser), await reads(await openBrowser(world, deputy.accountId))], ['Congés de fin d’année', '–'])
  const [line] = await world.look("select fields from audit where command = 'organisations/delegate'")
  assert.deepEqual(line?.['fields'], ['firstDay', 'lastDay', 'reason'])
})

databaseTest('the same deputy for days that meet is refused, the next day is not', async (world) => {
  const { organisation, giver, deputy } = await set(world)
  await world.load((tx) => aDelegation(tx, organisation, giver.membershipId, deputy.membershipId, { lastDay: '2026-12-05' }))
  const browser = await openBrowser(world, giver.accountId)
  const refused = await browser.post(PATH, typed(deputy.membershipId, '5'))
  assert.match(refused.text, /Cette personne vous supplée déjà pendant une partie de ces jours/)
  assert.match(refused.body, /value="Congés de fin d’année"/)
  assert.equal((await browser.post(PATH, typed(deputy.membershipId, '6'))).status, 303)
})

databaseTest('an empty form, dates reversed, or past days say what to correct', async (world) => {
  const { giver, deputy } = await set(world)
  const browser = await openBrowser(world, giver.accountId)
  const empty = await browser.post(PATH, {})
  for (const sentence of [
    /Choisissez la personne qui vous supplée/,
    /Saisissez le premier jour/,
    /Saisissez le dernier jour/,
    /Saisissez le motif/,
  ])
    assert.match(empty.text, sentence)
  assert.match((await browser.post(PATH, typed(deputy.membershipId, '15', '1'))).text, /Le dernier jour vient avant le premier/)
  const past = { ...typed(deputy.membershipId, '20'), 'firstDay-month': '11' }
  assert.match((await browser.post(PATH, past)).text, /Choisissez aujourd’hui ou un jour à venir/)
  assert.equal(await count(world), 0)
})

databaseTest('a delegation does not outlive the hat of either', async (world) => {
  const { organisation, giver } = await set(world)
  const leaving = await world.load((tx) => aMember(tx, organisation, 'counsellor', { name: 'Claude Martin', lastDay: '2026-12-10' }))
  const browser = await openBrowser(world, giver.accountId)
  assert.match((await browser.post(PATH, typed(leaving.membershipId))).text, /Claude Martin quitte cette casquette le 10 décembre 2026/)
  assert.equal((await browser.post(PATH, typed(leaving.membershipId, '1', '10'))).status, 303)
})

databaseTest('the same form sent twice names one deputy', async (world) => {
  const { giver, deputy } = await set(world)
  const browser = await openBrowser(world, giver.accountId)
  const sent = { ...typed(deputy.membershipId), request_id: '01a1fdcc-a243-7c63-8c3d-ae0bb23924cb' }
  await browser.post(PATH, sent)
  assert.equal((await browser.post(PATH, sent)).location, '/mon-organisation')
  assert.equal(await count(world), 1)
})
