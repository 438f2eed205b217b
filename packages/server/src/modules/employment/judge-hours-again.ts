import { randomUUIDv7 } from 'node:crypto'
import { nationalLaw } from '@maillage/rules'
import type { EventHandler } from '../../platform/events/event-handler.ts'
import { judgeHours } from './judge-hours.ts'

/** What moves the right of a person, and so what the law says of their hours. */
const MOVES = ['issued', 'cancelled', 'start-moved', 'suspended', 'suspension-ended', 'suspension-lifted', 'prolonged', 'closed'] as const

/** When the right of a person moves, the hours written for them are looked at again: an anomaly opens or closes by itself. */
export const judgeHoursAgain: readonly EventHandler[] = MOVES.map((move) => ({
  name: `employment/judge-hours-after-${move}`,
  event: `pass-iae/${move}`,
  async handle({ tx, now, event: { ids } }) {
    const { person: personId } = ids
    if (personId !== undefined)
      await judgeHours({ tx, law: nationalLaw, now, ids: { next: () => randomUUIDv7() }, withoutBirths: true }, { personId })
  },
}))
