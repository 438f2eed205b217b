import { centiHours, day, isoDate } from '@maillage/kernel'
import type { BirthDate } from '@maillage/rules/eligibility'
import { severalEmployersWarnings } from '@maillage/rules/employment'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'

interface Row {
  contract_id: string
  first_day: string
  last_day: string | null
  weekly_hours: number | null
}

/**
 * Adds the weekly hours of a person with every employer and warns each of those who pass the maxima together; a warning that no longer holds is
 * taken back. Each employer reads its own line, with the sum and nothing of the others (CT L8261-1). Called after a contract was written.
 */
export async function warnOfHours(ctx: Ctx, personId: string, birth: BirthDate | undefined): Promise<void> {
  const { rows } = await sql<Row>`select * from contracts_of_every_employer(${personId})`.execute(ctx.tx)
  const contracts = rows.map((row) => ({
    id: row.contract_id,
    first: day(row.first_day),
    last: row.last_day === null ? null : day(row.last_day),
    weekly: row.weekly_hours === null ? null : centiHours(row.weekly_hours),
  }))
  const warnings = severalEmployersWarnings(ctx.law, { contracts, ...(birth ? { birth } : {}) }).map(({ contractId, since, anomaly }) => ({
    id: ctx.ids.next(),
    contract: contractId,
    rule: anomaly.code,
    source: anomaly.source ?? null,
    facts: anomaly.details,
    since: isoDate(since),
  }))
  await sql`select keep_hours_warnings(${personId}, ${JSON.stringify(warnings)}::jsonb, ${ctx.now.toString()})`.execute(ctx.tx)
}
