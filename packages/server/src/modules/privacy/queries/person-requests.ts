import { type CalendarDate, day } from '@maillage/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { displayName } from '../../people/index.ts'
import type { RequestKind, RequestState } from '../model.ts'

/** What a person asked of an organisation about what it keeps of them, and what it answered. */
export interface PersonRequest {
  readonly id: string
  readonly personId: string
  readonly displayName: string
  readonly organisationId: string
  readonly organisationName: string
  readonly kind: RequestKind
  readonly said: string | null
  readonly receivedOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly state: RequestState
  readonly answer: string | null
  readonly answeredOn: CalendarDate | null
}

interface Row {
  id: string
  person_id: string
  organisation_id: string
  organisation_name: string
  kind: RequestKind
  said: string | null
  received_on: string
  due_on: string
  state: RequestState
  answer: string | null
  answered_on: string | null
  names: { birth?: string; usage?: string; given?: string } | null
}

async function read({ tx }: Pick<ReadCtx, 'tx'>, where: RawBuilder<unknown>): Promise<readonly PersonRequest[]> {
  const { rows } = await sql<Row>`
    select asked.id, asked.person_id, asked.organisation_id, organisation.name as organisation_name, asked.kind, asked.said, asked.received_on, asked.due_on, asked.state,
      asked.answer, asked.answered_on,
      (select jsonb_object_agg(name.kind, name.value) from person_name as name
        where name.person_id = asked.person_id and name.superseded_at is null and name.kind <> 'former') as names
    from access_request as asked join organisation on organisation.id = asked.organisation_id
    where ${where}
    order by asked.state = 'waiting' desc, asked.due_on, asked.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    displayName: displayName({
      birthName: row.names?.birth ?? '',
      usageName: row.names?.usage ?? null,
      givenNames: row.names?.given ?? '',
    }),
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    kind: row.kind,
    said: row.said,
    receivedOn: day(row.received_on),
    dueOn: day(row.due_on),
    state: row.state,
    answer: row.answer,
    answeredOn: row.answered_on === null ? null : day(row.answered_on),
  }))
}

/** Those that the reader may see: of their organisation, or in a space one's own; those that wait first. One statement. */
export const personRequests = (ctx: Pick<ReadCtx, 'tx'>): Promise<readonly PersonRequest[]> => read(ctx, sql`true`)

/** One of them; undefined when there is none, or when it is not for this reader. */
export const personRequest = async (ctx: Pick<ReadCtx, 'tx'>, id: string): Promise<PersonRequest | undefined> =>
  (await read(ctx, sql`asked.id = ${id}`))[0]
