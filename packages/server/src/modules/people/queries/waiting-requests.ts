import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { displayName } from '../model.ts'

/** Another organisation asks to share the file of somebody whom the reader follows. */
export interface WaitingRequest {
  readonly id: string
  readonly personId: string
  readonly displayName: string
  readonly organisationName: string
  readonly unitName: string
  readonly requestedAt: Temporal.Instant
}

interface Row {
  request_id: string
  person_id: string
  organisation_name: string
  unit_name: string
  requested_at: string
  names: { birth?: string; usage?: string; given?: string } | null
}

/** The requests that wait for the reader as holder, or the one on paper that bears this code; one statement. */
export async function waitingRequests({ tx }: Pick<ReadCtx, 'tx'>, codeHash: string | null = null): Promise<readonly WaitingRequest[]> {
  const { rows } = await sql<Row>`
    select waiting.request_id, waiting.person_id, waiting.organisation_name, waiting.unit_name,
      to_char(waiting.requested_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as requested_at,
      (select jsonb_object_agg(name.kind, name.value) from person_name as name
        where name.person_id = waiting.person_id and name.superseded_at is null and name.kind <> 'former') as names
    from waiting_attachments(${codeHash}) as waiting`.execute(tx)
  return rows.map((row) => ({
    id: row.request_id,
    personId: row.person_id,
    displayName: displayName({
      birthName: row.names?.birth ?? '',
      usageName: row.names?.usage ?? null,
      givenNames: row.names?.given ?? '',
    }),
    organisationName: row.organisation_name,
    unitName: row.unit_name,
    requestedAt: Temporal.Instant.from(row.requested_at),
  }))
}
