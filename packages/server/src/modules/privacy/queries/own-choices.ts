import { type CalendarDate, day, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { OpposedUse, SharedSubject } from '../model.ts'
import { privacyOf } from '../tables.ts'

export interface OwnAgreement {
  readonly organisationId: string
  readonly subject: SharedSubject
  readonly givenOn: CalendarDate
}

/** What the person agreed to share and did not take back; one statement. */
export async function ownAgreements({ tx, today }: Pick<ReadCtx, 'tx' | 'today'>, personId: string): Promise<readonly OwnAgreement[]> {
  const rows = await privacyOf(tx)
    .selectFrom('sharing_agreement')
    .select(['organisation_id', 'subject', 'given_on'])
    .where('person_id', '=', personId)
    .where((where) => where.or([where('withdrawn_on', 'is', null), where('withdrawn_on', '>', isoDate(today))]))
    .execute()
  return rows.map(({ organisation_id, subject, given_on }) => ({ organisationId: organisation_id, subject, givenOn: day(given_on) }))
}

/** What the person refused, and still does; one statement. */
export async function ownOppositions({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<readonly OpposedUse[]> {
  const rows = await privacyOf(tx)
    .selectFrom('opposition')
    .select('opposed_use')
    .where('person_id', '=', personId)
    .where('withdrawn_on', 'is', null)
    .execute()
  return rows.map(({ opposed_use }) => opposed_use)
}

/** The steps that those who follow the person read, or would if the person did not refuse; one statement. */
export async function ownSharedSteps({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ words: string }>`
    select words from shared_step
    where person_id = ${personId} and superseded_at is null and state <> 'dropped' order by due_on nulls last, words`.execute(tx)
  return rows.map(({ words }) => words)
}
