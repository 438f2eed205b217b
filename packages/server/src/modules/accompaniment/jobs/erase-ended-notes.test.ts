import assert from 'node:assert/strict'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { openBrowser } from '../../../platform/testing/test-browser.ts'
import { aCounsellorWithAPerson } from '../../eligibility/fixtures.ts'
import { aMemberIn } from '../../people/fixtures.ts'
import { aNote } from '../fixtures.ts'
import { eraseEndedNotes } from './erase-ended-notes.ts'

const left = async (world: World, day: string) => {
  world.clock.set(`${day}T03:00:00Z`)
  await eraseEndedNotes.run(world)
  return (await world.look('select from working_note')).length
}

databaseTest('a note is erased once its day is over everywhere, not before', async (world) => {
  await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aNote(tx, { ...made, by: made.member }, { keptUntil: '2026-12-05' })
    await aNote(tx, { ...made, by: made.member }, { keptUntil: '2026-12-06' })
  })
  assert.equal(await left(world, '2026-12-06'), 2)
  assert.equal(await left(world, '2026-12-07'), 1)
  assert.equal(await left(world, '2026-12-08'), 0)
})

databaseTest('the notes of somebody who left are erased on the day that was told, unless they come back', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const leaving = await aMemberIn(tx, made.organisation, made.unit, 'counsellor', { name: 'Alix Sorel', lastDay: '2026-11-30' })
    await aNote(tx, { ...made, by: leaving })
    await aNote(tx, { ...made, by: made.member })
    return { ...made, leaving }
  })
  const page = await (await openBrowser(world, here.leaving.accountId)).get(`/personnes/${here.personId}/notes`)
  assert.match(page.text, /dernier jour dans votre organisation est le 30 novembre 2026.*effacées après le 30 décembre 2026/)
  assert.equal(await left(world, '2026-12-30'), 2)
  await world.look('update membership set last_day = null where id = $1', [here.leaving.membershipId])
  assert.equal(await left(world, '2026-12-31'), 2)
  await world.look("update membership set last_day = '2026-11-30' where id = $1", [here.leaving.membershipId])
  assert.equal(await left(world, '2026-12-31'), 1)
  assert.deepEqual(await world.look('select author_id from working_note'), [{ author_id: here.member.accountId }])
})

databaseTest('a hold keeps what a judge may ask for, read by nobody meanwhile', async (world) => {
  const here = await world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    await aNote(tx, { ...made, by: made.member }, { keptUntil: '2026-11-20' })
    return made
  })
  await world.look(
    `insert into legal_hold (id, organisation_id, reason, first_day, last_day, recorded_at, recorded_by)
     values ($1, $2, 'Contentieux', '2026-11-01', '2026-12-10', now(), $1)`,
    [here.personId, here.organisation.id],
  )
  assert.equal(await left(world, '2026-12-10'), 1)
  const page = await (await openBrowser(world, here.member.accountId)).get(`/personnes/${here.personId}/notes`)
  assert.match(page.text, /Aucune note de vous/)
  assert.equal(await left(world, '2026-12-11'), 0)
})
