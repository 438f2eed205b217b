import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Act, ActKind, Mission } from '../model.ts'

/** What FOUND gives of an act. */
export interface ActRow {
  readonly id: string
  readonly person_id: string
  readonly organisation_id: string
  readonly workshop_id: string | null
  readonly partner_id: string | null
  readonly partner: string | null
  readonly kind: ActKind
  readonly mission: Mission
  readonly happened_on: string
  readonly minutes: number | null
  readonly purpose: string | null
  readonly next_step: string | null
  readonly next_on: string | null
  readonly next_at: string | null
  readonly waiting: { readonly on: string | null; readonly at: string | null } | null
  readonly action_id: string | null
  readonly recorded_by: string
  readonly author: string | null
}

/** An act as its row tells it, read alone or out of the JSON of a larger statement. */
export const actOf = (row: ActRow): Act => ({
  id: row.id,
  personId: row.person_id,
  organisationId: row.organisation_id,
  workshopId: row.workshop_id,
  partnerId: row.partner_id,
  partner: row.partner,
  kind: row.kind,
  mission: row.mission,
  happenedOn: day(row.happened_on),
  minutes: row.minutes,
  purpose: row.purpose,
  nextStep: row.next_step,
  nextOn: row.next_on === null ? null : day(row.next_on),
  nextAt: row.next_at,
  waiting: row.waiting && { on: row.waiting.on === null ? null : day(row.waiting.on), at: row.waiting.at },
  actionId: row.action_id,
  recordedBy: row.recorded_by,
  author: row.author,
})

/** The acts that stand, before any condition; read under the rights of who asks. */
export const FOUND = sql`
  select act.id, act.person_id, act.organisation_id, act.workshop_id, act.partner_id, act.kind, act.mission, act.happened_on::text as happened_on,
    act.minutes, act.purpose, act.next_step, act.next_on::text as next_on, to_char(act.next_at, 'HH24:MI') as next_at, act.action_id, act.recorded_by,
    (select jsonb_build_object('on', due_on, 'at', to_char(due_at, 'HH24:MI')) from next_step_waiting as waiting where waiting.act_id = act.id) as waiting,
    (select known.name from partner_version as known where known.partner_id = act.partner_id and known.superseded_at is null) as partner,
    (select membership.display_name from membership
      where membership.account_id = act.recorded_by and membership.organisation_id = act.organisation_id order by membership.first_day desc limit 1) as author
  from accompaniment_act as act
  where act.cancelled_at is null`

/** What was done with a person, the latest first: what row security shows of it. One statement. */
export async function actsOf({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<readonly Act[]> {
  const { rows } = await sql<ActRow>`${FOUND} and act.person_id = ${personId}
    order by act.happened_on desc, act.recorded_at desc`.execute(tx)
  return rows.map(actOf)
}

/** One act; undefined when it is not for the reader, or was taken back. */
export async function findAct({ tx }: Pick<ReadCtx, 'tx'>, id: string): Promise<Act | undefined> {
  const { rows } = await sql<ActRow>`${FOUND} and act.id = ${id}`.execute(tx)
  return rows[0] && actOf(rows[0])
}
