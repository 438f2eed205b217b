import { type CalendarDate, day } from '@maillage/kernel'
import type { BarrierArea } from '@maillage/rules/accompaniment'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { ActionState, BarrierState, Doer, GoalState } from '../../accompaniment/index.ts'
import type { OWN_LEVELS } from '../own-words.fr.ts'

/** How far a skill was seen. */
type SkillLevel = keyof typeof OWN_LEVELS

export interface OwnAction {
  readonly id: string
  readonly words: string
  readonly doer: Doer
  readonly dueOn: CalendarDate | null
  readonly state: ActionState
}

export interface OwnGoal {
  readonly id: string
  readonly words: string
  readonly state: GoalState
  readonly closedOn: CalendarDate | null
  readonly actions: readonly OwnAction[]
}

/** What was written with the person: what they aim at, what is to be done, what helps, what holds back. */
export interface OwnPlan {
  readonly goals: readonly OwnGoal[]
  /** What is to be done for no goal in particular. */
  readonly actions: readonly OwnAction[]
  readonly strengths: readonly { readonly id: string; readonly words: string }[]
  /** What somebody saw the person do at work, and how far at best. */
  readonly skills: readonly { readonly id: string; readonly label: string; readonly level: SkillLevel }[]
  readonly barriers: readonly {
    readonly id: string
    readonly area: BarrierArea
    readonly state: BarrierState
    readonly consequence: string | null
  }[]
  /** Whether some of it touches health or justice: read apart, with everything that is kept. */
  readonly more: boolean
}

interface Row {
  readonly goals: readonly { id: string; words: string; state: GoalState; closed: string | null }[]
  readonly actions: readonly { id: string; goal: string | null; words: string; doer: Doer; due: string | null; state: ActionState }[]
  readonly strengths: OwnPlan['strengths']
  readonly skills: OwnPlan['skills']
  readonly barriers: OwnPlan['barriers']
  readonly more: boolean
}

const dayOrNull = (written: string | null) => (written === null ? null : day(written))

/**
 * The plan of the person whose space is open, as known now, every organisation together. What touches health or justice is not here: a telephone is
 * read over a shoulder. One statement.
 */
export async function ownPlan({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<OwnPlan> {
  const ordinary = sql`known.person_id = ${personId} and known.superseded_at is null and known.sensitivity in ('ordinary', 'social')`
  const sensitive = sql`person_id = ${personId} and superseded_at is null and sensitivity in ('health', 'justice')`
  const { rows } = await sql<Row>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', known.goal_id, 'words', known.words, 'state', known.state, 'closed', known.closed_on)
        order by known.state <> 'open', known.closed_on desc, known.goal_id), '[]')
        from goal_version as known where ${ordinary} and known.state <> 'dropped') as goals,
      (select coalesce(jsonb_agg(jsonb_build_object('id', known.action_id, 'goal', pathway_action.goal_id, 'words', known.words, 'doer', known.doer,
        'due', known.due_on, 'state', known.state) order by known.state <> 'planned', known.due_on nulls last, known.action_id), '[]')
        from pathway_action_version as known join pathway_action on pathway_action.id = known.action_id
        where ${ordinary} and known.state <> 'dropped') as actions,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'words', words) order by recorded_at), '[]')
        from strength where person_id = ${personId} and withdrawn_at is null and words is not null) as strengths,
      (select coalesce(jsonb_agg(jsonb_build_object('id', best.id, 'label', best.label, 'level', best.level) order by best.label), '[]')
        from (
          select distinct on (skill.id) skill.id, skill.label, seen.level
          from skill_sighting as seen join skill on skill.id = seen.skill_id
          where seen.person_id = ${personId} and seen.cancelled_at is null
          order by skill.id, array_position(array['shows', 'alone', 'helped', 'once'], seen.level)) as best) as skills,
      (select coalesce(jsonb_agg(jsonb_build_object('id', barrier.id, 'area', barrier.area, 'state', known.state, 'consequence', known.consequence)
        order by barrier.recorded_at, barrier.id), '[]')
        from barrier_version as known join barrier on barrier.id = known.barrier_id
        where ${ordinary} and known.state <> 'withdrawn') as barriers,
      exists (select from goal_version where ${sensitive}) or exists (select from pathway_action_version where ${sensitive})
        or exists (select from barrier_version where ${sensitive}) as more`.execute(tx)
  const [row] = rows
  const actions = (row?.actions ?? []).map(({ goal, due, ...each }) => ({ goal, action: { ...each, dueOn: dayOrNull(due) } }))
  const goals = (row?.goals ?? []).map(({ closed, ...goal }) => ({
    ...goal,
    closedOn: dayOrNull(closed),
    actions: actions.filter((each) => each.goal === goal.id).map(({ action }) => action),
  }))
  return {
    goals,
    actions: actions.filter(({ goal }) => !goals.some(({ id }) => id === goal)).map(({ action }) => action),
    strengths: row?.strengths ?? [],
    skills: row?.skills ?? [],
    barriers: row?.barriers ?? [],
    more: row?.more ?? false,
  }
}
