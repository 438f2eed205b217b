import type { PageRequest } from '../../platform/http/page-request.ts'
import { recordId } from '../../platform/http/record-id.ts'
import type { Member } from '../../platform/http/slice.ts'
import { logReading, type PersonCard, personCard } from '../people/index.ts'
import { keptWordsOf } from './components/note-words.tsx'
import type { WorkingNote } from './model-notes.ts'
import { findNote } from './queries/notes-of.ts'

/** A note of the reader's that an address names, with the person it is about. */
export interface NoteInHand {
  readonly note: WorkingNote
  readonly card: PersonCard
  /** How long a note written today is read. */
  readonly kept: string
}

/** Undefined for anybody but its author. What is read is logged, as any page of the file. */
export async function noteInHand(request: PageRequest<Member>): Promise<NoteInHand | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  const found = await request.read(async (ctx) => {
    const note = await findNote(ctx, id)
    const card = note && (await personCard(ctx, note.personId))
    return card && { note, card, kept: keptWordsOf(ctx) }
  })
  if (found) logReading(request, found.card.id)
  return found
}
