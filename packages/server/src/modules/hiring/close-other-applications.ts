import { legalDay } from '../../platform/clock.ts'
import { PARIS } from '../../platform/command/context.ts'
import type { EventHandler } from '../../platform/events/event-handler.ts'
import { makeOthersObsolete } from '../applications/index.ts'

/** Once hired, a person no longer waits for the other answers: who had proposed them elsewhere sees « Embauché ailleurs ». */
export const closeOtherApplications: EventHandler = {
  name: 'hiring/close-other-applications',
  event: 'hiring/hire-declared',
  async handle({ tx, now, event: { ids } }) {
    const { person: personId, application } = ids
    if (personId !== undefined) await makeOthersObsolete({ tx, now }, { personId, but: application ?? null, on: legalDay(now, PARIS) })
  },
}
