import { randomUUIDv7 } from 'node:crypto'
import type { CalendarDate } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { judgeTransition } from '@maillage/rules/applications'
import type { Tx } from '../../platform/database/database.ts'
import { othersWaiting, writeMove } from './store.ts'

/** After a hire, the other applications of the person that wait for an answer are closed. Run as a job: the one who hires cannot see them. */
export async function makeOthersObsolete(
  { tx, now }: { readonly tx: Tx; readonly now: Temporal.Instant },
  { personId, but, on }: { readonly personId: string; readonly but: string | null; readonly on: CalendarDate },
): Promise<void> {
  for (const application of await othersWaiting({ tx }, personId, but)) {
    const { state, lastMovedOn } = application
    const judged = judgeTransition(nationalLaw, { transition: 'make-obsolete', state, lastMovedOn, actor: 'clock', receiver: 'siae', on })
    if (!judged.ok) continue
    await writeMove({ tx, now, recordedBy: null, nextId: randomUUIDv7 }, application, {
      transition: 'make-obsolete',
      to: judged.value.to,
      actor: 'clock',
      on,
    })
  }
}
