import { type CentiHours, centiHours, daysOf, isoDate, type Month, sumHours } from '@maillage/kernel'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { monthTeam } from '../../employment/index.ts'

/** Somebody enrolled in a month: what each of their missions gave, and what the month of the structure says. */
export interface MonthOfMissions {
  readonly stayId: string
  readonly personId: string
  readonly name: string
  readonly missions: readonly {
    readonly id: string
    readonly client: string
    readonly validated: CentiHours
    readonly waiting: CentiHours
  }[]
  /** By the statements validated. */
  readonly ofMissions: CentiHours
  /** Typed in the month, on every line; null: nothing is. */
  readonly ofMonth: CentiHours | null
}

interface Row {
  stay_id: string
  id: string
  client: string
  validated: number
  waiting: number
}

/** Everybody enrolled in a structure during a month, those without an hour included, by name. Two statements. */
export async function hoursByMission(ctx: ReadCtx, siaeId: string, month: Month): Promise<readonly MonthOfMissions[]> {
  const { first, last } = daysOf(month)
  const { rows } = await sql<Row>`
    select mission.stay_id, mission.id, client.name as client,
      coalesce(sum(each.hours) filter (where statement.validated_at is not null), 0)::integer as validated,
      coalesce(sum(each.hours) filter (where statement.validated_at is null), 0)::integer as waiting
    from assignment as mission
    join host_client as client on client.id = mission.client_id
    join time_statement as statement on statement.assignment_id = mission.id and statement.cancelled_at is null
    cross join lateral unnest(statement.day_hours) with ordinality as each (hours, nth)
    where mission.siae_id = ${siaeId} and mission.cancelled_at is null
      and statement.first_day + (each.nth - 1)::integer between ${isoDate(first)}::date and ${isoDate(last)}::date
    group by mission.id, client.name order by client.name, mission.id`.execute(ctx.tx)
  const team = await monthTeam(ctx, { siaeId, month })
  return team.map(({ stayId, personId, name, hours }) => {
    const missions = rows
      .filter((row) => row.stay_id === stayId)
      .map(({ id, client, validated, waiting }) => ({ id, client, validated: centiHours(validated), waiting: centiHours(waiting) }))
    const typed = hours.flatMap(({ paid, worked }) => paid ?? worked ?? [])
    return {
      stayId,
      personId,
      name,
      missions,
      ofMissions: sumHours(missions.map(({ validated }) => validated)),
      ofMonth: typed.length === 0 ? null : sumHours(typed),
    }
  })
}
