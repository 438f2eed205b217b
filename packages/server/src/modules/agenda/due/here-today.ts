import { type RawBuilder, sql } from 'kysely'
import type { Asked } from './asked.ts'

/** Whether the reader still has this person with them: in a structure, a stay of theirs goes on; elsewhere, the right to read is enough. */
export const hereToday = (personId: RawBuilder<unknown>, { employs, organisationId }: Asked): RawBuilder<unknown> =>
  employs
    ? sql`exists (
        select from siae_stay as here
        where here.person_id = ${personId} and here.organisation_id = ${organisationId} and here.cancelled_at is null and here.exit_day is null)`
    : sql`true`
