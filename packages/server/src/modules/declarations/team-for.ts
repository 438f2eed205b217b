import type { ReadCtx } from '../../platform/command/read.ts'
import { unitFor } from '../applications/index.ts'

/** The team in whose name a file comes in: of the structure if the actor is in one, else any of theirs; undefined when they are in none. */
export const teamFor = async (ctx: Pick<ReadCtx, 'tx' | 'actor'>, siaeId: string | null): Promise<string | undefined> =>
  (await unitFor(ctx, siaeId)) ?? ctx.actor?.hat?.units[0]
