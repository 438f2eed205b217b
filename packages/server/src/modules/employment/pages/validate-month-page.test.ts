import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { isClosedTo } from '../../../platform/testing/is-closed-to.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aTeamAtWork, aWorkerNamed } from '../fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    const ana = await aWorkerNamed(tx, team, 'Benali')
    const bea = await aWorkerNamed(tx, team, 'Garcia')
    return { ...team, ana: ana.stay, bea: bea.stay, path: `/heures/${team.siae.id}/2026-07` }
  })
const line = (index: number, stay: { id: string }, paid: string) => ({
  [`rows-${index}-stayId`]: stay.id,
  [`rows-${index}-version`]: '0',
  [`rows-${index}-measure`]: 'common',
  [`rows-${index}-paid`]: paid,
})
const shownIn = (body: string) => /name="shown" value="([^"]*)"/.exec(body)?.[1] ?? ''

databaseTest('who does not answer for the month finds no page to validate it', async (world) => {
  const made = await scene(world)
  const outsiders = {
    stranger: made.stranger,
    former: made.former,
    officer: made.officer,
    counsellor: made.counsellor,
    supervisor: made.supervisor,
  }
  await isClosedTo(world, Object.fromEntries(Object.entries(outsiders).map(([who, { accountId }]) => [who, accountId])), {
    path: `${made.path}/valider`,
    form: { shown: '' },
  })
})

databaseTest('from the first line to the month sent, opened again and corrected, in one browser without script', async (world) => {
  const made = await scene(world)
  const browser = await openBrowser(world, made.director.accountId)
  await browser.post(made.path, line(0, made.ana, '110'))
  const asking = await browser.get(`${made.path}/valider`)
  assert.match(asking.text, /ni un nom, ni les heures d’une personne/)
  assert.match(asking.text, /Il manque les heures de 1 personne/)
  assert.match(asking.text, /Aucune heure dans le mois.*GARCIA/)
  const refused = await browser.post(`${made.path}/valider`, { shown: shownIn(asking.body) })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /cochez « Aucune heure »/)
  const done = await browser.post(`${made.path}/valider`, { shown: shownIn(asking.body), noHours: made.bea.id })
  assert.equal(done.status, 303, done.text)
  const sheet = await browser.get(made.path)
  assert.match(sheet.text, /Validé par la structure.*Totaux du mois.*Transmettre/)
  assert.equal((await browser.post(`${made.path}/transmettre`)).status, 303)
  assert.match((await browser.post(`${made.path}/debloquer`, { reason: '' })).text, /Indiquez pourquoi le mois est débloqué/)
  assert.equal((await browser.post(`${made.path}/debloquer`, { reason: 'Absence oubliée' })).status, 303)
  const open = await browser.get(made.path)
  const hoursId = /name="rows-0-hoursId" value="([^"]*)"/.exec(open.body)?.[1] ?? ''
  const corrected = { ...line(0, made.ana, '100'), 'rows-0-hoursId': hoursId, 'rows-0-version': '1' }
  assert.match((await browser.post(made.path, corrected)).text, /Dites pourquoi ces heures sont corrigées/)
  assert.equal((await browser.post(made.path, { ...corrected, reason: 'Absence de dix heures' })).status, 303)
  const history = await browser.get(`${made.path}/historique`)
  assert.match(history.text, /110,00 h payées 100,00 h payées.*Dominique Faure Absence de dix heures/)
  assert.match(history.text, /Mois débloqué.*Mois transmis.*Mois validé/)
  const months = await browser.get('/heures')
  assert.match(months.text, /juillet 2026 Débloqué En retard, attendu le 10\/08\/2026/)
  assert.match((await browser.get('/')).text, /Valider les heures du mois/)
  assert.match((await browser.get(`${made.path}/releve`)).text, /Signature.*BENALI/)
})

databaseTest('the second to press is told who was first', async (world) => {
  const made = await scene(world)
  const [one, two] = [await openBrowser(world, made.payroll.accountId), await openBrowser(world, made.director.accountId)]
  await one.post(made.path, { ...line(0, made.ana, '110'), ...line(1, made.bea, '90') })
  const shown = shownIn((await one.get(`${made.path}/valider`)).body)
  await one.post(`${made.path}/valider`, { shown })
  const second = await two.post(`${made.path}/valider`, { shown })
  assert.equal(second.status, 422)
  assert.match(second.text, /Ce mois a déjà été validé par Alix Sorel, le 21 novembre 2026 à 10 h 00/)
  assert.equal((await two.get(`${made.path}/valider`)).location, made.path)
})
