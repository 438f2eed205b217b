import type { ReadCtx } from '../../../platform/command/read.ts'
import { type PassSummary, passSummary } from '../../pass-iae/index.ts'

// The person is told every reason, as a referent is.
const EVERYTHING: ReadonlySet<string> = new Set(['shared', 'referent'])

/** The latest right of the person whose space is open; one statement. */
export const ownPass = (ctx: Pick<ReadCtx, 'tx' | 'law' | 'actor' | 'today'>): Promise<PassSummary | undefined> =>
  passSummary(ctx, ctx.actor?.subject?.personId ?? '', EVERYTHING)
