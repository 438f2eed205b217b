import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { closedFile } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { findNote } from '../queries/notes-of.ts'
import { replaceNote } from '../store-notes.ts'
import { noteText } from './write-note.ts'

const schema = z.object({ noteId: z.uuid(), version: z.coerce.number().int().positive(), text: noteText })

/** Writes another text in the place of a note: nothing is kept of what it said, and its year begins again. */
export const correctNote = command({
  name: 'accompaniment/correct-note',
  runsAs: 'app',
  schema,
  async run(ctx, { noteId, version, text }) {
    const note = await findNote(ctx, noteId)
    if (!note) return notFound()
    const closed = await closedFile(ctx, note.personId)
    if (closed) return closed
    if (!(await replaceNote(ctx, noteId, version, text))) return refuse('accompaniment/note-changed')
    return granted({ id: noteId, personId: note.personId })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { note: id, person: personId }, fields: ['content', 'keptUntil'] }),
})
