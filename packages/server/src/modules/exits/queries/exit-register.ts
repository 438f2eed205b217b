import { type CalendarDate, isoDate } from '@maillage/kernel'
import { classifyExit, type ExitFinding } from '@maillage/rules/exits'
import { type Selectable, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type NamedRow, nameOf, namesOf } from '../../people/index.ts'
import type { StayExit } from '../model.ts'
import { stayExitOf } from '../store.ts'
import type { ExitTables } from '../tables.ts'

export interface ExitLine extends StayExit {
  readonly personName: string | null
  readonly familyKey: string
  /** What a search looks into. */
  readonly searchKey: string
  readonly siaeName: string
  readonly finding: ExitFinding
}

/**
 * The exits of the carrier between two days, as the rules find them, the latest first: those of the people whom the reader's teams employ. Class and
 * counting are the law's, so that a list filters by them after reading: some hundreds of lines a year. One statement.
 */
export async function exitRegister(
  { tx, law, actor }: Pick<ReadCtx, 'tx' | 'law' | 'actor'>,
  { first, last, siaeId }: { readonly first: CalendarDate; readonly last: CalendarDate; readonly siaeId: string },
): Promise<readonly ExitLine[]> {
  const { rows } = await sql<Selectable<ExitTables['stay_exit']> & NamedRow & { siae_name: string }>`
    select stay_exit.*, named.*, siae.name as siae_name
    from stay_exit
    join siae on siae.id = stay_exit.siae_id
    left join lateral (${namesOf(sql`stay_exit.person_id`)}) as named on true
    where stay_exit.organisation_id = ${actor?.hat?.organisationId ?? null}
      and stay_exit.exit_on between ${isoDate(first)} and ${isoDate(last)}
      and ${siaeId === '' ? sql`true` : sql`stay_exit.siae_id = ${siaeId}`}
    order by stay_exit.exit_on desc, stay_exit.id`.execute(tx)
  return rows.map((row) => {
    const exit = stayExitOf({ law }, row)
    return {
      ...exit,
      personName: nameOf(row),
      familyKey: row.family_key ?? '',
      searchKey: ` ${row.search_key ?? ''}`,
      siaeName: row.siae_name,
      finding: classifyExit(law, exit).value,
    }
  })
}
