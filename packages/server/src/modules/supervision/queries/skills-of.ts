import { day } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Sighting, Skill, SkillKind, SkillSeen } from '../model-skills.ts'
import { ofOwnTeam } from './own-team.ts'

interface Row {
  readonly id: string
  readonly trade: string
  readonly kind: SkillKind
  readonly label: string
  readonly retired_on: string | null
  readonly siae_id: string
  readonly siae_name: string
  readonly sightings: readonly (Omit<Sighting, 'seenOn'> & { readonly seenOn: string })[]
}

const KIND_ORDER = sql`array_position('{task,knowledge,aptitude,behaviour}'::text[], skill.kind)`

const skillOf = (row: Pick<Row, 'id' | 'trade' | 'kind' | 'label' | 'retired_on'>): Skill => ({
  id: row.id,
  trade: row.trade,
  kind: row.kind,
  label: row.label,
  retiredOn: row.retired_on === null ? null : day(row.retired_on),
})

/** The list of skills of a structure, by trade, those in use first; row security keeps it to its own organisation. One statement. */
export async function skillsOfSiae({ tx }: Pick<ReadCtx, 'tx'>, siaeId: string): Promise<readonly Skill[]> {
  const { rows } = await sql<Row>`
    select skill.id, skill.trade, skill.kind, skill.label, skill.retired_on::text as retired_on from skill
    where skill.siae_id = ${siaeId} order by skill.trade, skill.retired_on is not null, ${KIND_ORDER}, skill.label_key`.execute(tx)
  return rows.map(skillOf)
}

/** The skills of the structures that employ or employed somebody, with what was seen of them there. One statement. */
export async function skillsOf({ tx, actor }: Pick<ReadCtx, 'tx' | 'actor'>, personId: string): Promise<readonly SkillSeen[]> {
  const { rows } = await sql<Row>`
    select skill.id, skill.trade, skill.kind, skill.label, skill.retired_on::text as retired_on, skill.siae_id, siae.name as siae_name, coalesce((
      select jsonb_agg(jsonb_build_object('level', seen.level, 'seenOn', seen.seen_on, 'mine', seen.recorded_by = ${actor?.accountId ?? null}::uuid, 'by', (
        select membership.display_name from membership
        where membership.account_id = seen.recorded_by and membership.organisation_id = seen.organisation_id order by membership.first_day desc limit 1))
        order by seen.seen_on desc, seen.recorded_at desc)
      from skill_sighting as seen where seen.skill_id = skill.id and seen.person_id = ${personId} and seen.cancelled_at is null), '[]') as sightings
    from skill join siae on siae.id = skill.siae_id
    where skill.siae_id in (
      select stay.siae_id from siae_stay as stay
      where stay.person_id = ${personId} and stay.organisation_id = ${actor?.hat?.organisationId ?? null} and stay.cancelled_at is null and ${ofOwnTeam(actor)})
    order by siae.name_key, skill.trade, ${KIND_ORDER}, skill.label_key`.execute(tx)
  return rows.map((row) => ({
    ...skillOf(row),
    siaeId: row.siae_id,
    siaeName: row.siae_name,
    sightings: row.sightings.map((each) => ({ ...each, seenOn: day(each.seenOn) })),
  }))
}
