import { frenchDate, granted } from '@maillage/kernel'
import { aheadAnomalies, assignmentAnomalySentence, companyHoursAhead } from '@maillage/rules/assignments'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { closedFile } from '../../people/index.ts'
import { keepCompanyAnomalies } from '../keep-company-anomalies.ts'
import { refuse } from '../messages.fr.ts'
import { mayPlace } from '../policy.ts'
import { placeablePeople } from '../queries/placeable-people.ts'
import { requestCard } from '../queries/request-register.ts'
import { stayInSiae } from '../queries/stay-in-siae.ts'
import { requestFields } from '../request-schema.ts'
import { updateRequest } from '../store.ts'
import { insertAssignment } from '../store-missions.ts'

const { firstDay, lastDay, weeklyHours, weekdays, schedule } = requestFields

const schema = z.object({
  requestId: z.uuid(),
  version: z.coerce.number().int().positive(),
  stayId: z.uuid(),
  firstDay,
  lastDay,
  weeklyHours,
  weekdays,
  schedule,
  /** Told that the hours with companies would be passed, whoever records it says so. */
  anyway: z.boolean(),
  /** Whether the request is filled by this mission. */
  fills: z.boolean(),
})

/** Somebody goes to work for a client. A fact: beyond 480 hours with companies it is told first, then recorded with its anomaly. */
export const assignPerson = command({
  name: 'assignments/assign-person',
  runsAs: 'app',
  schema,
  async run(ctx, { requestId, version, stayId, anyway, fills, ...terms }) {
    const request = await requestCard(ctx, requestId)
    if (!request) return notFound()
    if (!mayPlace(ctx.actor)) return refuse('assignments/not-yours')
    if (request.state === 'dropped') return refuse('assignments/request-closed')
    if (terms.lastDay !== null && terms.lastDay < terms.firstDay) return refuse('assignments/ends-before-it-begins', {}, 'lastDay')
    const { seekers, waivers } = await placeablePeople(ctx, { siaeId: request.siaeId, firstDay: terms.firstDay, lastDay: terms.firstDay })
    const seeker = seekers.find((each) => each.stayId === stayId)
    if (!seeker) {
      const { open } = (await stayInSiae(ctx, { siaeId: request.siaeId, stayId })) ?? {}
      if (!open) return refuse('assignments/stay-not-there')
      const ends = open.last === null ? {} : { last: frenchDate(open.last) }
      return refuse('assignments/outside-the-stay', { first: frenchDate(open.first), ...ends }, 'firstDay')
    }
    await lock(ctx, 'person', seeker.personId)
    const closed = await closedFile(ctx, seeker.personId, terms.firstDay)
    if (closed) return closed
    const { kind } = (await stayInSiae(ctx, { siaeId: request.siaeId, stayId })) ?? {}
    if (request.category === 'company' && kind === 'AI' && !anyway) {
      const mission = { first: terms.firstDay, last: terms.lastDay, weekly: terms.weeklyHours }
      const { placements, planned } = seeker.company
      const counter = companyHoursAhead(ctx.law, { placements, planned: [...planned, mission], waivers, on: ctx.today })
      const [passed] = counter ? aheadAnomalies(ctx.law, counter.value) : []
      if (passed) return refuse('assignments/company-hours-would-pass', { sentence: assignmentAnomalySentence(passed as never) }, 'anyway')
    }
    const id = ctx.ids.next()
    const stay = { id: stayId, personId: seeker.personId, organisationId: request.organisationId }
    await insertAssignment(ctx, {
      ...terms,
      id,
      stayId,
      personId: stay.personId,
      organisationId: stay.organisationId,
      siaeId: request.siaeId,
      clientId: request.clientId,
      requestId,
      work: request.work,
      communeId: `commune-${request.commune.code}`,
      agreementSignedOn: null,
      contractGivenOn: null,
    })
    const state = fills ? 'filled' : request.state === 'open' ? 'proposed' : request.state
    if (!(await updateRequest(ctx, { id: requestId, version }, { state, dropReason: null }))) return refuse('platform/stale')
    await keepCompanyAnomalies(ctx, stay)
    await emitEvent(ctx, { type: 'assignments/person-assigned', version: 1, subjectId: id, ids: { assignment: id, person: stay.personId } })
    return granted({ id, personId: stay.personId })
  },
  trace: ({ requestId }, { id, personId }) => ({
    subjects: { assignment: id, request: requestId, person: personId },
    fields: ['firstDay', 'lastDay', 'weeklyHours', 'weekdays', 'schedule', 'anyway'],
  }),
})
