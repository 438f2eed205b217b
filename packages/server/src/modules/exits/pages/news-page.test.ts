import assert from 'node:assert/strict'
import { doAs } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aStayElsewhere } from '../../employment/fixtures.ts'
import { recordDeath } from '../../people/index.ts'
import { aFollowedExit, aLink } from '../fixtures.ts'

async function scene(world: World, options: Parameters<typeof aFollowedExit>[1] = {}) {
  const here = await world.load(async (tx) => {
    const made = await aFollowedExit(tx, options)
    return { ...made, link: await aLink(tx, made.exit) }
  })
  const path = `/nouvelles/${here.link.token}`
  return { ...here, path, browser: await openBrowser(world) }
}
const answers = (world: World) =>
  world.look('select situation, same_employer, source, recorded_by from after_exit_answer where superseded_at is null')
const CLOSED = /Ce lien ne peut plus servir/

databaseTest('before the code nothing says who, nor where: the page of a true link is that of any other', async (world) => {
  const { path, browser } = await scene(world)
  const told = async (of: string) => (await browser.get(of)).text
  assert.equal(await told(path), await told('/nouvelles/quelconque'))
  assert.match(await told(path), /Quitter vite cette page/)
  assert.doesNotMatch(await told(path), /Nadia|BENALI|Jardins/i)
  assert.match((await browser.post('/nouvelles/quelconque', { code: '012345' })).text, CLOSED)
})

databaseTest('with the code, the person answers once; the structure reads it, the class of the exit does not change', async (world) => {
  const { path, browser, siae, stay, member } = await scene(world)
  const asked = await browser.post(path, { code: '012 345' })
  assert.equal(asked.status, 200)
  assert.match(asked.text, new RegExp(`« ${siae.name} »`))
  assert.doesNotMatch(asked.text, /Nadia|BENALI/i)
  assert.equal((await browser.post(path, { code: '012345', step: 'answer' })).status, 422)
  assert.deepEqual(await answers(world), [])
  const done = await browser.post(path, { code: '012345', step: 'answer', situation: 'lasting-employment', sameEmployer: 'yes' })
  assert.match(done.text, /Merci\. Votre réponse est enregistrée/)
  assert.deepEqual(await answers(world), [{ situation: 'lasting-employment', same_employer: true, source: 'link', recorded_by: null }])
  assert.match((await browser.post(path, { code: '012345' })).text, CLOSED)
  const team = await openBrowser(world, member.accountId)
  assert.match((await team.get(`/sejours/${stay.id}/suivi`)).text, /6 mois 20\/11\/2026 Répondu En emploi : CDI/)
  assert.match((await team.get(`/sejours/${stay.id}/sortie`)).text, /Sans emploi Classe Autre sortie/)
})

databaseTest('five wrong codes close the link, the right one then opens nothing', async (world) => {
  const { path, browser } = await scene(world)
  for (let times = 1; times <= 4; times++)
    assert.match((await browser.post(path, { code: '000000' })).text, /Ce code n’est pas le bon/, String(times))
  assert.match((await browser.post(path, { code: '000000' })).text, CLOSED)
  assert.match((await browser.post(path, { code: '012345' })).text, CLOSED)
})

databaseTest('thirty tries from one place, whatever the links, then one waits', async (world) => {
  const { browser } = await scene(world)
  for (let times = 0; times < 30; times++) await browser.post(`/nouvelles/essai-${times}`, { code: '000000' })
  assert.match((await browser.post('/nouvelles/encore', { code: '000000' })).text, /Trop d’essais/)
})

databaseTest('the last day of a link is answered, the day after is not', async (world) => {
  const { path, browser } = await scene(world)
  await world.look("update after_exit_link set last_day = '2026-11-20'")
  assert.match((await browser.post(path, { code: '012345' })).text, CLOSED)
  await world.look("update after_exit_link set last_day = '2026-11-21'")
  assert.match((await browser.post(path, { code: '012345' })).text, /Où en êtes-vous/)
})

databaseTest('« ne plus m’écrire » is obeyed: nothing is asked any more, by link or by the team', async (world) => {
  const { path, browser, stay, member } = await scene(world)
  assert.match((await browser.post(path, { code: '012345', step: 'oppose' })).text, /plus aucun message ne vous sera envoyé/)
  assert.deepEqual(await answers(world), [])
  const team = await openBrowser(world, member.accountId)
  assert.match((await team.get(`/sejours/${stay.id}/suivi`)).text, /ne veut plus être contactée/)
  assert.equal((await team.get(`/sejours/${stay.id}/suivi/6/lien`)).status, 404)
})

databaseTest('a business is asked about, not an employer', async (world) => {
  const { path, browser } = await scene(world, { reason: 'business-creation' })
  assert.match((await browser.post(path, { code: '012345' })).text, /L’entreprise que vous avez créée existe-t-elle encore/)
})

databaseTest('a death closes the link in the same transaction; a return does as soon as it is known', async (world) => {
  const died = await scene(world)
  assert.equal(
    (await doAs(world, died.member.accountId, recordDeath, { personId: died.person.id, version: 1, diedOn: '2026-11-20' })).state,
    'done',
  )
  assert.deepEqual(await world.look('select closed_at is null as open from after_exit_link'), [{ open: false }])
  assert.match((await died.browser.post(died.path, { code: '012345' })).text, CLOSED)
})

databaseTest('a return in any structure stops the question, and is a fact beside the exit', async (world) => {
  const here = await scene(world)
  await world.load((tx) => aStayElsewhere(tx, here, null))
  await world.look("update siae_stay set entry_day = '2026-10-05' where organisation_id = $1", [here.otherSiae.organisationId])
  assert.match((await here.browser.post(here.path, { code: '012345' })).text, CLOSED)
  const page = (await (await openBrowser(world, here.member.accountId)).get(`/sejours/${here.stay.id}/suivi`)).text
  assert.match(page, /travaille de nouveau dans l’IAE depuis le 5 octobre 2026\. La classe de la sortie ne change pas/)
  assert.doesNotMatch(page, /Ailleurs/)
})
