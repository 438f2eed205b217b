import { isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** What waits for the teams and the organisation of the hat, counted. */
export interface WhatWaits {
  /** Applications received that nobody answered yet, and of these the ones past their promise. */
  readonly applications: number
  readonly lateApplications: number
  /** Requests to share a file that my teams hold. */
  readonly attachments: number
  /** Requests to prolong that my teams decide on. */
  readonly prolongations: number
  readonly anomalies: number
  /** Requests of clients that nobody fills, and of these the ones whose first day has come. */
  readonly staffing: number
  readonly lateStaffing: number
  /** Merges of files, which only an administrator of the platform decides. */
  readonly merges: number
  /** Structures of other carriers that mine are asked to take over, and the proposal that waits longest. */
  readonly successions: number
  readonly firstSuccession: string | null
}

/** Counts what waits; row security counts nothing that this actor may not read. One statement. */
export async function whatWaits({ tx, actor, today }: Pick<ReadCtx, 'tx' | 'actor' | 'today'>): Promise<WhatWaits> {
  const units = [...(actor?.hat?.units ?? [])]
  const { rows } = await sql<Record<keyof WhatWaits, string | null>>`
    select received.total as applications, received.late as "lateApplications",
      (select count(*) from waiting_attachments(null)) as attachments,
      (select count(*) from prolongation_request where state = 'waiting' and deciding_unit_id = any (${units}::uuid[])) as prolongations,
      (select count(*) from anomaly
        where resolved_at is null and organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)) as anomalies,
      (select count(*) from staffing_request where state = 'open') as staffing,
      (select count(*) from staffing_request where state = 'open' and first_day <= ${isoDate(today)}) as "lateStaffing",
      (select count(*) from merges_to_decide() where confirmed_at is null) as merges,
      proposed.total as successions, proposed.first as "firstSuccession"
    from (
      select count(*) as total, count(*) filter (where promised_on < ${isoDate(today)}) as late from application
      where state in ('new', 'processing') and archived_on is null and id = any (array(
        select party.application_id from application_party as party
        where party.side = 'receiver' and party.unit_id = any (${units}::uuid[])))) as received,
      (select count(*) as total, (array_agg(id order by recorded_at))[1] as first from siae_succession
        where state = 'waiting' and successor_organisation_id = (select nullif(current_setting('maillage.organisation', true), '')::uuid)) as proposed`.execute(
    tx,
  )
  const [row] = rows
  const count = (of: keyof WhatWaits) => Number(row?.[of] ?? 0)
  return {
    applications: count('applications'),
    lateApplications: count('lateApplications'),
    attachments: count('attachments'),
    prolongations: count('prolongations'),
    anomalies: count('anomalies'),
    staffing: count('staffing'),
    lateStaffing: count('lateStaffing'),
    merges: count('merges'),
    successions: count('successions'),
    firstSuccession: row?.firstSuccession ?? null,
  }
}
