import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn, aReferent } from '../../people/fixtures.ts'
import { aNote } from '../fixtures.ts'
import { deleteNote } from './delete-note.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const referent = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Lou Petit' })
    await aReferent(tx, { ...made, ...referent })
    return { ...made, referent, note: await aNote(tx, { ...made, by: made.member }) }
  })

databaseTest('a colleague, even referent, knows of no note to delete', async (world) => {
  const { referent, note } = await scene(world)
  assert.deepEqual(refusalsIn(await doAs(world, referent.accountId, deleteNote, { noteId: note.id })), ['platform/not-found'])
  assert.equal((await world.look('select from working_note')).length, 1)
})

databaseTest('deleted by its author, a note is nowhere any more', async (world) => {
  const { member, personId, note } = await scene(world)
  const browser = await openBrowser(world, member.accountId)
  const form = `/notes/${note.id}/supprimer`
  assert.match((await browser.get(form)).text, /Reparler du logement.*effacé pour de bon/)
  assert.equal((await browser.post(form, {})).location, `/personnes/${personId}/notes`)
  assert.equal((await browser.post(form, {})).status, 404)
  assert.deepEqual(await world.look('select from working_note'), [])
})
