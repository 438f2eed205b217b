import assert from 'node:assert/strict'
import { databaseTest } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aSmallMap } from '../../territories/fixtures.ts'
import { aFunction, anAuthorisation, anOrganisation, aSiae } from '../fixtures.ts'

databaseTest('an actor holds one or more functions, each dated and in a territory (S0-01)', async (world) => {
  const { id } = await world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx, {
      name: 'Département de l’Aude',
      functions: ['funder', 'prescriber'],
      siren: '732829320',
    })
    await aFunction(tx, organisation, 'referent', { territory: 'departement-66', lastDay: '2025-06-30' })
    await anAuthorisation(tx, organisation, { kind: 'DEPT' })
    return organisation
  })
  const { text } = await (await openBrowser(world)).get(`/organisations/${id}`)
  assert.match(text, /SIREN 732 829 320/)
  assert.match(text, /Finance Aude Depuis le 1er janvier 2020/)
  assert.match(text, /Oriente ou prescrit Aude Depuis le 1er janvier 2020/)
  assert.match(text, /Suit des parcours comme référent Pyrénées-Orientales Du 1er janvier 2020 au 30 juin 2025/)
  assert.match(text, /Service social du Département De droit, par l’arrêté ministériel/)
})

databaseTest('a régie carries an ACI and an EI at once; structures and kinds are counted apart (S0-03)', async (world) => {
  const { id } = await world.load(async (tx) => {
    await aSmallMap(tx)
    const organisation = await anOrganisation(tx, { name: 'Régie du Minervois' })
    await aSiae(tx, organisation, { name: 'Chantier du Minervois' })
    await aSiae(tx, organisation, { name: 'Chantier du Viguier' })
    await aSiae(tx, organisation, { name: 'Minervois Propreté', kind: 'EI' })
    await aSiae(tx, organisation, { name: 'Ancien chantier', lastDay: '2023-12-31' })
    return organisation
  })
  const { text } = await (await openBrowser(world)).get(`/organisations/${id}`)
  assert.match(text, /Structures ouvertes 3 structures, de 2 types/)
  assert.match(text, /Minervois Propreté Entreprise d’insertion \(EI\)/)
  assert.match(text, /Ancien chantier .* Du 1er janvier 2020 au 31 décembre 2023/)
  assert.doesNotMatch(text, /Habilitation à prescrire/)
})

databaseTest('who only orients is said to prescribe nothing, and a card never names its members', async (world) => {
  const { id } = await world.load(async (tx) => {
    await aSmallMap(tx)
    return anOrganisation(tx, { name: 'Maison de quartier', functions: ['prescriber'] })
  })
  const { text } = await (await openBrowser(world)).get(`/organisations/${id}`)
  assert.match(text, /Pas d’habilitation à prescrire/)
  assert.doesNotMatch(text, /Membres/)
})
