import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import { accompanimentOf } from './tables.ts'

/** An interview of half an hour with a person, noted the same day. */
export async function anAct(
  tx: Tx,
  {
    person,
    organisation,
    by,
  }: { person: { readonly id: string }; organisation: { readonly id: string }; by: { readonly accountId: string } },
  { purpose = 'Point sur le permis', nextStep = null }: { purpose?: string; nextStep?: string | null } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await accompanimentOf(tx)
    .insertInto('accompaniment_act')
    .values({
      id,
      person_id: person.id,
      organisation_id: organisation.id,
      kind: 'interview',
      mission: 'support',
      happened_on: '2026-11-03',
      minutes: 30,
      purpose,
      next_step: nextStep,
      next_on: null,
      recorded_at: '2026-11-03T09:00:00Z',
      recorded_by: by.accountId,
    })
    .execute()
  return { id }
}
