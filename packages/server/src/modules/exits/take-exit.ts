import { granted, type Outcome } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import { lock } from '../../platform/command/lock.ts'
import { notFound } from '../../platform/command/perform.ts'
import { refuse } from './messages.fr.ts'
import type { StayExit } from './model.ts'
import { mayRecordExit } from './policy.ts'
import { exitOfStay } from './queries/exit-of-stay.ts'
import { latestVersion, supersede } from './store.ts'

/** An exit in hand: as it stands, its last version closed, the next one to be written. */
export interface ExitInHand {
  readonly exit: StayExit
  readonly next: { readonly version: number; readonly reasonVersion: number }
}

/** Takes the exit of a stay in hand to change it: found, the actor allowed, the person locked, as it was when the form was read. */
export async function takeExit(ctx: Ctx, stayId: string, version: number): Promise<Outcome<ExitInHand>> {
  const known = await exitOfStay(ctx, stayId)
  if (!known) return notFound()
  if (!mayRecordExit(ctx.actor, known)) return refuse('exits/not-yours')
  await lock(ctx, 'person', known.personId)
  const exit = await exitOfStay(ctx, stayId)
  const latest = await latestVersion(ctx, stayId)
  if (!exit || !latest || latest.version !== version) return refuse('platform/stale')
  if (!(await supersede(ctx, exit.id, version))) return refuse('platform/stale')
  return granted({ exit, next: { version: version + 1, reasonVersion: latest.reasonVersion } })
}
