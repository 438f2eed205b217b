import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { readPdf } from '../../../platform/testing/pdf-text.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aConstraint, aSighting, aSiteAtWork, aSkill } from '../fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aSiteAtWork(tx)
    const of = { ...made, person: made.ana.person, by: made.supervisor }
    const skill = await aSkill(tx, made.siae)
    const helped = await aSkill(tx, made.siae, { label: 'Débroussailler' })
    await aSighting(tx, { ...of, skill })
    await aSighting(tx, { ...of, skill: helped }, { level: 'helped' })
    await aConstraint(tx, of)
    return { ...made, skill, helped, under: (path: string) => `/personnes/${made.ana.person.id}${path}` }
  })

databaseTest(
  'nobody of another structure, nor who pays, finds the skills or the certificate; the supervisor reads, and certifies nothing',
  async (world) => {
    const here = await scene(world)
    for (const who of [here.stranger, here.officer, here.former, here.payroll]) {
      const browser = await openBrowser(world, who.accountId)
      for (const path of ['/competences', '/competence-vue', '/competences/certificat', '/competences/certificat.pdf'])
        assert.equal((await browser.get(here.under(path))).status, 404, path)
      assert.equal((await browser.get(`/structures/${here.siae.id}/competences`)).status, 404)
    }
    const supervisor = await openBrowser(world, here.supervisor.accountId)
    const page = await supervisor.get(here.under('/competences'))
    assert.match(page.text, /2 compétences vues, dont 1 acquise/)
    assert.match(page.text, /Tailler une haie Geste du métier Sans aide 18\/11\/2026, par/)
    assert.doesNotMatch(page.text, /Certificat de compétences/)
    assert.equal((await supervisor.get(here.under('/competences/certificat'))).status, 404)
  },
)

databaseTest('from the team of the day, a skill is seen in three presses at most, and the page comes back to its line', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.supervisor.accountId)
  assert.match((await browser.get('/equipe-du-jour')).body, new RegExp(`href="${here.under('/competence-vue')}"`))
  assert.match((await browser.get(here.under('/competence-vue'))).text, /Tailler une haie Déjà vu : sans aide/)
  const pressed = await browser.post(here.under('/competence-vue'), { skillId: here.helped.id, level: 'alone' })
  assert.equal(pressed.location, `${here.under('/competence-vue')}?metier=Espaces%20verts#competence-${here.helped.id}`)
  assert.match((await browser.get(here.under('/competences'))).text, /2 compétences vues, dont 2 acquises/)
  assert.equal((await browser.post(here.under('/competence-vue'), { skillId: here.helped.id, level: 'expert' })).status, 422)
})

databaseTest('the certificate says the period and what is acquired, on a tagged PDF to sign, and nothing that says why', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.counsellor.accountId)
  const page = await browser.get(here.under('/competences/certificat'))
  assert.match(page.text, /Tailler une haie Sans aide, vu le 18 novembre 2026/)
  const answer = await (await world.server()).inject({
    url: here.under('/competences/certificat.pdf'),
    cookies: { maillage_session: browser.token() },
  })
  assert.equal(answer.headers['content-disposition'], 'attachment; filename="certificat-de-competences.pdf"')
  const { text, tags, catalogue } = readPdf(answer.rawPayload)
  assert.match(text, /Certificat de compétences/)
  assert.match(text, /depuis le 5 janvier 2026/)
  assert.match(text, /Tailler une haie ?Sans aide, vu le 18 novembre 2026/)
  assert.match(text, /signature/)
  assert.doesNotMatch(text, /Débroussailler|15 h 30|CDDI|PASS|insertion par/i)
  assert.match(catalogue, /\/Marked true/)
  for (const tag of ['H1', 'H2', 'L', 'LBody']) assert.ok(tags.includes(tag), tag)
})

databaseTest('the direction keeps the list: a trade at one press, a skill in its own words, one out of the list', async (world) => {
  const here = await scene(world)
  const path = `/structures/${here.siae.id}/competences`
  assert.doesNotMatch((await (await openBrowser(world, here.supervisor.accountId)).get(path)).text, /Ajouter une compétence/)
  const browser = await openBrowser(world, here.director.accountId)
  assert.match((await browser.post(`${path}/metier`, { adopted: '' })).text, /Choisissez un métier/)
  assert.equal((await browser.post(`${path}/metier`, { adopted: 'Restauration' })).location, path)
  assert.equal((await browser.post(path, { retirer: here.skill.id })).location, path)
  const again = await browser.post(`${path}/ajouter`, { trade: 'Rivières', kind: 'task', label: '' })
  assert.match(again.text, /Écrivez la compétence, avec un verbe/)
  assert.match(again.body, /value="Rivières"/)
  assert.match((await browser.get(path)).text, /Restauration.*Dresser et servir/)
})
