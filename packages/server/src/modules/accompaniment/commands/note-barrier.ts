import { granted } from '@maillage/kernel'
import { BARRIER_AREAS, barrierAreaLabel, sensitivityOfArea } from '@maillage/rules/accompaniment'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { barrierFields } from '../barrier-fields.ts'
import { mayWriteOf } from '../may-write-of.ts'
import { refuse } from '../messages.fr.ts'
import { isPersonal } from '../model-barriers.ts'
import { barriersOf } from '../queries/barriers-of.ts'
import { insertBarrier, insertBarrierVersion } from '../store-barriers.ts'

const schema = z.object({ personId: z.uuid(), area: z.enum(BARRIER_AREAS, 'Choisissez un domaine'), ...barrierFields })

/** Notes an area of life where a person is held back. Any team that follows them may; health and justice are their referents'. */
export const noteBarrier = command({
  name: 'accompaniment/note-barrier',
  runsAs: 'app',
  schema,
  async run(ctx, { personId: asked, area, ...facts }) {
    const may = await mayWriteOf(ctx, asked)
    if (!may.ok) return may
    const { personId, organisationId, referent } = may.value
    const sensitivity = sensitivityOfArea(area)
    if (isPersonal(sensitivity) && !referent) return refuse('accompaniment/referents-only', {}, 'area')
    if (facts.since !== null && facts.since > ctx.today) return refuse('accompaniment/since-to-come', {}, 'since')
    await lock(ctx, 'person', personId)
    if ((await barriersOf(ctx, personId)).some((known) => known.area === area))
      return refuse('accompaniment/barrier-known', { area: barrierAreaLabel(area) }, 'area')
    const of = { id: ctx.ids.next(), personId, organisationId, sensitivity }
    await insertBarrier(ctx, of, area)
    await insertBarrierVersion(ctx, of, 1, facts)
    await emitEvent(ctx, { type: 'accompaniment/barrier-noted', version: 1, subjectId: of.id, ids: { barrier: of.id, person: personId } })
    return granted({ id: of.id, personId })
  },
  trace: (_typed, { id, personId }) => ({
    subjects: { barrier: id, person: personId },
    fields: ['area', 'state', 'weight', 'evidence', 'since', 'consequence', 'tried'],
  }),
})
