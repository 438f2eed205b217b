import { day, type Sensitivity } from '@maillage/kernel'
import { BARRIER_AREAS, type BarrierArea } from '@maillage/rules/accompaniment'
import { type RawBuilder, sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Barrier, BarrierEvidence, BarrierState, BarrierWeight } from '../model-barriers.ts'
import { storedWords } from '../sealed-words.ts'
import { barrierPurpose } from '../store-barriers.ts'

interface Row {
  readonly id: string
  readonly person_id: string
  readonly organisation_id: string
  readonly area: BarrierArea
  readonly sensitivity: Sensitivity
  readonly version: number
  readonly state: BarrierState
  readonly weight: BarrierWeight
  readonly evidence: BarrierEvidence | null
  readonly since: string | null
  readonly consequence: string | null
  readonly tried: string | null
  readonly at: string
  readonly author: string | null
}

type Reading = Pick<ReadCtx, 'tx' | 'keys'>

function barrierOf({ keys }: Reading, row: Row): Barrier {
  const purpose = barrierPurpose(row.id, row.version)
  return {
    id: row.id,
    personId: row.person_id,
    organisationId: row.organisation_id,
    area: row.area,
    sensitivity: row.sensitivity,
    version: row.version,
    state: row.state,
    weight: row.weight,
    evidence: row.evidence,
    since: row.since === null ? null : day(row.since),
    consequence: storedWords(keys, row.sensitivity, purpose, row.consequence),
    tried: storedWords(keys, row.sensitivity, purpose, row.tried),
    recordedAt: Temporal.Instant.from(row.at),
    author: row.author,
  }
}

async function found(ctx: Reading, which: RawBuilder<unknown>): Promise<readonly Barrier[]> {
  const { rows } = await sql<Row>`
    select barrier.id, barrier.person_id, barrier.organisation_id, barrier.area, barrier.sensitivity, known.version, known.state, known.weight,
      known.evidence, known.since::text as since, known.consequence, known.tried,
      to_char(known.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      (select membership.display_name from membership
        where membership.account_id = known.recorded_by and membership.organisation_id = known.organisation_id
        order by membership.first_day desc limit 1) as author
    from barrier join barrier_version as known on known.barrier_id = barrier.id
    where ${which} order by known.version desc`.execute(ctx.tx)
  return rows.map((row) => barrierOf(ctx, row))
}

/** What is standing at an instant among versions: recorded by then, and not yet replaced. */
export const knownAt = (at: Temporal.Instant | null): RawBuilder<unknown> =>
  at === null
    ? sql`known.superseded_at is null`
    : sql`known.recorded_at <= ${at.toString()} and (known.superseded_at is null or known.superseded_at > ${at.toString()})`

/**
 * What holds a person back, in the order of the list, as row security shows it; those withdrawn are left out. One statement.
 * @param at what was known then; null: what is known now
 */
export async function barriersOf(ctx: Reading, personId: string, at: Temporal.Instant | null = null): Promise<readonly Barrier[]> {
  const barriers = await found(ctx, sql`barrier.person_id = ${personId} and known.state <> 'withdrawn' and ${knownAt(at)}`)
  return barriers.toSorted((a, b) => BARRIER_AREAS.indexOf(a.area) - BARRIER_AREAS.indexOf(b.area))
}

/** Every version of one barrier, the latest first; empty when it is not for the reader. The first one is what is known now. */
export const barrierHistory = (ctx: Reading, barrierId: string): Promise<readonly Barrier[]> => found(ctx, sql`barrier.id = ${barrierId}`)
