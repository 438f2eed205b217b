import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aWorkerNamed } from '../../employment/fixtures.ts'
import { anAttendance, aSiteAtWork } from '../fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const here = await aSiteAtWork(tx)
    const roux = await aWorkerNamed(tx, here, 'Roux', { last: '2026-11-05', worksite: here.site })
    const of = { ...here, by: here.supervisor }
    const absence = await anAttendance(tx, { ...of, ...here.ana }, { day: '2026-11-16', state: 'absent', half: 'morning' })
    await anAttendance(tx, { ...of, ...here.ana }, { day: '2026-11-17', state: 'late', lateMinutes: 20 })
    await anAttendance(tx, { ...of, ...here.ana }, { day: '2026-11-18', notedOn: '2026-11-19', reason: 'Feuille retrouvée' })
    await anAttendance(tx, { ...of, ...here.ana }, { day: '2026-10-30' })
    await anAttendance(tx, { ...of, ...roux }, { day: '2026-11-06' })
    return { ...here, absence, month: `/presences?site=${here.site.id}&mois=2026-11` }
  })

databaseTest('the month of a site of others, or for who is not of the structure, does not exist', async (world) => {
  const here = await scene(world)
  for (const who of [here.stranger, here.officer, here.former]) {
    const browser = await openBrowser(world, who.accountId)
    for (const address of [
      here.month,
      here.month.replace('?', '.csv?'),
      here.month.replace('?', '/feuille?'),
      `/presences/${here.absence.id}/corriger`,
    ])
      assert.equal((await browser.get(address)).status, 404, address)
  }
  assert.equal((await (await openBrowser(world, here.supervisor.accountId)).get(`/presences/${here.absence.id}/corriger`)).status, 404)
})

databaseTest('the month says each day, halves counted as halves, what was corrected and who has no contract', async (world) => {
  const here = await scene(world)
  const page = await (await openBrowser(world, here.supervisor.accountId)).get(here.month)
  assert.match(page.text, /BENALI 2,5 1 0,5 A½ R20 P\*/)
  assert.match(page.text, /ROUX 1 présence sans contrat : la paie ou la direction enregistre le contrat\. 1 – – P/)
  assert.match(page.text, /GARCIA 0 – –/)
  const october = await (await openBrowser(world, here.supervisor.accountId)).get(here.month.replace('2026-11', '2026-10'))
  assert.match(october.text, /BENALI 1 – – P/)
})

databaseTest('the file has a line a day, and the sheet of the week a box a day', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.supervisor.accountId)
  const csv = await browser.get(here.month.replace('?', '.csv?'))
  assert.match(csv.body, /BENALI;17\/11\/2026;Retard;20;;Non;Oui/)
  assert.match(csv.body, /ROUX;06\/11\/2026;Présence;;;Non;Non/)
  const sheet = await browser.get(here.month.replace('?', '/feuille?').replace('mois=2026-11', 'jour=2026-11-18'))
  assert.match(sheet.text, /Semaine du 16 novembre 2026 au 20 novembre 2026/)
  assert.match(sheet.text, /lundi 16 mardi 17 .*vendredi 20 /)
  assert.match(sheet.text, /BENALI.*GARCIA/)
  assert.doesNotMatch(sheet.text, /ROUX/)
})

databaseTest('payroll corrects a day from the month, with why; an empty form keeps what is typed', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.payroll.accountId)
  const address = `/presences/${here.absence.id}/corriger`
  assert.match((await browser.get(address)).text, /Corriger la présence du lundi 16 novembre 2026.*Absence le matin/)
  const again = await browser.post(address, { version: '1', state: 'late', lateMinutes: 'vingt', half: '', reason: '' })
  assert.equal(again.status, 422)
  assert.match(again.text, /Saisissez le retard en minutes.*Dites pourquoi/)
  assert.match(again.body, /value="vingt"/)
  const done = await browser.post(address, { version: '1', state: 'present', lateMinutes: '', half: '', reason: 'Erreur de ligne' })
  assert.equal(done.location, here.month)
  assert.match((await browser.get(address)).text, /Présence Motif : Erreur de ligne/)
})
