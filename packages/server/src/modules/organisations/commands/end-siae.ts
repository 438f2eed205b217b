import { day, frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse, successionMail } from '../messages.fr.ts'
import { hasSuccessor, isOpen, SUCCESSION_REASONS } from '../model.ts'
import { maySteer } from '../policy.ts'
import { carryOut, findSiae, hasTeam, insertSuccession } from '../store.ts'

const schema = z.object({
  siaeId: z.uuid(),
  reason: z.enum(SUCCESSION_REASONS, 'Dites comment la structure s’arrête'),
  successorId: z.preprocess((typed) => (typed === '' ? null : typed), z.uuid('Choisissez une structure de la liste').nullable()),
  lastDay: z.iso.date('Saisissez le dernier jour de la structure').transform(day),
})

/**
 * Says that a structure ends. Taken over by another one of the same carrier, or by nobody, it is done at once; taken over by another carrier, it waits
 * for that one to accept. The structure keeps its name in every history.
 */
export const endSiae = command({
  name: 'organisations/end-siae',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, reason, successorId, lastDay }) {
    const siae = await findSiae(ctx, siaeId)
    if (!siae) return notFound()
    if (!maySteer(ctx.actor, siae)) return refuse('organisations/not-yours')
    if (!isOpen(siae, ctx.today)) return refuse('organisations/siae-closed', { name: siae.name })
    if (lastDay < ctx.today) return refuse('organisations/not-before-today', {}, 'lastDay')
    await lock(ctx, 'organisation', siae.organisationId)
    const successor = hasSuccessor(reason) && successorId !== null ? await findSiae(ctx, successorId) : undefined
    if (hasSuccessor(reason) && (!successor || successor.id === siaeId || !isOpen(successor, ctx.today)))
      return refuse('organisations/successor-missing', {}, 'successorId')
    if (successor && !(await hasTeam(ctx, successor.id, lastDay)))
      return refuse('organisations/successor-without-team', { name: successor.name }, 'successorId')
    const id = ctx.ids.next()
    const { organisationId } = siae
    const successorOrganisationId = successor?.organisationId ?? null
    await insertSuccession(ctx, {
      id,
      siaeId,
      organisationId,
      successorId: successor?.id ?? null,
      successorOrganisationId,
      lastDay,
      reason,
      state: 'waiting',
    })
    const waits = successorOrganisationId !== null && successorOrganisationId !== organisationId
    const files = waits ? 0 : await carryOut(ctx, id, successionMail(siae.name, successor?.name ?? '', frenchDate(lastDay)))
    await emitEvent(ctx, {
      type: waits ? 'organisations/succession-proposed' : 'organisations/siae-ended',
      version: 1,
      subjectId: siaeId,
      ids: { siae: siaeId, succession: id, ...(successor ? { successor: successor.id } : {}) },
      territoryId: siae.territoryId,
    })
    return granted({ id, siaeId, waits, files })
  },
  trace: ({ siaeId }, { id }) => ({ subjects: { siae: siaeId, succession: id }, fields: ['reason', 'successor', 'lastDay'] }),
})
