import assert from 'node:assert/strict'
import { shownNir } from '@maillage/kernel'
import { checkSealed } from '../../../platform/keys/check-sealed.ts'
import { passingKeyRing } from '../../../platform/keys/key-ring.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aNir, aNumber, aTeamAtWork, aWorkerNamed } from '../fixtures.ts'
import { NIRS_HREF, nirHref } from './nir-address.ts'

const NUMBER = aNumber('90', 1)

/** Four people of a team, born on 3 May 1990: a number, one that tells another birth, a reason, nothing; and one who left long ago. */
async function scene(world: World) {
  return world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const named = async (name: string, exit: string | null = null) => (await aWorkerNamed(tx, team, name, { exit })).person
    const people = { ana: await named('Abadie'), bea: await named('Brun'), carl: await named('Caux'), dany: await named('Dor') }
    await named('Esteve', '2026-03-31')
    const { organisation } = team
    await aNir(tx, { person: people.ana, organisation }, { number: NUMBER })
    await aNir(tx, { person: people.bea, organisation }, { number: aNumber('71', 2) })
    await aNir(tx, { person: people.carl, organisation }, { missing: 'none' })
    return { ...team, ...people }
  })
}

databaseTest('only payroll finds these pages; payroll of another carrier finds nobody', async (world) => {
  const here = await scene(world)
  for (const { accountId } of [here.counsellor, here.director, here.supervisor, here.officer, here.stranger]) {
    const browser = await openBrowser(world, accountId)
    for (const page of [NIRS_HREF, nirHref(here.ana.id)]) assert.equal((await browser.get(page)).status, 404)
    assert.doesNotMatch((await browser.get('/')).text, /numéros de sécurité sociale/)
  }
})

databaseTest('the list says who has a number, who has none and why, and never a number', async (world) => {
  const here = await scene(world)
  const payroll = await openBrowser(world, here.payroll.accountId)
  const { text, body } = await payroll.get(NIRS_HREF)
  assert.match(text, /2 numéros sont à saisir ou à vérifier/)
  assert.match(text, /Ana ABADIE Enregistré – Ana BRUN À vérifier – Ana CAUX Absent La personne n’en a pas Ana DOR À saisir –/)
  assert.doesNotMatch(body, new RegExp(`${NUMBER}|${shownNir(NUMBER)}|ESTEVE`))
  assert.match((await payroll.get(`${NIRS_HREF}?etat=absents`)).text, /1 personne .*CAUX/)
  assert.match((await payroll.get(`${NIRS_HREF}?q=brun`)).text, /1 personne .*BRUN/)
  assert.match((await payroll.get(`${NIRS_HREF}?q=zzz`)).text, /Aucune personne ne correspond/)
  assert.match((await payroll.get('/')).text, /Saisir les numéros de sécurité sociale .*1 en attente.*Vérifier des numéros .*1 en attente/)
  assert.match((await payroll.get('/contrats')).text, /Numéros de sécurité sociale/)
})

databaseTest(
  'the page of a person shows the number to payroll, keeps what was typed wrong, and leaves a line of who looked',
  async (world) => {
    const here = await scene(world)
    const payroll = await openBrowser(world, here.payroll.accountId)
    const page = await payroll.get(nirHref(here.ana.id))
    assert.ok(page.body.includes(shownNir(NUMBER)))
    assert.doesNotMatch(page.text, /Numéro à vérifier/)
    assert.equal((await world.look("select from access_log where circle = 'employment' and person_id = $1", [here.ana.id])).length, 1)
    assert.match((await payroll.get(nirHref(here.bea.id))).text, /ne dit pas la même naissance que la fiche \(née le 3 mai 1990\)/)
    const wrong = await payroll.post(nirHref(here.dany.id), { read: '', number: '2 90 05 11 000 003 00', missing: '' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /La clé ne correspond pas au numéro/)
    assert.match(wrong.body, /value="2 90 05 11 000 003 00"/)
    assert.equal((await payroll.post(nirHref(here.dany.id), { read: '', number: aNumber('90', 3), missing: '' })).location, NIRS_HREF)
    assert.match((await payroll.get(NIRS_HREF)).text, /Ana DOR Enregistré/)
  },
)

databaseTest('two numbers after two files became one are both shown, and the right one takes the place of both', async (world) => {
  const here = await scene(world)
  await world.look('update nir set person_id = $1 where person_id = $2', [here.ana.id, here.bea.id])
  const payroll = await openBrowser(world, here.payroll.accountId)
  const page = await payroll.get(nirHref(here.ana.id))
  assert.match(page.text, /Deux fiches ont été réunies/)
  assert.ok(page.body.includes(shownNir(NUMBER)) && page.body.includes(shownNir(aNumber('71', 2))))
  const [, read = ''] = /name="read" value="([^"]+)"/.exec(page.body) ?? []
  assert.equal((await payroll.post(nirHref(here.ana.id), { read, number: NUMBER, missing: '' })).location, NIRS_HREF)
  assert.equal((await world.look('select from nir where person_id = $1', [here.ana.id])).length, 1)
})

databaseTest('where a reason is known, the form chooses none: the number typed takes its place at once', async (world) => {
  const here = await scene(world)
  const payroll = await openBrowser(world, here.payroll.accountId)
  const page = await payroll.get(nirHref(here.carl.id))
  assert.match(page.text, /Absent : La personne n’en a pas/)
  assert.doesNotMatch(page.body, /<option[^>]* selected[^>]*value="none"|<option[^>]*value="none"[^>]* selected/)
})

databaseTest('a start without the key of a number says which key it lacks', async (world) => {
  await scene(world)
  await assert.rejects(checkSealed(world.database, passingKeyRing()), /«\u00a0tests\u00a0»/)
})
