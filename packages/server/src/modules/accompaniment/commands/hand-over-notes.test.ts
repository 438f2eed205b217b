import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn, aPerson, aReferent, aUnit } from '../../people/fixtures.ts'
import { aNote } from '../fixtures.ts'
import { handOverNotes } from './hand-over-notes.ts'

/** A counsellor leaves: notes on two people, of one of whom a colleague is the named referent. */
const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const { organisation, unit } = made
    const another = await aPerson(tx, { organisation, unit, birthName: 'Traoré', givenNames: 'Awa' })
    await aNote(tx, { ...made, by: made.member }, { text: 'Revoir le logement' })
    await aNote(tx, { ...made, person: another, by: made.member }, { text: 'Rappeler en janvier' })
    const colleague = (name: string, where = unit) => aMemberIn(tx, organisation, where, 'counsellor', { name })
    const heir = await colleague('Lou Petit')
    await aReferent(tx, { ...made, ...heir })
    const otherTeam = await aUnit(tx, organisation, null, 'Autre équipe')
    const ofOtherTeam = await colleague('Maxime Vidal', otherTeam)
    await aReferent(tx, { ...made, unit: otherTeam, ...ofOtherTeam })
    return { ...made, another, heir, ofOtherTeam, colleague: await colleague('Alix Sorel') }
  })

databaseTest(
  'notes go to a named referent of the same team only: not to a colleague who is none, not to another team, not to oneself',
  async (world) => {
    const here = await scene(world)
    for (const { membershipId } of [here.colleague, here.ofOtherTeam, here.member])
      for (const personId of [here.personId, null])
        assert.deepEqual(refusalsIn(await doAs(world, here.member.accountId, handOverNotes, { membershipId, personId })), [
          'accompaniment/heir-unknown',
        ])
    // Nobody takes what was not given.
    const { membershipId } = here.heir
    assert.deepEqual(refusalsIn(await doAs(world, here.heir.accountId, handOverNotes, { membershipId, personId: here.personId })), [
      'accompaniment/heir-unknown',
    ])
    assert.deepEqual(await world.look('select distinct author_id from working_note'), [{ author_id: here.member.accountId }])
  },
)

databaseTest('a deputy, who stands in for a time, receives nothing; nor a referent whose follow-up is over', async (world) => {
  const here = await scene(world)
  const asked = { membershipId: here.heir.membershipId, personId: here.personId }
  await world.look("update referent set deputy = true, last_day = '2026-12-31' where membership_id = $1", [here.heir.membershipId])
  assert.deepEqual(refusalsIn(await doAs(world, here.member.accountId, handOverNotes, asked)), ['accompaniment/heir-unknown'])
  await world.look("update referent set deputy = false, last_day = '2026-11-20' where membership_id = $1", [here.heir.membershipId])
  assert.deepEqual(refusalsIn(await doAs(world, here.member.accountId, handOverNotes, asked)), ['accompaniment/heir-unknown'])
})

databaseTest(
  'handed over, the notes about a person are read by their referent alone, until the same day, with the name of who wrote them',
  async (world) => {
    const here = await scene(world)
    const browser = await openBrowser(world, here.member.accountId)
    const notes = `/personnes/${here.personId}/notes`
    const form = await browser.get(`${notes}/transmettre`)
    assert.match(form.text, /Lou Petit 1 note/)
    assert.doesNotMatch(form.text, /Alix Sorel|Maxime Vidal/)
    assert.match((await browser.post(`${notes}/transmettre`, {})).text, /Choisissez qui reçoit vos notes/)
    assert.equal((await browser.post(`${notes}/transmettre`, { membershipId: here.heir.membershipId })).location, notes)
    assert.match((await browser.get(notes)).text, /Aucune note de vous/)
    const theirs = await openBrowser(world, here.heir.accountId)
    assert.match(
      (await theirs.get(notes)).text,
      /écrite par Camille Roux, qui vous l’a transmise.*Revoir le logement Effacée après le 3 novembre 2027/,
    )
    const [line] = await world.look("select subjects, fields from audit where command = 'accompaniment/hand-over-notes'")
    assert.deepEqual(line?.['fields'], ['author'])
  },
)

databaseTest('all at once, a colleague receives those about the people whom they follow, the others stay', async (world) => {
  const here = await scene(world)
  const browser = await openBrowser(world, here.member.accountId)
  assert.match((await browser.get('/notes')).text, /Nadia BENALI.*Awa TRAORÉ.*30 jours après votre dernier jour/)
  assert.match((await browser.get('/notes/transmettre')).text, /Lou Petit 1 note sur 1 personne/)
  assert.equal((await browser.post('/notes/transmettre', { membershipId: here.heir.membershipId })).location, '/notes')
  const after = (await browser.get('/notes')).text
  assert.match(after, /Awa TRAORÉ/)
  assert.doesNotMatch(after, /Nadia BENALI/)
})
