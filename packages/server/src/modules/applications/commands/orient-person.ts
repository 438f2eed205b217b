import { granted, type Outcome } from '@maillage/kernel'
import { judgeReapplication, promisedAnswerOn } from '@maillage/rules/applications'
import { command } from '../../../platform/command/command.ts'
import type { Ctx } from '../../../platform/command/context.ts'
import { lock } from '../../../platform/command/lock.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { recordDiagnosis } from '../../eligibility/index.ts'
import { closedFile, holdsPerson } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import type { SenderKind } from '../model.ts'
import { newcomer } from '../newcomer.ts'
import { type Orientation, orientationSchema } from '../orientation-schema.ts'
import { mayOrient, mayReceive } from '../policy.ts'
import { type SenderStanding, senderStanding } from '../queries/sender-standing.ts'
import { type SiaeToSend, siaeToSend } from '../queries/siae-to-send.ts'
import { unitFor } from '../queries/unit-for.ts'
import { minutesSinceLast, sendApplication } from '../store.ts'

/** Those of my people, or somebody new: written with the first right on them. */
async function whoIsProposed(ctx: Ctx, unitId: string, typed: Orientation): Promise<Outcome<{ readonly personId: string }>> {
  if (typed.personId === null) return newcomer(ctx, unitId, typed)
  return (await holdsPerson(ctx, typed.personId))
    ? granted({ personId: typed.personId })
    : refuse('applications/person-not-yours', {}, 'personId')
}

function senderKindOf(ctx: Ctx, siae: SiaeToSend, { authorised }: SenderStanding): SenderKind | undefined {
  if (mayReceive(ctx.actor) && ctx.actor.hat?.organisationId === siae.organisationId) return 'siae'
  if (!mayOrient(ctx.actor)) return undefined
  return authorised ? 'authorised-prescriber' : 'referrer'
}

/**
 * Proposes a person to a structure, with the diagnosis when an authorised prescriber made it: the person, the diagnosis and the application
 * are written together or not at all. A structure writes down in the same way somebody who came by themselves.
 */
export const orientPerson = command({
  name: 'applications/orient-person',
  runsAs: 'app',
  schema: orientationSchema,
  async run(ctx, typed) {
    const { hat, name } = ctx.actor
    const siae = await siaeToSend(ctx, typed.siaeId)
    if (!hat || !siae) return refuse('applications/siae-unknown', {}, 'siaeId')
    const standing = await senderStanding(ctx, hat.organisationId, ctx.today)
    const senderKind = senderKindOf(ctx, siae, standing)
    if (!senderKind) return refuse('applications/not-yours-to-send')
    if (!siae.hasTeam) return refuse('applications/siae-without-team', { name: siae.name }, 'siaeId')
    if (senderKind !== 'siae' && typed.message === '') return refuse('applications/message-missing', {}, 'message')
    const unitId = await unitFor(ctx, senderKind === 'siae' ? siae.id : null)
    if (!unitId) return refuse('applications/no-unit')
    const diagnosedOn = typed.diagnosed === 'oui' ? typed.diagnosedOn : undefined
    if (diagnosedOn !== undefined) {
      if (senderKind !== 'authorised-prescriber') return refuse('applications/not-an-authorised-prescriber', {}, 'diagnosed')
      if (diagnosedOn > ctx.today) return refuse('applications/diagnosed-later', {}, 'diagnosedOn')
    }
    const person = await whoIsProposed(ctx, unitId, typed)
    if (!person.ok) return person
    const { personId } = person.value
    await lock(ctx, 'person', personId)
    const closed = await closedFile(ctx, personId)
    if (closed) return closed
    const again = judgeReapplication(ctx.law, { on: ctx.today, minutesSinceLast: await minutesSinceLast(ctx, personId, siae.id) })
    if (!again.ok) return again
    if (diagnosedOn !== undefined) {
      const diagnosed = await recordDiagnosis.execute(ctx, { personId, unitId, siaeId: null, madeOn: diagnosedOn, criteria: [] })
      if (!diagnosed.ok) return diagnosed
    }
    const id = ctx.ids.next()
    await sendApplication(ctx, {
      id,
      personId,
      siaeId: siae.id,
      unitId,
      senderKind,
      senderName: senderKind === 'siae' ? name : `${name}, ${hat.organisationName}`,
      sensitivity: standing.sensitivity,
      message: typed.message,
      wantedPost: typed.wantedPost === '' ? null : typed.wantedPost,
      promisedOn: promisedAnswerOn(ctx.law, ctx.today),
    })
    const ids = { application: id, person: personId, siae: siae.id }
    await emitEvent(ctx, { type: 'applications/sent', version: 1, subjectId: id, ids })
    return granted({ id, personId })
  },
  trace: ({ siaeId }, { id, personId }) => ({
    subjects: { application: id, person: personId, siae: siaeId },
    fields: ['message', 'wantedPost', 'diagnosed'],
  }),
})
