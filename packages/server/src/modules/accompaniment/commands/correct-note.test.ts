import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { aNote } from '../fixtures.ts'
import { correctNote } from './correct-note.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const referent = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
    await aReferent(tx, { ...made, ...referent })
    return { ...made, referent, note: await aNote(tx, { ...made, by: made.member }) }
  })

databaseTest('a colleague, even referent, knows of no note to correct', async (world) => {
  const { referent, note } = await scene(world)
  const asked = { noteId: note.id, version: 1, text: 'Autre' }
  assert.deepEqual(refusalsIn(await doAs(world, referent.accountId, correctNote, asked)), ['platform/not-found'])
  assert.equal((await world.look('select from working_note where version = 1')).length, 1)
})

databaseTest('a correction takes the place of what was written, of which nothing is left, and its year begins again', async (world) => {
  const { member, personId, note } = await scene(world)
  const [before] = await world.look('select content, kept_until::text from working_note')
  const browser = await openBrowser(world, member.accountId)
  const form = `/notes/${note.id}/corriger`
  assert.match((await browser.get(form)).body, /Reparler du logement/)
  assert.equal((await browser.post(form, { version: '1', text: 'Le logement est trouvé' })).location, `/personnes/${personId}/notes`)
  const [after] = await world.look('select content, kept_until::text, version, person_id from working_note')
  assert.notEqual(after?.['content'], before?.['content'])
  assert.deepEqual([before?.['kept_until'], after?.['kept_until']], ['2027-11-03', '2027-11-21'])
  assert.doesNotMatch((await browser.get(`/personnes/${personId}/notes`)).text, /Reparler/)
  const again = await browser.post(form, { version: '1', text: 'Depuis l’autre page' })
  assert.equal(again.status, 422)
  assert.match(again.text, /modifié cette note entre-temps.*Le logement est trouvé/)
  assert.match(again.body, /Depuis l’autre page/)
})
