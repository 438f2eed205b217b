import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Meeting } from '../model-meetings.ts'
import { meetingsIn } from '../tables-meetings.ts'

/** What was said in each tripartite meeting about a person, by its act: read by whoever reads the act, as row security decides. One statement. */
export async function meetingsOf({ tx }: Pick<ReadCtx, 'tx'>, personId: string): Promise<ReadonlyMap<string, Meeting>> {
  const rows = await meetingsIn(tx)
    .selectFrom('tripartite_meeting')
    .select(['act_id', 'participants', 'agreed'])
    .where('person_id', '=', personId)
    .execute()
  return new Map(rows.map(({ act_id, participants, agreed }) => [act_id, { participants, agreed }]))
}
