import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aPass } from '../../pass-iae/fixtures.ts'
import { aMemberIn, aPerson } from '../../people/fixtures.ts'
import { anEmployer, aStay } from '../fixtures.ts'

/** Nadia Benali until 31 December 2026, with a right; Louise Aubert until 30 June 2027 and Ali Bonnet without a term, without any. */
async function scene(world: World) {
  return world.load(async (tx) => {
    const here = await anEmployer(tx)
    const stay = await aStay(tx, here)
    await aPass(tx, here.person)
    const person = (birthName: string, givenNames: string) =>
      aPerson(tx, { organisation: here.organisation, unit: here.unit, birthName, givenNames })
    await aStay(tx, { ...here, person: await person('Aubert', 'Louise') }, { entry: '2026-07-01', last: '2027-06-30' })
    await aStay(tx, { ...here, person: await person('Bonnet', 'Ali') }, { entry: '2026-12-01', last: null })
    return { ...here, stay, path: `/contrats/${stay.contractId}` }
  })
}
const names = (text: string) => [...text.matchAll(/(BENALI|AUBERT|BONNET)/g)].map(([, name]) => name)

databaseTest('a visitor signs in; a role that writes no contract finds no such page; another carrier sees none of ours', async (world) => {
  const here = await scene(world)
  const supervisor = await world.load((tx) => aMemberIn(tx, here.organisation, here.unit, 'technical_supervisor'))
  for (const path of ['/contrats', '/contrats.csv']) {
    assert.equal((await (await openBrowser(world)).get(path)).status, 303)
    assert.equal((await (await openBrowser(world, supervisor.accountId)).get(path)).status, 404)
    assert.deepEqual(names((await (await openBrowser(world, here.stranger.accountId)).get(path)).text), [])
  }
  for (const { accountId } of [here.stranger, supervisor])
    for (const act of ['', '/renouveler', '/avenant', '/rompre', '/signature'])
      assert.equal((await (await openBrowser(world, accountId)).get(here.path + act)).status, 404, act)
})

databaseTest('what ends soon, what passes the right, what is not signed: in the address, with few statements', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.member.accountId)
  const before = world.statements.length
  const all = await browser.get('/contrats?tri=personne')
  assert.ok(world.statements.length - before <= 6)
  assert.deepEqual(names(all.text), ['AUBERT', 'BENALI', 'BONNET'])
  const found = async (query: string) => names((await browser.get(`/contrats?${query}`)).text)
  assert.deepEqual(await found('etat=fin-proche'), ['BENALI'])
  assert.deepEqual(await found('etat=pass-avant&tri=personne'), ['AUBERT', 'BONNET'])
  assert.deepEqual(await found('etat=non-signes&tri=personne'), ['AUBERT', 'BENALI'])
  assert.deepEqual(await found('q=bon'), ['BONNET'])
  await world.look("update contract_version set last_day = '2026-11-20' where contract_id = $1", [here.stay.contractId])
  assert.deepEqual(await found(''), ['AUBERT', 'BONNET'])
  assert.deepEqual(await found('etat=tous'), ['BENALI', 'AUBERT', 'BONNET'])
  await world.look("update contract_version set last_day = '2026-12-31' where contract_id = $1", [here.stay.contractId])
  assert.match((await browser.get('/contrats?q=zzz')).text, /Aucun contrat ne correspond/)
  const file = (await browser.get('/contrats.csv?etat=fin-proche')).body.split('\r\n')
  assert.match(file[0] ?? '', /^\uFEFF?Personne;Structure;Contrat;Premier jour;Dernier jour/)
  assert.match(file[1] ?? '', /BENALI;Les Jardins du Lauragais;.*;05\/01\/2026;31\/12\/2026;26,00;;;/)
})

databaseTest('renewed, amended, signed, broken: each from its form, what was known stays readable', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.member.accountId)
  const day = (name: string, iso: string) => {
    const [year = '', month = '', date = ''] = iso.split('-')
    return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
  }
  assert.match((await browser.get(`${here.path}/renouveler`)).body, /id="firstDay-year"[^>]*value="2027"/)
  const amended = await browser.post(`${here.path}/avenant`, { version: '1', weeklyHours: '30', ...day('effectOn', '2026-09-01') })
  assert.equal(amended.location, here.path, amended.text)
  assert.equal((await browser.post(`${here.path}/signature`, { version: '2', ...day('signedOn', '2026-01-06') })).location, here.path)
  const endless = await browser.post(`${here.path}/renouveler`, {
    version: '1',
    'firstDay-day': '1',
    'firstDay-month': '1',
    'firstDay-year': '2027',
  })
  assert.equal(endless.status, 422)
  assert.match(endless.text, /ce type de contrat a toujours un terme/)
  const renewed = await browser.post(`${here.path}/renouveler`, {
    version: '3',
    weeklyHours: '30',
    ...day('firstDay', '2027-01-01'),
    ...day('lastDay', '2027-06-30'),
  })
  assert.match(renewed.location ?? '', /^\/contrats\//, renewed.text)
  assert.notEqual(renewed.location, here.path)
  assert.match((await browser.get(renewed.location ?? '')).text, /Ce contrat en renouvelle un autre/)
  const broken = await browser.post(`${here.path}/rompre`, { version: '3', reason: 'job-or-training', ...day('lastDay', '2026-12-15') })
  assert.equal(broken.location, here.path, broken.text)
  const page = (await browser.get(here.path)).text
  assert.match(page, /30,00 h, depuis le 1er septembre 2026/)
  assert.match(page, /Rompu : Embauche ou formation trouvée par la personne/)
  assert.match(page, /Signature enregistrée .* Avenant .* Contrat enregistré/)
  assert.match(page, /Ce contrat est renouvelé/)
  assert.doesNotMatch(page, /\/renouveler/)
})

databaseTest('bad input gets a sentence, keeps what was typed and changes nothing', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.member.accountId)
  const refused = await browser.post(`${here.path}/avenant`, { version: '1', weeklyHours: 'trente', post: 'Cuisine' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Saisissez le jour où l’avenant prend effet/)
  assert.match(refused.text, /Saisissez les heures par semaine en chiffres/)
  assert.match(refused.body, /value="trente"/)
  assert.match((await browser.post(`${here.path}/rompre`, { version: '1' })).text, /Choisissez pourquoi le contrat s’arrête/)
  assert.equal((await world.look('select from contract_version')).length, 3)
})
