import type { CalendarDate, Explained, Law } from '@maillage/kernel'
import { type AssignmentStep, type CompanyHoursAhead, companyHoursAhead } from '@maillage/rules/assignments'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import { type CompanyFactsRow, companyFactsIn, companyFactsOf, WAIVERS, waiversIn } from './company-facts.ts'

type Counter = Explained<CompanyHoursAhead, AssignmentStep>

/** Where somebody stands with companies. */
export interface CompanyCounter {
  readonly personId: string
  readonly name: string | null
  readonly counter: Counter
}

interface Row extends NamedRow, CompanyFactsRow {
  readonly person_id: string
  readonly waivers: readonly { readonly first: string; readonly last: string }[]
}

const counterOf = (law: Law, row: Row, on: CalendarDate): Counter | undefined =>
  companyHoursAhead(law, { ...companyFactsIn(row), waivers: waiversIn(row.waivers), on })

/**
 * Where the people placed with companies stand, who has the fewest hours left first; those who never met a company have no counter. One statement.
 * @param personId only this one
 */
export async function companyCounters(
  { tx, law, today }: Pick<ReadCtx, 'tx' | 'law' | 'today'>,
  { personId }: { readonly personId?: string } = {},
): Promise<readonly CompanyCounter[]> {
  const { rows } = await sql<Row>`
    select met.person_id, named.*, ${companyFactsOf(sql`met.person_id`)}, ${WAIVERS} as waivers
    from (
      select distinct mission.person_id from assignment as mission
      join host_client as client on client.id = mission.client_id and client.category = 'company'
      where mission.organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid) and mission.cancelled_at is null
        and ${personId === undefined ? sql`true` : sql`mission.person_id = ${personId}`}) as met
    left join lateral (${namesOf(sql`met.person_id`)}) as named on true`.execute(tx)
  return rows
    .flatMap((row) => {
      const counter = counterOf(law, row, today)
      return counter ? [{ personId: row.person_id, name: nameOf(row), counter, key: `${row.family_key} ${row.given_key}` }] : []
    })
    .toSorted((a, b) => a.counter.value.left - b.counter.value.left || a.key.localeCompare(b.key))
}
