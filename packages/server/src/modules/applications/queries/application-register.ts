import { type CalendarDate, day, isoDate, normalised } from '@maillage/kernel'
import type { ApplicationRefusalReason, ApplicationState } from '@maillage/rules/applications'
import type { Sort } from '@maillage/ui'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { displayName } from '../../people/index.ts'
import type { SenderKind } from '../model.ts'

/** What is asked of a list of applications; an empty text asks nothing. `state` is also `late`, what waits (`open`) or what was put away. */
export interface ApplicationFilters {
  readonly side: 'sender' | 'receiver'
  readonly state: ApplicationState | 'open' | 'late' | 'archived' | ''
  readonly words: string
  readonly siaeId: string
}

export interface ApplicationLine {
  readonly id: string
  readonly personId: string
  /** Null once the right to read the person has ended. */
  readonly personName: string | null
  readonly siaeName: string
  readonly state: ApplicationState
  readonly wantedPost: string | null
  readonly senderKind: SenderKind
  /** Null when the name of the service would tell something of the person. */
  readonly senderName: string | null
  readonly sentOn: CalendarDate
  readonly promisedOn: CalendarDate
  readonly lastMovedOn: CalendarDate
  readonly late: boolean
  readonly reason: ApplicationRefusalReason | null
}

export const APPLICATION_ORDERS = ['attente', 'personne', 'structure', 'recue', 'promise', 'etat'] as const

const LATE = (on: string) => sql`(application.state in ('new', 'processing') and application.promised_on < ${on})`

/** Late ones first, then those that wait, the oldest promise first, then what has been answered. */
const WAITING = (on: string) => sql`${LATE(on)} desc, application.state in ('new', 'processing') desc,
  case when application.state in ('new', 'processing') then application.promised_on end, application.last_moved_on desc`

const ORDER = {
  personne: sql`person.family_key`,
  structure: sql`siae.name_key`,
  recue: sql`application.sent_on`,
  promise: sql`application.promised_on`,
  etat: sql`application.state`,
} as const

const stateIs = ({ state }: ApplicationFilters, on: string) => {
  if (state === 'archived') return sql`application.archived_on is not null`
  const kept = sql`application.archived_on is null`
  if (state === '') return kept
  if (state === 'late') return sql`${kept} and ${LATE(on)}`
  if (state === 'open') return sql`${kept} and application.state in ('new', 'processing', 'postponed')`
  return sql`${kept} and application.state = ${state}`
}

const named = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`strpos(' ' || coalesce(person.search_key, '') || ' ' || siae.name_key, ${` ${word}`}) > 0`),
    sql` and `,
  )

interface Row extends Omit<ApplicationLine, 'personName' | 'sentOn' | 'promisedOn' | 'lastMovedOn'> {
  readonly birth_name: string | null
  readonly usage_name: string | null
  readonly given_names: string | null
  readonly sentOn: string
  readonly promisedOn: string
  readonly lastMovedOn: string
  readonly total: string
}

/**
 * The applications that my teams sent or received, in order, and how many there are in all; one statement.
 * @param page rows to pass over and rows to give; null gives them all, for an export
 */
export async function applicationRegister(
  { tx, actor, today }: Pick<ReadCtx, 'tx' | 'actor' | 'today'>,
  filters: ApplicationFilters,
  sort: Sort,
  page: { readonly offset: number; readonly limit: number } | null,
): Promise<{ readonly rows: readonly ApplicationLine[]; readonly total: number }> {
  const units = actor?.hat?.units ?? []
  const on = isoDate(today)
  const words = normalised(filters.words).split(' ').filter(Boolean).slice(0, 6)
  const chosen = ORDER[sort.key as keyof typeof ORDER]
  const order = chosen ? sql`${chosen} ${sort.direction === 'descending' ? sql`desc` : sql`asc`}` : WAITING(on)
  const { rows } = await sql<Row>`
    select application.id, application.person_id as "personId", person.birth_name, person.usage_name, person.given_names, siae.name as "siaeName", application.state,
      application.wanted_post as "wantedPost", application.sender_kind as "senderKind", sender.display_name as "senderName",
      application.sent_on as "sentOn", application.promised_on as "promisedOn", application.last_moved_on as "lastMovedOn",
      ${LATE(on)} as late, application.refusal_reason as reason, count(*) over () as total
    from application
    join siae on siae.id = application.receiver_siae_id
    left join application_sender as sender on sender.application_id = application.id
    left join lateral (
      select max(value) filter (where kind = 'birth') as birth_name, max(value) filter (where kind = 'usage') as usage_name,
        max(value) filter (where kind = 'given') as given_names,
        coalesce(max(value_key) filter (where kind = 'usage'), max(value_key) filter (where kind = 'birth')) as family_key, string_agg(value_key, ' ') as search_key
      from person_name where person_name.person_id = application.person_id and superseded_at is null and kind <> 'former') as person on true
    where application.id = any (array(
        select party.application_id from application_party as party
        where party.side = ${filters.side} and party.unit_id = any (${[...units]}::uuid[])))
      and ${stateIs(filters, on)}
      and ${filters.siaeId ? sql`application.receiver_siae_id = ${filters.siaeId}` : sql`true`}
      and ${words.length > 0 ? named(words) : sql`true`}
    order by ${order}, application.sent_on, application.id
    ${page ? sql`limit ${page.limit} offset ${page.offset}` : sql``}`.execute(tx)
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map(({ total: _total, birth_name: birthName, usage_name: usageName, given_names: givenNames, ...row }) => ({
      ...row,
      personName: birthName === null ? null : displayName({ birthName, usageName, givenNames: givenNames ?? '' }),
      sentOn: day(row.sentOn),
      promisedOn: day(row.promisedOn),
      lastMovedOn: day(row.lastMovedOn),
    })),
  }
}
