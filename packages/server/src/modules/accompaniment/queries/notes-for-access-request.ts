import { type CalendarDate, day } from '@maillage/kernel'
import { legalDay } from '../../../platform/clock.ts'
import { contextOfNobody, PARIS } from '../../../platform/command/context.ts'
import type { JobContext } from '../../../platform/jobs/job.ts'
import type { KeyRing } from '../../../platform/keys/key-ring.ts'
import { openNote } from '../note-text.ts'
import { notesIn } from '../tables-notes.ts'

/** A working note as it is produced for the person it is about. */
export interface ProducedNote {
  readonly id: string
  /** Who answers for it: the organisation under whose hat it was written. */
  readonly organisationId: string
  readonly authorId: string
  readonly writtenAt: Temporal.Instant
  readonly keptUntil: CalendarDate
  readonly text: string
}

/**
 * Every working note that the platform holds about a person, of every author and organisation, opened: for that person's access request (RGPD, art. 15)
 * and for nothing else. In a transaction of its own, which names the person and the purpose: row security gives the jobs nothing without them.
 * @example const notes = await notesForAccessRequest({ database, clock, keys }, personId)
 */
export async function notesForAccessRequest(
  { database, clock, keys }: JobContext & { readonly keys: KeyRing },
  personId: string,
): Promise<readonly ProducedNote[]> {
  const context = { ...contextOfNobody(legalDay(clock.now(), PARIS)), subjectPerson: personId, purpose: 'access-request' }
  const rows = await database.transaction({ role: 'maillage_job', context, readOnly: true }, (tx) =>
    notesIn(tx)
      .selectFrom('working_note')
      .select(['id', 'organisation_id', 'author_id', 'content', 'kept_until', 'recorded_at'])
      .where('person_id', '=', personId)
      .orderBy('recorded_at')
      .orderBy('id')
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    authorId: row.author_id,
    writtenAt: Temporal.Instant.from(row.recorded_at),
    keptUntil: day(row.kept_until),
    text: openNote(keys, row),
  }))
}
