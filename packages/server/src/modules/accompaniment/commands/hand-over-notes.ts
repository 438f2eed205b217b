import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { personCard } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { mayAccompany } from '../policy.ts'
import { noteHeirs } from '../queries/note-heirs.ts'
import { giveNotes } from '../store-notes.ts'

const schema = z.object({
  membershipId: z.uuid('Choisissez qui reçoit vos notes'),
  /** Null: all one's notes about the people of whom the colleague is the named referent. */
  personId: z.uuid().nullable().default(null),
})

/** Gives one's notes to a colleague who is the named referent of the person: that colleague alone reads them afterwards. */
export const handOverNotes = command({
  name: 'accompaniment/hand-over-notes',
  runsAs: 'app',
  schema,
  async run(ctx, { membershipId, personId }) {
    if (!mayAccompany(ctx.actor)) return refuse('accompaniment/note-not-yours')
    const person = personId === null ? null : await personCard(ctx, personId)
    if (person === undefined) return notFound()
    const heirs = await noteHeirs(ctx, person?.id ?? null)
    if (!heirs.some((heir) => heir.membershipId === membershipId)) return refuse('accompaniment/heir-unknown', {}, 'membershipId')
    const handed = await giveNotes(ctx, membershipId, person?.id ?? null)
    return granted({ handed, personId: person?.id ?? null })
  },
  trace: ({ membershipId }, { personId }) => ({
    subjects: { membership: membershipId, ...(personId === null ? {} : { person: personId }) },
    fields: ['author'],
  }),
})
