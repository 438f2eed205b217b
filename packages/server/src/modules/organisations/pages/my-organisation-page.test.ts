import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aMember, anOrganisation, aPlace, aUnit } from '../fixtures.ts'

const set = (world: World) =>
  world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx)
    const director = await aMember(tx, organisation, 'director', { name: 'Zoé Abadie', firstDay: '2023-05-02' })
    const counsellor = await aMember(tx, organisation, 'counsellor', { name: 'Élise Martin' })
    await aMember(tx, organisation, 'technical_supervisor', {
      accountId: counsellor.accountId,
      name: 'Élise Martin',
      firstDay: '2024-01-01',
    })
    await aPlace(tx, organisation, counsellor.membershipId, await aUnit(tx, organisation))
    await aMember(tx, organisation, 'counsellor', { name: 'Paul Ancien', lastDay: '2025-08-31' })
    await aMember(tx, await anOrganisation(tx, { name: 'Autre' }), 'director', { name: 'Nadia Ailleurs' })
    return { organisation, director, counsellor }
  })

databaseTest('a member reads the organisation, changes nothing, and sees nobody of another', async (world) => {
  const { counsellor } = await set(world)
  const { text, body } = await (await openBrowser(world, counsellor.accountId)).get('/mon-organisation')
  assert.match(
    text,
    /Élise Martin Encadrant\(e\) technique et Conseiller\(ère\) en insertion|Élise Martin Conseiller\(ère\) en insertion et Encadrant\(e\) technique/,
  )
  assert.match(text, /Zoé Abadie Direction – 2 mai 2023/)
  assert.match(text, /Anciens membres \(1\).*Paul Ancien Conseiller\(ère\) en insertion 31 août 2025/)
  assert.doesNotMatch(text, /Nadia|Ajouter un membre|Ajouter une équipe|Renommer/)
  assert.doesNotMatch(body, /href="\/equipes\//)
})

databaseTest('names are in the order of a French directory, accents apart', async (world) => {
  const { director } = await set(world)
  const { body } = await (await openBrowser(world, director.accountId)).get('/mon-organisation')
  const main = body.slice(body.indexOf('<main'))
  assert.ok(main.indexOf('Élise Martin') < main.indexOf('Zoé Abadie'))
})

databaseTest('the director is offered every change', async (world) => {
  const { director } = await set(world)
  const { text } = await (await openBrowser(world, director.accountId)).get('/mon-organisation')
  for (const offered of [/Ajouter un membre/, /Ajouter une équipe/, /Renommer Équipe de Limoux/, /Me faire suppléer/])
    assert.match(text, offered)
})

databaseTest('the card of a member tells their hats here, and the director may act on each', async (world) => {
  const { director, counsellor } = await set(world)
  const path = `/membres/${counsellor.accountId}`
  const mine = await (await openBrowser(world, director.accountId)).get(path)
  assert.match(mine.text, /2 casquettes/)
  assert.match(mine.text, /Conseiller\(ère\) en insertion Équipe de Limoux Depuis le 1er janvier 2020 En cours/)
  assert.match(mine.text, /Donner une autre casquette/)
  assert.doesNotMatch((await (await openBrowser(world, counsellor.accountId)).get(path)).text, /Donner une autre casquette|Mettre fin/)
})

databaseTest('an account of another organisation has no card here', async (world) => {
  const { director } = await set(world)
  const [stranger] = await world.look("select account_id from membership where display_name = 'Nadia Ailleurs'")
  assert.equal((await (await openBrowser(world, director.accountId)).get(`/membres/${String(stranger?.['account_id'])}`)).status, 404)
})

databaseTest('an organisation that begins says what to do first', async (world) => {
  const director = await world.load(async (tx) => {
    await aSmallMap(tx)
    return aMember(tx, await anOrganisation(tx), 'director')
  })
  const { text } = await (await openBrowser(world, director.accountId)).get('/mon-organisation')
  assert.match(text, /Aucune équipe .*sans équipe, aucun dossier ne peut être ouvert/)
  assert.match(text, /Aucune suppléance/)
  assert.doesNotMatch(text, /Anciens membres/)
})

databaseTest('the pages of one’s organisation take six statements at most', async (world) => {
  const { director, counsellor } = await set(world)
  const browser = await openBrowser(world, director.accountId)
  for (const path of [
    '/mon-organisation',
    `/membres/${counsellor.accountId}`,
    `/casquettes/${counsellor.membershipId}/equipes`,
    '/mon-organisation/equipes/ajouter',
  ]) {
    const before = world.statements.length
    assert.equal((await browser.get(path)).status, 200)
    assert.ok(world.statements.length - before <= 6, `${path}: ${world.statements.length - before}`)
  }
})
