import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aStay } from '../../employment/fixtures.ts'
import { aMemberIn, aPerson } from '../../people/fixtures.ts'
import { aFollowedExit, anAnswer, anExit } from '../fixtures.ts'

databaseTest(
  'another carrier and the payroll officer find nobody; the team finds who is to be asked, then what is known',
  async (world) => {
    const here = await world.load(async (tx) => {
      const made = await aFollowedExit(tx)
      const payroll = await aMemberIn(tx, made.organisation, made.unit, 'payroll_officer')
      const other = await aPerson(tx, { ...made, birthName: 'Aubert', givenNames: 'Louise' })
      const stay = await aStay(tx, { ...made, person: other }, { entry: '2025-09-01' })
      await anAnswer(tx, await anExit(tx, stay, { exitOn: '2026-05-25' }), { situation: 'training' })
      return { ...made, payroll }
    })
    const path = '/sorties/suivi'
    assert.equal((await (await openBrowser(world)).get(path)).status, 303)
    assert.equal((await (await openBrowser(world, here.payroll.accountId)).get(path)).status, 404)
    assert.match((await (await openBrowser(world, here.stranger.accountId)).get(path)).text, /Personne à appeler aujourd’hui/)
    const team = await openBrowser(world, here.member.accountId)
    const before = world.statements.length
    const due = (await team.get(path)).text
    assert.ok(world.statements.length - before <= 6)
    assert.match(due, /Nadia BENALI .* 20\/05\/2026 6 mois, le 20\/11\/2026 À demander/)
    assert.doesNotMatch(due, /AUBERT/)
    assert.match((await team.get(`${path}?etat=answered`)).text, /Louise AUBERT .* 6 mois, le 25\/11\/2026 Répondu/)
    assert.match((await team.get(`${path}?etat=to-come`)).text, /Louise AUBERT .* 12 mois, le 25\/05\/2027/)
  },
)

databaseTest('on the telephone: four answers, one of them there; what is wrong is said, what was typed stays', async (world) => {
  const here = await world.load((tx) => aFollowedExit(tx))
  const team = await openBrowser(world, here.member.accountId)
  const path = `/sejours/${here.stay.id}/suivi/6`
  const wrong = await team.post(path, {
    situation: '',
    source: 'phone',
    'answeredOn-day': '20',
    'answeredOn-month': '11',
    'answeredOn-year': '2026',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Dites où en est la personne/)
  const right = { situation: 'training', source: 'phone', 'answeredOn-day': '20', 'answeredOn-month': '11', 'answeredOn-year': '2026' }
  assert.equal((await team.post(path, right)).location, `/sejours/${here.stay.id}/suivi`)
  assert.match((await team.get(`/sejours/${here.stay.id}/suivi`)).text, /6 mois 20\/11\/2026 Répondu En formation ou en études/)
  assert.equal((await team.get(`/sejours/${here.stay.id}/suivi/12`)).status, 404)
})

databaseTest('the link and its code are shown once, on a page that names nobody', async (world) => {
  const here = await world.load((tx) => aFollowedExit(tx))
  const team = await openBrowser(world, here.member.accountId)
  const page = await team.post(`/sejours/${here.stay.id}/suivi/6/lien`, { way: 'text' })
  assert.equal(page.status, 200)
  assert.match(page.text, /Message à copier Bonjour, vous pouvez donner de vos nouvelles ici : http.*\/nouvelles\//)
  assert.match(page.text, /Code \d{3} \d{3}/)
  assert.doesNotMatch(page.text, /Nadia|BENALI/i)
  assert.match((await team.get(`/sejours/${here.stay.id}/suivi`)).text, /Lien donné par message, valable jusqu’au 21 décembre 2026/)
})

databaseTest('rates of what becomes of people: silences have their place, and few answers give no rate', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aFollowedExit(tx)
    await anAnswer(tx, made.exit, { situation: 'lasting-employment' })
    return made
  })
  const text = (await (await openBrowser(world, here.member.accountId)).get('/sorties/taux?annee=2026')).text
  assert.match(text, /3 mois Aucune réponse 0 0 0 0 1 0 0 0/)
  assert.match(text, /6 mois Trop peu : 1 sur 1 réponse 0 0 0 0 0 0 0 0/)
  assert.match(text, /Six mois après \(EECR05\), 1 en emploi sur 1 réponse/)
})
