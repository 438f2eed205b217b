import { daysOf, isoDate, type Month } from '@maillage/kernel'
import type { BarrierArea } from '@maillage/rules/accompaniment'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { ActKind } from '../model.ts'

/** What was done with a person in a month, as the reader may know it. */
export interface AccompaniedMonth {
  /** Areas that held them back, those lifted in the month included */
  readonly barriers: readonly BarrierArea[]
  /** Acts of the month, by kind; the themes of the workshops apart */
  readonly acts: readonly { readonly kind: ActKind; readonly count: number }[]
  readonly themes: readonly string[]
  /** Steps planned, or closed in the month; of health and justice, none */
  readonly steps: readonly { readonly words: string; readonly byPartner: boolean }[]
  /** Organisations met in the month about the person */
  readonly partners: readonly string[]
}

interface Row extends AccompaniedMonth {
  readonly personId: string
}

/** What was done in a month with several people, as row security shows it. One statement. */
export async function accompaniedInMonth(
  { tx }: Pick<ReadCtx, 'tx'>,
  { people, month }: { readonly people: readonly string[]; readonly month: Month },
): Promise<ReadonlyMap<string, AccompaniedMonth>> {
  const { first, last } = { first: isoDate(daysOf(month).first), last: isoDate(daysOf(month).last) }
  const ofMonth = sql`act.person_id = asked.id and act.cancelled_at is null and act.happened_on between ${first} and ${last}`
  const { rows } = await sql<Row>`
    select asked.id as "personId",
      (select coalesce(jsonb_agg(barrier.area order by barrier.recorded_at), '[]')
        from barrier join barrier_version as known on known.barrier_id = barrier.id
        where barrier.person_id = asked.id and known.superseded_at is null and barrier.recorded_at < ${last}::date + 1
          and (known.state in ('identified', 'in-progress') or known.state = 'lifted' and known.recorded_at >= ${first}::date)) as barriers,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'count', many) order by kind), '[]')
        from (select act.kind, count(*) as many from accompaniment_act as act where ${ofMonth} group by act.kind) as counted) as acts,
      (select coalesce(jsonb_agg(distinct workshop.theme), '[]')
        from accompaniment_act as act join workshop on workshop.id = act.workshop_id where ${ofMonth}) as themes,
      (select coalesce(jsonb_agg(jsonb_build_object('words', known.words, 'byPartner', known.doer = 'partner') order by known.due_on nulls last), '[]')
        from pathway_action_version as known
        where known.person_id = asked.id and known.superseded_at is null and known.sensitivity in ('ordinary', 'social')
          and (known.state = 'planned' and known.recorded_at < ${last}::date + 1 or known.closed_on between ${first} and ${last})) as steps,
      (select coalesce(jsonb_agg(distinct met.participant ->> 'organisation'), '[]')
        from accompaniment_act as act join tripartite_meeting as meeting on meeting.act_id = act.id,
          jsonb_array_elements(meeting.participants) as met (participant)
        where ${ofMonth} and met.participant ->> 'organisation' <> '') as partners
    from unnest(${[...people]}::uuid[]) as asked (id)`.execute(tx)
  return new Map(rows.map(({ personId, ...told }) => [personId, told]))
}
