import { type CalendarDate, day } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { peopleOf } from '../tables.ts'

export interface LegalRepresentative {
  readonly name: string
  /** « mère », « tuteur » */
  readonly relation: string
  readonly phone: string | null
}

/** Who answers in law for a minor, as last written, with the last day on which they do. */
export async function legalRepresentative(
  { tx }: Pick<ReadCtx, 'tx'>,
  personId: string,
): Promise<(LegalRepresentative & { readonly until: CalendarDate }) | undefined> {
  const row = await peopleOf(tx)
    .selectFrom('legal_representative')
    .select(['name', 'relation', 'phone', 'until'])
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return row && { ...row, until: day(row.until) }
}
