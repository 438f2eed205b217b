import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { displayName } from '../model.ts'

/** A request of the reader's teams, told without a word on who holds the file. */
export interface OwnRequest {
  readonly id: string
  readonly provisionalId: string | null
  /** Empty when the provisional file has joined the other one. */
  readonly displayName: string
  readonly way: 'paper' | 'holder'
  readonly state: 'waiting' | 'accepted' | 'refused' | 'expired'
  readonly refusal: 'not-agreed' | 'other-person' | null
  readonly requestedAt: Temporal.Instant
}

interface Row extends Omit<OwnRequest, 'provisionalId' | 'displayName' | 'requestedAt'> {
  provisional_id: string | null
  requested_at: string
  names: { birth?: string; usage?: string; given?: string } | null
}

/** What the reader's teams asked, of all or for one provisional file, the latest first; one statement. */
export async function ownRequests({ tx }: Pick<ReadCtx, 'tx'>, provisionalId?: string): Promise<readonly OwnRequest[]> {
  const { rows } = await sql<Row>`
    select asked.id, asked.provisional_id, asked.way, asked.refusal,
      case when asked.state = 'waiting' and asked.requested_at <= now() - interval '30 days' then 'expired' else asked.state end as state,
      to_char(asked.requested_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as requested_at,
      (select jsonb_object_agg(name.kind, name.value) from person_name as name
        where name.person_id = asked.provisional_id and name.superseded_at is null and name.kind <> 'former') as names
    from attachment_request as asked
    where ${provisionalId === undefined ? sql`true` : sql`asked.provisional_id = ${provisionalId}`}
    order by asked.requested_at desc, asked.id desc limit 50`.execute(tx)
  return rows.map(({ provisional_id, requested_at, names, ...row }) => ({
    ...row,
    provisionalId: provisional_id,
    displayName: displayName({ birthName: names?.birth ?? '', usageName: names?.usage ?? null, givenNames: names?.given ?? '' }),
    requestedAt: Temporal.Instant.from(requested_at),
  }))
}
