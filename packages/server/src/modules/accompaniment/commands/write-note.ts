import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { closedFile, personCard } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { NOTE_LIMIT } from '../model-notes.ts'
import { mayAccompany } from '../policy.ts'
import { findAct } from '../queries/acts-of.ts'
import { insertNote } from '../store-notes.ts'

/** What a note says, typed. */
export const noteText = z.string().trim().min(1, 'Écrivez votre note').max(NOTE_LIMIT, `Écrivez ${NOTE_LIMIT} caractères au plus`)

const schema = z.object({ personId: z.uuid(), actId: z.uuid().nullable().default(null), text: noteText })

/** Notes for oneself about a person of one's teams: nobody else reads it on the platform. No event tells that it was written. */
export const writeNote = command({
  name: 'accompaniment/write-note',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, actId, text }) {
    const { hat } = ctx.actor
    const person = await personCard(ctx, personId)
    if (!person) return notFound()
    if (!hat || !mayAccompany(ctx.actor)) return refuse('accompaniment/note-not-yours')
    if (!person.circles.has('shared') && !person.circles.has('referent')) return refuse('accompaniment/note-not-yours')
    const closed = await closedFile(ctx, person.id)
    if (closed) return closed
    if (actId !== null && (await findAct(ctx, actId))?.personId !== person.id) return notFound()
    const id = ctx.ids.next()
    await insertNote(ctx, { id, personId: person.id, organisationId: hat.organisationId, actId, text })
    return granted({ id, personId: person.id })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { note: id, person: personId }, fields: ['content'] }),
})
