import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { findNote } from '../queries/notes-of.ts'
import { keepBack } from '../store-notes.ts'

const schema = z.object({ noteId: z.uuid(), keptBack: z.boolean() })

/** Leaves a note out of the copy that the person asks for, because it tells about somebody else; or puts it back. By its author alone. */
export const keepNoteBack = command({
  name: 'accompaniment/keep-note-back',
  runsAs: 'app',
  schema,
  async run(ctx, { noteId, keptBack }) {
    const note = await findNote(ctx, noteId)
    if (!note || !(await keepBack(ctx, noteId, keptBack))) return notFound()
    return granted({ id: noteId, personId: note.personId })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { note: id, person: personId }, fields: ['keptBack'] }),
})
