import assert from 'node:assert/strict'
import { statementAs } from '../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../platform/testing/database-test.ts'
import { openBrowser } from '../../platform/testing/test-browser.ts'
import { aNote } from '../accompaniment/fixtures.ts'
import { aCounsellorWithAPerson, anAdviserOf } from '../eligibility/fixtures.ts'
import { aMemberIn, aPerson } from '../people/fixtures.ts'
import { aPersonRequest, openSpace } from './fixtures.ts'

/** A person asked the structure for a copy on 10 November; its counsellor wrote two notes about her, an adviser elsewhere one. */
const scene = (world: World) =>
  world.load(async (tx) => {
    const here = await aCounsellorWithAPerson(tx)
    const elsewhere = await anAdviserOf(tx, here.person)
    await aNote(tx, { ...here, by: here.member }, { text: 'Reparler du logement' })
    const aside = await aNote(tx, { ...here, by: here.member }, { text: 'Son frère a perdu son emploi' })
    await aNote(tx, { ...elsewhere, person: here.person, by: elsewhere.member }, { text: 'Rappeler en janvier' })
    const director = await aMemberIn(tx, here.organisation, here.unit, 'director', { name: 'Alix Sorel' })
    const other = await aPerson(tx, { organisation: here.organisation, unit: here.unit, birthName: 'Sorel' })
    return { ...here, aside, director, other, request: await aPersonRequest(tx, here) }
  })
type Scene = Awaited<ReturnType<typeof scene>>

const answer = async (world: World, { director, request }: Scene) =>
  (await openBrowser(world, director.accountId)).post(`/demandes-des-personnes/${request.id}`, { outcome: 'done', answer: 'Voici.' })

databaseTest('whoever answers is told whose notes go with it and how many, and reads not a word of them', async (world) => {
  const made = await scene(world)
  const { director, member, request } = made
  const page = `/demandes-des-personnes/${request.id}`
  const theirs = await openBrowser(world, director.accountId)
  assert.match((await theirs.get(page)).text, /Notes de travail à remettre Camille Roux : 2 notes Avant de répondre/)
  for (const path of [page, `${page}/notes`]) assert.doesNotMatch((await theirs.get(path)).text, /logement|frère|Rappeler/)
  const author = await openBrowser(world, member.accountId)
  assert.match((await author.get(page)).text, /Les vôtres : 2 notes. Les relire avant de répondre/)
  assert.match((await author.get(`${page}/notes`)).text, /Reparler du logement/)
})

databaseTest(
  'the notes of the organisation that answered are read by the person alone, for sixty days, but for those that tell about somebody else',
  async (world) => {
    const made = await scene(world)
    const { person, member, director, other, aside, request } = made
    const path = `/mon-espace/demandes/${request.id}/notes`
    const before = await openSpace(world, person)
    assert.equal((await before.get(path)).status, 404)
    assert.deepEqual(JSON.parse((await before.get('/mon-espace/donnees.json')).body).working_note, undefined)

    const author = await openBrowser(world, member.accountId)
    assert.equal((await author.post(`/demandes-des-personnes/${request.id}/notes`, { note: aside.id, act: 'keep' })).status, 303)
    assert.equal((await answer(world, made)).status, 303)
    const space = await openSpace(world, person)
    assert.match((await space.get('/mon-espace/demandes')).text, /Lire les notes de travail sur moi/)
    const { text } = await space.get(path)
    assert.match(text, /Note du 3 novembre 2026 Reparler du logement 1 note ne vous est pas remise : elle parle d’une autre personne/)
    assert.doesNotMatch(text, /frère|Rappeler/)
    assert.equal((await (await openSpace(world, other)).get(path)).status, 404)
    assert.deepEqual(await statementAs(world, director.accountId, 'select content from working_note'), [])

    for (const [day, status] of [
      ['2027-01-19', 200],
      ['2027-01-20', 404],
    ] as const) {
      world.clock.set(`${day}T09:00:00Z`)
      assert.equal((await (await openSpace(world, person)).get(path)).status, status, day)
    }
  },
)

databaseTest('a note written after the answer is not in it', async (world) => {
  const made = await scene(world)
  await answer(world, made)
  await world.look("update working_note set recorded_at = '2026-11-22T09:00:00Z' where id = $1", [made.aside.id])
  assert.doesNotMatch((await (await openSpace(world, made.person)).get(`/mon-espace/demandes/${made.request.id}/notes`)).text, /frère/)
})

databaseTest('while the copy is asked, its notes are not deleted, by hand nor by the night; once given, they may be', async (world) => {
  const made = await scene(world)
  const author = await openBrowser(world, made.member.accountId)
  const press = () => author.post(`/notes/${made.aside.id}/supprimer`)
  const refused = await press()
  assert.equal(refused.status, 422)
  assert.match(refused.text, /ne se supprime pas avant la réponse/)
  assert.deepEqual(await world.look('select people_on_hold() as id'), [{ id: made.person.id }])
  await answer(world, made)
  assert.deepEqual(await world.look('select people_on_hold() as id'), [])
  assert.equal((await press()).status, 303)
})
