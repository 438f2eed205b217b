import { day, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { closedFile, personCard } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { ACT_KINDS, LONGEST, MISSIONS, TEXT_LIMIT } from '../model.ts'
import { mayAccompany } from '../policy.ts'
import { insertAct } from '../store.ts'

const empty = (typed: unknown) => (typed === '' ? null : typed)
const tooLong = `Écrivez ${TEXT_LIMIT} caractères au plus`

const schema = z.object({
  personId: z.uuid(),
  kind: z.enum(ACT_KINDS, 'Dites ce que vous avez fait'),
  mission: z.enum(MISSIONS, 'Choisissez une mission'),
  happenedOn: z.iso.date('Saisissez la date').transform(day),
  minutes: z.preprocess(
    empty,
    z.coerce
      .number('Saisissez une durée en minutes, par exemple 45')
      .int('Saisissez des minutes entières')
      .min(1, 'Saisissez une durée d’au moins une minute')
      .max(LONGEST, 'Saisissez une durée de dix heures au plus, en minutes')
      .nullable(),
  ),
  purpose: z.string().trim().min(1, 'Dites en quelques mots de quoi il s’agissait').max(TEXT_LIMIT, tooLong),
  nextStep: z.preprocess(empty, z.string().trim().max(TEXT_LIMIT, tooLong).nullable()),
  nextOn: z.iso.date().transform(day).nullable().default(null),
})

/** Notes what was done with a person: what for, what next. A fact: any team that follows them may, referent or not. */
export const recordAct = command({
  name: 'accompaniment/record-act',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, happenedOn, nextOn, nextStep, ...said }) {
    const { hat } = ctx.actor
    const person = await personCard(ctx, personId)
    if (!person) return notFound()
    if (!hat || !mayAccompany(ctx.actor)) return refuse('accompaniment/not-yours')
    if (!person.circles.has('shared') && !person.circles.has('referent')) return refuse('accompaniment/not-yours')
    if (happenedOn > ctx.today) return refuse('accompaniment/act-to-come', {}, 'happenedOn')
    if (nextOn !== null && nextStep === null) return refuse('accompaniment/next-without-step', {}, 'nextStep')
    if (nextOn !== null && nextOn < happenedOn) return refuse('accompaniment/next-before-act', {}, 'nextOn')
    const closed = await closedFile(ctx, person.id, happenedOn)
    if (closed) return closed
    const id = ctx.ids.next()
    await insertAct(ctx, { id, personId: person.id, organisationId: hat.organisationId, happenedOn, nextOn, nextStep, ...said })
    await emitEvent(ctx, { type: 'accompaniment/act-recorded', version: 1, subjectId: id, ids: { act: id, person: person.id } })
    return granted({ id, personId: person.id })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { act: id, person: personId }, fields: ['kind', 'mission', 'happenedOn', 'minutes'] }),
})
