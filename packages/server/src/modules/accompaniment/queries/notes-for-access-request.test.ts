import assert from 'node:assert/strict'
import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import { contextOfNobody } from '../../../platform/command/context.ts'
import { databaseTest, type World } from '../../../platform/testing/database-test.ts'
import { aCounsellorWithAPerson, anAdviserOf } from '../../eligibility/fixtures.ts'
import { aPerson } from '../../people/fixtures.ts'
import { aNote } from '../fixtures.ts'
import { notesForAccessRequest } from './notes-for-access-request.ts'

const scene = (world: World) =>
  world.load(async (tx) => {
    const made = await aCounsellorWithAPerson(tx)
    const elsewhere = await anAdviserOf(tx, made.person)
    const another = await aPerson(tx, { organisation: made.organisation, unit: made.unit, givenNames: 'Awa' })
    await aNote(tx, { ...made, by: made.member }, { text: 'Revoir le logement' })
    await aNote(tx, { ...elsewhere, person: made.person, by: elsewhere.member }, { text: 'Rappeler en janvier', keptUntil: '2026-11-20' })
    await aNote(tx, { ...made, person: another, by: made.member }, { text: 'D’une autre' })
    return { ...made, elsewhere }
  })

databaseTest('a job that names neither the person nor the purpose reads no note, and changes none', async (world) => {
  const { personId } = await scene(world)
  const context = contextOfNobody(day('2026-11-21'))
  const asJob = (more: object, statement: string) =>
    world.database.transaction(
      { role: 'maillage_job', context: { ...context, ...more } },
      async (tx) => (await sql.raw(statement).execute(tx)).rows.length,
    )
  const read = 'select id from working_note'
  assert.equal(await asJob({}, read), 0)
  assert.equal(await asJob({ subjectPerson: personId }, read), 0)
  assert.equal(await asJob({ purpose: 'access-request' }, read), 0)
  for (const change of ["update working_note set kept_until = '2026-12-01'", 'delete from working_note'])
    await assert.rejects(asJob({ subjectPerson: personId, purpose: 'access-request' }, change), /permission denied/)
})

databaseTest('for the request of a person every note about them is opened, of every organisation, and of nobody else', async (world) => {
  const { personId, organisation, member, elsewhere } = await scene(world)
  const notes = await notesForAccessRequest({ ...world, keys: world.runtime.keys }, personId)
  assert.deepEqual(
    notes
      .map(({ text, organisationId, authorId }) => ({ text, organisationId, authorId }))
      .toSorted((a, b) => a.text.localeCompare(b.text)),
    [
      // Past its day and not erased yet: what is held is produced.
      { text: 'Rappeler en janvier', organisationId: elsewhere.organisation.id, authorId: elsewhere.member.accountId },
      { text: 'Revoir le logement', organisationId: organisation.id, authorId: member.accountId },
    ],
  )
})
