import { day, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { refuse } from '../messages.fr.ts'
import { DRAWN_KINDS, territoryId } from '../model.ts'
import { drawsIn, mayDraw } from '../policy.ts'
import { communesWithin } from '../queries/communes-within.ts'
import { MOST_LINES } from '../queries/read-commune-lines.ts'
import { insertDrawn } from '../store.ts'

const NAMED_AT_MOST = 10

const schema = z.object({
  name: z.string().min(1, 'Saisissez le nom du périmètre').max(120, 'Le nom dépasse 120 caractères\u00a0: raccourcissez-le'),
  kind: z.enum(DRAWN_KINDS, 'Dites si c’est un bassin ou un autre périmètre'),
  firstDay: z.iso.date('Saisissez le premier jour du périmètre').transform(day),
  communes: z
    .array(z.string())
    .min(1, 'Ajoutez au moins une commune, ou collez-en la liste')
    .max(MOST_LINES, `Un périmètre compte ${MOST_LINES} communes au plus`)
    .transform((codes) => [...new Set(codes)]),
})

/** Draws a grouping of communes for a need, inside the territories where one's organisation acts. */
export const definePerimeter = command({
  name: 'territories/define-perimeter',
  runsAs: 'app',
  schema,
  async run(ctx, { name, kind, firstDay, communes }) {
    const { hat } = ctx.actor
    if (!hat || !mayDraw(ctx.actor)) return refuse('territories/may-not-draw')
    const within = await communesWithin(ctx, communes, drawsIn(ctx.actor))
    const outside = communes.filter((code) => !within.has(code))
    if (outside.length > 0) return refuse('territories/communes-outside', { codes: outside.slice(0, NAMED_AT_MOST).join(', ') }, 'communes')
    const code = ctx.ids.next()
    const id = territoryId(kind, code)
    await insertDrawn(
      ctx,
      { id, kind, code, name, origin: hat.organisationName, organisationId: hat.organisationId, open: { first: firstDay, last: null } },
      communes,
    )
    await emitEvent(ctx, { type: 'territories/perimeter-defined', version: 1, subjectId: code, ids: { perimeter: id }, territoryId: id })
    return granted({ id })
  },
  trace: (_, { id }) => ({ subjects: { perimeter: id }, fields: ['name', 'kind', 'firstDay', 'communes'] }),
})
