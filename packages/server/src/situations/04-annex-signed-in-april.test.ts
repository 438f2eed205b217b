// « Annex signed in April, effect 1 January: January–March accepted sans annexe, aid en attente d’annexe and not 0, projection on the former annex marked;
// on signature, recalculated and explained. Never deactivate a SIAE between January and June for that. » FIELD §7.4
import assert from 'node:assert/strict'
import { anAnnex } from '../modules/agreements/fixtures.ts'
import { aMonth, aTeamAtWork } from '../modules/employment/fixtures.ts'
import { deliver, tell } from '../modules/financing/fixtures.ts'
import { databaseTest, type World } from '../platform/testing/database-test.ts'
import { openBrowser } from '../platform/testing/test-browser.ts'

const date = (name: string, day: string, month: string) => ({ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: '2025' })
const SIGNED_IN_APRIL = {
  measure: 'common',
  posts: '11',
  ...date('firstDay', '1', '1'),
  ...date('lastDay', '31', '12'),
  ...date('signedOn', '10', '4'),
}

/** Ten posts in 2024; in 2025, three months validated (a twelfth of ten full-time equivalents each) and no annex yet. */
const january = (world: World) =>
  world.load(async (tx) => {
    const team = await aTeamAtWork(tx)
    await anAnnex(tx, team.siae, { first: '2024-01-01', last: '2024-12-31' })
    for (const month of ['2025-01', '2025-02', '2025-03']) await aMonth(tx, team.siae, month, 'validated', [{ counted: 151_667 }])
    return { ...team, path: `/structures/${team.siae.id}/aide-au-poste?annee=2025` }
  })

databaseTest(
  'until April the months await an annex: their hours are kept, nothing is zero, the former annex is only a projection',
  async (world) => {
    const { siae, director, officer, path } = await january(world)
    await tell(world, 'employment/month-validated', siae)
    for (const { accountId } of [director, officer]) {
      const page = await (await openBrowser(world, accountId)).get(path)
      assert.match(page.text, /janvier 2025 1 516,67 h 0,833 En attente d’annexe 10 postes, soit 19 934,17 € ce mois-là/)
      assert.match(page.text, /Leur aide n’est pas nulle/)
      assert.match(page.text, /elle n’est ajoutée à aucun total/)
      assert.doesNotMatch(page.text, /\b0,00 €/)
    }
    assert.deepEqual(await world.look('select from payment_statement'), [])
  },
)

databaseTest('nothing closes the structure meanwhile: it is open in the register and in the list « sans annexe »', async (world) => {
  const { siae, officer } = await january(world)
  world.clock.set('2025-06-30T09:00:00Z')
  assert.match((await (await openBrowser(world)).get('/structures')).text, /Les Jardins du Lauragais/)
  const list = await (await openBrowser(world, officer.accountId)).get('/conventions?etat=sans-annexe')
  assert.match(list.text, /Les Jardins du Lauragais ACI 31\/12\/2029 – Sans annexe/)
  assert.deepEqual(await world.look('select last_day from siae where id = $1', [siae.id]), [{ last_day: null }])
})

databaseTest('on signature the months are calculated, and the page says that the annex made them known', async (world) => {
  const { siae, officer, director, path } = await january(world)
  await tell(world, 'employment/month-validated', siae)
  const browser = await openBrowser(world, officer.accountId)
  const answer = await browser.post(`/conventions/${siae.id}/signer`, SIGNED_IN_APRIL)
  // The agreement since 2020 covers it.
  assert.equal(answer.location, `/conventions/${siae.id}`, answer.text)
  await deliver(world)
  const page = await (await openBrowser(world, director.accountId)).get(path)
  assert.doesNotMatch(page.text, /En attente d’annexe/)
  assert.match(page.text, /L’annexe ouvre 11,00 ETP\. Les mois validés en réalisent 2,50, dont 2,50 comptés/)
  assert.match(page.text, /janvier 2025 : ouvrir les heures Validé 1 516,67 h 0,833 0,833 19 934,21 €/)
  assert.deepEqual(
    await world.look(
      "select to_char(month, 'YYYY-MM') as month, cause, previous_id from payment_statement order by payment_statement.month",
    ),
    ['2025-01', '2025-02', '2025-03'].map((month) => ({ month, cause: 'annex', previous_id: null })),
  )
  const known = await browser.get(`/conventions/${siae.id}?connu-day=31&connu-month=3&connu-year=2025`)
  assert.match(known.text, /Le 31 mars 2025, cette annexe n’était pas signée/)
})
