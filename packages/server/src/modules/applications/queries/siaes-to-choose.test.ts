import assert from 'node:assert/strict'
import { readAs } from '../../../platform/testing/acting.ts'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { anAdviser } from '../../eligibility/fixtures.ts'
import { aSiae, aWorksite } from '../../organisations/fixtures.ts'
import { aReceiver } from '../fixtures.ts'
import { siaesToChoose } from './siaes-to-choose.ts'

databaseTest('a structure is found by its name, its kind, its commune, and by what its open sites say', async (world) => {
  const made = await world.load(async (tx) => {
    const { organisation, siae } = await aReceiver(tx, { name: 'Terre Vive' })
    await aWorksite(tx, siae, { name: 'Jardin de la Rigole' })
    await aWorksite(tx, siae, { name: 'Atelier vélos', lastDay: '2025-12-31' })
    await aSiae(tx, organisation, { name: 'Ancienne', lastDay: '2020-12-31' })
    return anAdviser(tx)
  })
  const found = async (typed: string) =>
    (await readAs(world, made.member.accountId, (ctx) => siaesToChoose(ctx, typed))).map(({ name, sites }) => [name, sites])
  const bySite = [['Terre Vive', ['Jardin de la Rigole (Carcassonne)']]]
  for (const typed of ['jardins', 'JARDIN', 'jardins aci', 'terre jardin']) assert.deepEqual(await found(typed), bySite, typed)
  assert.deepEqual(await found('terre vive'), [['Terre Vive', []]])
  assert.deepEqual(await found('carcassonne aci'), bySite)
  for (const typed of ['vélos', 'ardin', 'jardins etti', 'ancienne', '', '!']) assert.deepEqual(await found(typed), [], typed)
})

databaseTest('the example under the box is understood, and the page says which site matched', async (world) => {
  const made = await world.load(async (tx) => {
    await aWorksite(tx, (await aReceiver(tx, { name: 'Terre Vive' })).siae, { name: 'Jardins de la Rigole' })
    return anAdviser(tx)
  })
  const browser = await openBrowser(world, made.member.accountId)
  const asked = await browser.get('/orienter')
  const example = /« (\S*) »/.exec(/Nom, commune.*/.exec(asked.text)?.[0] ?? '')?.[1]
  assert.equal(example, 'jardins')
  const before = world.statements.length
  const page = await browser.get(`/orienter?mots=${example}`)
  assert.ok(world.statements.length - before <= 6)
  assert.match(page.text, /Terre Vive .* · Carcassonne · Site : Jardins de la Rigole \(Carcassonne\)/)
  assert.match((await browser.get('/orienter?mots=fromagerie')).text, /Aucune structure ne correspond à « fromagerie »/)
})
