import assert from 'node:assert/strict'
import { doAs, refusalsIn } from '../../../platform/testing/acting.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aNote } from '../fixtures.ts'
import { keepNoteBack } from './keep-note-back.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const here = await aCounsellorWithAPerson(tx)
    const colleague = await aMemberIn(tx, here.organisation, here.unit, 'counsellor', { name: 'Lou Petit' })
    const director = await aMemberIn(tx, here.organisation, here.unit, 'director', { name: 'Alix Sorel' })
    return { ...here, colleague, director, note: await aNote(tx, { ...here, by: here.member }) }
  })

databaseTest('a note is kept back, and put back, by its author alone', async (world) => {
  const { note, member, colleague, director } = await scene(world)
  const press = (reader: { readonly accountId: string }, keptBack: boolean) =>
    doAs(world, reader.accountId, keepNoteBack, { noteId: note.id, keptBack })
  for (const other of [colleague, director]) assert.deepEqual(refusalsIn(await press(other, true)), ['platform/not-found'])
  const kept = async () => (await world.look('select kept_back, version from working_note'))[0]
  assert.equal((await press(member, true)).state, 'done')
  assert.deepEqual(await kept(), { kept_back: true, version: 1 })
  assert.equal((await press(member, false)).state, 'done')
  assert.deepEqual(await kept(), { kept_back: false, version: 1 })
})
