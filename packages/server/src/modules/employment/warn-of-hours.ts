import type { BirthDate } from '@maillage/rules/eligibility'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import { emitEvent } from '../../platform/events/emit-event.ts'
import { type ContractRow, keepHoursWarnings } from './keep-hours-warnings.ts'

/**
 * Looks at the sum of the hours of every employer after a contract was written: our own lines at once, with the sum and nothing of the others. Those
 * of the other employers are theirs: a job writes them, told by an event.
 */
export async function warnOfHours(ctx: Ctx, personId: string, birth: BirthDate | undefined): Promise<void> {
  const { rows } = await sql<ContractRow>`select * from contracts_of_every_employer(${personId})`.execute(ctx.tx)
  await keepHoursWarnings(ctx, personId, { rows, birth, today: ctx.today })
  if (rows.every(({ contract_id }) => contract_id !== null)) return
  await emitEvent(ctx, { type: 'employment/shared-hours-changed', version: 1, subjectId: personId, ids: { person: personId } })
}
