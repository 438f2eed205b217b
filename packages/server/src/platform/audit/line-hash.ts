import { sql } from 'kysely'

/**
 * What a line of the audit was, as one hash: every column but the number of its transaction, which belongs to one cluster and does not survive a
 * restore. Written here and not as a function of the database: whoever could change the lines could change it too.
 */
export const LINE_HASH = sql.raw<Uint8Array>(
  `sha256(convert_to(jsonb_build_array(
    audit.id, to_char(audit.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), audit.account_id, audit.acting_for, audit.role,
    audit.screen, audit.command, audit.outcome, audit.refusals, audit.subjects, audit.fields, audit.request_id)::text, 'UTF8'))`,
)

/** The hash of a seal: the hash before it, its number, its lines in the order of their ids. `sealed` names the lines, `previous` the hash before. */
export const SEAL_HASH = sql.raw<Uint8Array>(
  `sha256(previous || int8send(number) || string_agg(uuid_send(sealed.audit_id) || sealed.hash, ''::bytea order by sealed.audit_id))`,
)

/** How much earlier than the last sealed line a line may say it was written: clocks differ, and a long transaction says the hour it began. */
export const LATEST_ARRIVAL = '1 hour'
