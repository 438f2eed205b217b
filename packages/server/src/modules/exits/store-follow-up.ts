import { type CalendarDate, isoDate } from '@maillage/kernel'
import type { AnswerSource, Situation } from '@maillage/rules/exits'
import type { Ctx } from '../../platform/command/context.ts'
import type { StayExit } from './model.ts'
import type { LinkWay } from './model-follow-up.ts'
import { exitTablesOf } from './tables.ts'

const idsOf = (exit: StayExit) => ({ exit_id: exit.id, person_id: exit.personId, organisation_id: exit.organisationId })
const recorded = (ctx: Ctx) => ({ recorded_at: ctx.now.toString(), recorded_by: ctx.actor.accountId })

/** Closes the links given for one question, or for all of them: another way answers it, or nothing is asked any more. */
export async function closeLinks({ tx, now }: Pick<Ctx, 'tx' | 'now'>, exitId: string, horizon?: number): Promise<void> {
  const open = exitTablesOf(tx).updateTable('after_exit_link').set({ closed_at: now.toString() })
  const ofExit = open.where('exit_id', '=', exitId).where('closed_at', 'is', null).where('used_at', 'is', null)
  await (horizon === undefined ? ofExit : ofExit.where('horizon', '=', horizon)).execute()
}

/** The answer that stands from now on; the one before stays readable, and `after_exit_answer_one_current` stands behind. */
export async function replaceAnswer(
  ctx: Ctx,
  answer: {
    readonly exit: StayExit
    readonly horizon: number
    readonly situation: Situation
    readonly sameEmployer: boolean | null
    readonly businessAlive: boolean | null
    readonly source: AnswerSource
    readonly answeredOn: CalendarDate
  },
): Promise<void> {
  const { exit, horizon } = answer
  await exitTablesOf(ctx.tx)
    .updateTable('after_exit_answer')
    .set({ superseded_at: ctx.now.toString() })
    .where('exit_id', '=', exit.id)
    .where('horizon', '=', horizon)
    .where('superseded_at', 'is', null)
    .execute()
  await exitTablesOf(ctx.tx)
    .insertInto('after_exit_answer')
    .values({
      id: ctx.ids.next(),
      ...idsOf(exit),
      horizon,
      situation: answer.situation,
      same_employer: answer.sameEmployer,
      business_alive: answer.businessAlive,
      source: answer.source,
      answered_on: isoDate(answer.answeredOn),
      superseded_at: null,
      ...recorded(ctx),
    })
    .execute()
  await closeLinks(ctx, exit.id, horizon)
}

/** A way to answer; those given before for the same question are closed. */
export async function replaceLink(
  ctx: Ctx,
  link: {
    readonly exit: StayExit
    readonly horizon: number
    readonly way: LinkWay
    readonly tokenHash: string
    readonly codeHash: string
    readonly lastDay: string
  },
): Promise<void> {
  await closeLinks(ctx, link.exit.id, link.horizon)
  await exitTablesOf(ctx.tx)
    .insertInto('after_exit_link')
    .values({
      id: ctx.ids.next(),
      ...idsOf(link.exit),
      horizon: link.horizon,
      way: link.way,
      token_hash: link.tokenHash,
      code_hash: link.codeHash,
      last_day: link.lastDay,
      ...recorded(ctx),
    })
    .execute()
}

/** Nothing is asked any more by this organisation. */
export async function insertOpposition(ctx: Ctx, exit: StayExit): Promise<void> {
  await exitTablesOf(ctx.tx)
    .insertInto('after_exit_opposition')
    .values({
      id: ctx.ids.next(),
      person_id: exit.personId,
      organisation_id: exit.organisationId,
      opposed_on: isoDate(ctx.today),
      ...recorded(ctx),
    })
    .execute()
  await closeLinks(ctx, exit.id)
}
