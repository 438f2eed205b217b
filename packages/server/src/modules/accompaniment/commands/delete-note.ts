import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { findNote } from '../queries/notes-of.ts'
import { eraseNote } from '../store-notes.ts'

const schema = z.object({ noteId: z.uuid() })

/** Erases a note for good, by its author; not while the person waits for a copy of what is kept about them. */
export const deleteNote = command({
  name: 'accompaniment/delete-note',
  runsAs: 'app',
  schema,
  async run(ctx, { noteId }) {
    const note = await findNote(ctx, noteId)
    if (!note) return notFound()
    // What is asked for is given as it is: the database keeps it until then.
    if (!(await eraseNote(ctx, noteId))) return refuse('accompaniment/note-asked-for')
    return granted({ id: noteId, personId: note.personId })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { note: id, person: personId }, fields: ['content'] }),
})
