import { day, frenchDate, granted, parseSiret } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { findStay, mayEmploy } from '../../employment/index.ts'
import { closedFile } from '../../people/index.ts'
import { lookAtImmersions, settle } from '../look-at-immersions.ts'
import { refuse } from '../messages.fr.ts'
import { HOST_KINDS, type Immersion, OBJECTS, PRESCRIBERS } from '../model.ts'
import { cancel, immersionsOfPerson, insertImmersion } from '../store.ts'

const LONGEST = 366

const orNull = <S extends z.ZodType>(schema: S) => z.preprocess((typed) => (typed === '' ? null : typed), schema.nullable())
const short = (longest: number) => orNull(z.string().max(longest, `Écrivez ${longest} caractères au plus`))

const schema = z.object({
  stayId: z.uuid(),
  renews: orNull(z.uuid()),
  /** The one that this one corrects: it is cancelled in the same act. */
  replaces: orNull(z.uuid()),
  hostName: z.string().min(1, 'Saisissez le nom de l’employeur qui accueille').max(120, 'Écrivez 120 caractères au plus'),
  hostKind: z.enum(HOST_KINDS, 'Choisissez le type d’employeur'),
  hostSiret: orNull(
    z.string().transform((typed, context) => {
      const siret = parseSiret(typed)
      if (siret === undefined) context.addIssue('Le SIRET a quatorze chiffres. Relisez chaque chiffre, ou laissez vide.')
      return siret ?? null
    }),
  ),
  hostPlace: short(200),
  tutor: short(120),
  object: z.enum(OBJECTS, 'Choisissez un objet, un seul'),
  tasks: z.string().min(1, 'Dites ce que la personne fera').max(500, 'Écrivez 500 caractères au plus'),
  schedule: short(300),
  prescribedBy: z.enum(PRESCRIBERS, 'Choisissez qui prescrit l’immersion'),
  first: z.iso.date('Saisissez le premier jour').transform(day),
  last: z.iso.date('Saisissez le dernier jour').transform(day),
})

/** Notes an immersion of somebody during a stay, planned or past. A fact: what the law says otherwise is an anomaly, seen before the agreement is signed. */
export const recordImmersion = command({
  name: 'immersions/record-immersion',
  runsAs: 'app',
  schema,
  async run(ctx, { stayId, replaces, ...typed }) {
    const stay = await findStay(ctx, stayId)
    if (!stay) return notFound()
    if (!mayEmploy(ctx.actor, stay)) return refuse('immersions/not-yours')
    const { personId, organisationId, open } = stay
    await lock(ctx, 'person', personId)
    const closed = await closedFile(ctx, personId, typed.last)
    if (closed) return closed
    if (typed.first < open.first) return refuse('immersions/before-the-stay', { first: frenchDate(open.first) }, 'first')
    if (typed.last < typed.first) return refuse('immersions/ends-before-it-begins', {}, 'last')
    if (typed.last - typed.first >= LONGEST) return refuse('immersions/longer-than-a-year', {}, 'last')
    if (open.last !== null && typed.last > open.last) return refuse('immersions/after-the-stay', { last: frenchDate(open.last) }, 'last')
    const standing = await immersionsOfPerson(ctx, personId)
    const replaced = standing.find(({ id }) => id === replaces)
    if (replaces !== null && (replaced?.stayId !== stayId || replaced.conclusion !== null)) return refuse('immersions/corrected-not-found')
    const others = standing.filter(({ id }) => id !== replaces)
    if (typed.renews !== null && !others.some(({ id, stayId: of }) => id === typed.renews && of === stayId))
      return refuse('immersions/renewed-not-found')
    const same = others.find(({ first, last, conclusion }) => first <= typed.last && (conclusion?.endedOn ?? last) >= typed.first)
    if (same)
      return refuse(
        'immersions/overlaps',
        { host: same.hostName, first: frenchDate(same.first), last: frenchDate(same.conclusion?.endedOn ?? same.last) },
        'first',
      )
    const immersion: Immersion = { id: ctx.ids.next(), personId, stayId, organisationId, ...typed, conclusion: null }
    if (replaced) {
      await cancel(ctx, replaced.id)
      await settle(ctx, replaced)
    }
    await insertImmersion(ctx, immersion)
    await lookAtImmersions(ctx, stay)
    await emitEvent(ctx, {
      type: 'immersions/immersion-recorded',
      version: 1,
      subjectId: immersion.id,
      ids: { immersion: immersion.id, stay: stayId },
    })
    return granted({ id: immersion.id, personId })
  },
  trace: ({ stayId }, { id, personId }) => ({
    subjects: { immersion: id, stay: stayId, person: personId },
    fields: ['host', 'object', 'tasks', 'prescribedBy', 'first', 'last'],
  }),
})
