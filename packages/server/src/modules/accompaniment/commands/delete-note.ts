import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { findNote } from '../queries/notes-of.ts'
import { eraseNote } from '../store-notes.ts'

const schema = z.object({ noteId: z.uuid() })

/** Erases a note for good, by its author. */
export const deleteNote = command({
  name: 'accompaniment/delete-note',
  runsAs: 'app',
  schema,
  async run(ctx, { noteId }) {
    const note = await findNote(ctx, noteId)
    if (!note || !(await eraseNote(ctx, noteId))) return notFound()
    return granted({ id: noteId, personId: note.personId })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { note: id, person: personId }, fields: ['content'] }),
})
