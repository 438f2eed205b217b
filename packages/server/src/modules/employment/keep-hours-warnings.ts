import { type CalendarDate, centiHours, day, isoDate, type Law } from '@maillage/kernel'
import type { BirthDate } from '@maillage/rules/eligibility'
import { severalEmployersWarnings } from '@maillage/rules/employment'
import { sql } from 'kysely'
import type { Ids } from '../../platform/command/context.ts'
import type { Tx } from '../../platform/database/database.ts'

/** A contract of the person with some employer; `contract_id` null: with another one, which is nobody's business here. */
export interface ContractRow {
  readonly contract_id: string | null
  readonly first_day: string
  readonly last_day: string | null
  readonly weekly_hours: number | null
}

interface Held {
  readonly tx: Tx
  readonly law: Law
  readonly now: Temporal.Instant
  readonly ids: Ids
}

const TOLD = ['employment/weekly-maximum-passed', 'employment/weekly-average-passed', 'employment/minor-weekly-hours']

/** How long after its last day a contract is still looked at: nobody needs the whole working life of a person to add up the hours of today. */
export const LOOKED_BACK = 366

/**
 * Adds the weekly hours of a person with every employer and keeps the warnings of those that pass the maxima together (CT L8261-1): written on the
 * contracts that the reader of this transaction may see, taken back when they no longer hold.
 */
export async function keepHoursWarnings(
  { tx, law, now, ids }: Held,
  personId: string,
  { rows, birth, today }: { readonly rows: readonly ContractRow[]; readonly birth: BirthDate | undefined; readonly today: CalendarDate },
): Promise<void> {
  const contracts = rows.map((row, index) => ({
    id: row.contract_id ?? `elsewhere ${index}`,
    first: day(row.first_day),
    last: row.last_day === null ? null : day(row.last_day),
    weekly: row.weekly_hours === null ? null : centiHours(row.weekly_hours),
  }))
  const shown = new Set(rows.map(({ contract_id }) => contract_id))
  const warnings = severalEmployersWarnings(law, { contracts, ...(birth ? { birth } : {}) })
    .filter(({ contractId }) => shown.has(contractId))
    .map(({ contractId, since, anomaly }) => ({
      id: ids.next(),
      contract: contractId,
      rule: anomaly.code,
      source: anomaly.source ?? null,
      facts: anomaly.details,
      since: isoDate(since),
    }))
  const said = sql`jsonb_to_recordset(${JSON.stringify(warnings)}::jsonb) as said (id uuid, contract uuid, rule text, source jsonb, facts jsonb, since date)`
  await sql`
    update anomaly set resolved_at = ${now.toString()}, resolution = 'hours-changed'
    where resolved_at is null and rule = any (${TOLD}::text[])
      and subject_id in (
        select contract.id from contract
        join contract_version as known on known.contract_id = contract.id and known.superseded_at is null
        where contract.person_id = ${personId} and (known.cancelled or coalesce(known.last_day, '2999-12-31') >= ${isoDate(today)}::date - ${LOOKED_BACK}::integer))
      and not exists (select from ${said} where said.rule = anomaly.rule and said.contract = anomaly.subject_id and said.facts = anomaly.facts)`.execute(
    tx,
  )
  if (warnings.length === 0) return
  await sql`
    insert into anomaly (id, rule, source, subject_table, subject_id, organisation_id, facts, solver, since, recorded_at)
    select said.id, said.rule, said.source, 'contract', contract.id, contract.organisation_id, said.facts, 'operator', said.since, ${now.toString()}
    from ${said} join contract on contract.id = said.contract
    on conflict (rule, subject_id) where resolved_at is null do nothing`.execute(tx)
}
