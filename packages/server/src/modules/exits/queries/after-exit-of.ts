import { day } from '@maillage/kernel'
import type { FollowUpAnswer } from '@maillage/rules/exits'
import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { type AfterExit, type GivenLink, type StopRow, stopsOf } from '../model-follow-up.ts'

interface Row {
  readonly answers: readonly FollowUpAnswer[]
  readonly stops: readonly StopRow[]
  readonly links: readonly (Omit<GivenLink, 'lastDay'> & { readonly lastDay: string })[]
  readonly reachable: boolean
}

/** What follows an exit of the reader's organisation, for who follows the person there; undefined for anybody else. One statement. */
export async function afterExitOf({ tx }: Pick<ReadCtx, 'tx'>, exitId: string): Promise<AfterExit | undefined> {
  const { rows } = await sql<Row>`select * from exit_follow_up(${exitId})`.execute(tx)
  const [row] = rows
  return (
    row && {
      answers: row.answers,
      stops: stopsOf(row.stops),
      links: row.links.map((link) => ({ ...link, lastDay: day(link.lastDay) })),
      reachable: row.reachable,
    }
  )
}
