import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aBarrier, aGoal, anAct, anAction, aStrength } from '../../accompaniment/fixtures.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aPerson } from '../../people/fixtures.ts'
import { openSpace } from '../fixtures.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const here = await aCounsellorWithAPerson(tx)
    const noted = { person: here.person, organisation: here.organisation, by: here.member }
    await aGoal(tx, noted, { words: 'Travailler en cuisine' })
    await anAction(tx, noted, { words: 'Appeler l’école' })
    await aStrength(tx, noted, 'Sait cuisiner pour trente')
    await aBarrier(tx, noted, { area: 'mobility', consequence: 'Pas de bus avant 8 heures' })
    await aBarrier(tx, noted, { area: 'health', consequence: 'Ne porte pas de charge' })
    await aGoal(tx, noted, { words: 'Voir un spécialiste', sensitivity: 'health' })
    await anAct(tx, noted, { purpose: 'Relire le CV', nextStep: 'Visiter la cuisine' })
    return { ...here, other: await aPerson(tx, { organisation: here.organisation, unit: here.unit, birthName: 'Sorel' }) }
  })

databaseTest(
  'the person reads their goals, what is to be done, what helps; what touches health is read apart; nobody else reads it',
  async (world) => {
    const { person, other } = await scene(world)
    const space = await openSpace(world, person)
    const before = world.statements.length
    const { text } = await space.get('/mon-espace/objectifs')
    assert.ok(world.statements.length - before <= 6)
    for (const words of [/Travailler en cuisine/, /Appeler l’école/, /Sait cuisiner/, /Pas de bus avant 8 heures/, /n’est pas montré ici/])
      assert.match(text, words)
    assert.doesNotMatch(text, /de charge|spécialiste/)
    const { text: all } = await space.get('/mon-espace/telecharger')
    assert.match(all, /Ne porte pas de charge/, 'sealed, and opened for the one whom it is about')
    assert.match(all, /Voir un spécialiste/)
    for (const path of ['objectifs', 'telecharger', 'rendez-vous', 'livret'])
      assert.doesNotMatch((await (await openSpace(world, other)).get(`/mon-espace/${path}`)).text, /cuisine|cuisiner|de charge|le CV/)
  },
)

databaseTest('the booklet tells neither health nor who follows; what comes next is told with what was done', async (world) => {
  const { person } = await scene(world)
  const space = await openSpace(world, person)
  const before = world.statements.length
  const { text } = await space.get('/mon-espace/livret')
  assert.ok(world.statements.length - before <= 7)
  assert.match(text, /Travailler en cuisine/)
  assert.doesNotMatch(text, /de charge|spécialiste|Camille Roux/)
  assert.match((await space.get('/mon-espace/rendez-vous')).text, /Relire le CV/)
})
