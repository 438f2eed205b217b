import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { leftEmpty } from '../../../platform/command/left-empty.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { closedFile, personCard } from '../../people/index.ts'
import { actFields, askedText, misdated } from '../act-fields.ts'
import { followStep } from '../follow-step.ts'
import { hourTyped } from '../hour-typed.ts'
import { refuse } from '../messages.fr.ts'
import { ACT_KINDS, TEXT_LIMIT, USUAL_MISSION } from '../model.ts'
import { namedPartner } from '../named-partner.ts'
import { mayAccompany } from '../policy.ts'
import { findAction } from '../queries/plan-of.ts'
import { insertActs } from '../store.ts'

const schema = z.object({
  personId: z.uuid(),
  kind: z.enum(ACT_KINDS, 'Dites ce que vous avez fait'),
  purpose: askedText(TEXT_LIMIT, 'Dites en quelques mots de quoi il s’agissait'),
  partnerId: z.preprocess((typed) => (typed === '' ? null : typed), z.uuid().nullable().default(null)),
  ...actFields,
  // Left unsaid, it is that of most acts of this kind: one list less to open.
  mission: z.preprocess((typed) => (typed === '' ? undefined : typed), actFields.mission.optional()),
  nextAt: z.string().max(10).default(''),
  /** The act that said this one would come. */
  followsId: z.uuid().nullable().default(null),
  /** The action of the plan that it advances. */
  actionId: leftEmpty(z.uuid().nullable().default(null)),
})

/** Notes what was done with a person: what for, what next. A fact: any team that follows them may, referent or not. */
export const recordAct = command({
  name: 'accompaniment/record-act',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, nextAt: hour, followsId, ...typed }) {
    const said = { ...typed, mission: typed.mission ?? USUAL_MISSION[typed.kind] }
    const { hat } = ctx.actor
    const person = await personCard(ctx, personId)
    if (!person) return notFound()
    if (!hat || !mayAccompany(ctx.actor)) return refuse('accompaniment/not-yours')
    if (!person.circles.has('shared') && !person.circles.has('referent')) return refuse('accompaniment/not-yours')
    const wrong = misdated(ctx.today, said) ?? (await closedFile(ctx, person.id, said.happenedOn))
    if (wrong) return wrong
    const nextAt = hourTyped(hour)
    if (nextAt === undefined) return refuse('accompaniment/no-such-hour', {}, 'nextAt')
    if (nextAt !== null && said.nextOn === null) return refuse('accompaniment/hour-without-day', {}, 'nextAt')
    if (said.actionId !== null && (await findAction(ctx, said.actionId))?.personId !== person.id)
      return refuse('accompaniment/no-such-action', {}, 'actionId')
    const partner = await namedPartner(ctx, said)
    if (partner) return partner
    const id = ctx.ids.next()
    await insertActs(ctx, [{ id, personId: person.id, organisationId: hat.organisationId, workshopId: null, nextAt, ...said }])
    if (followsId !== null) await followStep(ctx, followsId, { id, personId: person.id })
    await emitEvent(ctx, { type: 'accompaniment/act-recorded', version: 1, subjectId: id, ids: { act: id, person: person.id } })
    return granted({ id, personId: person.id })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { act: id, person: personId }, fields: ['kind', 'mission', 'happenedOn', 'minutes'] }),
})
