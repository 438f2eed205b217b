import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { barrierFields } from '../barrier-fields.ts'
import { mayWriteOf } from '../may-write-of.ts'
import { refuse } from '../messages.fr.ts'
import { barrierHistory } from '../queries/barriers-of.ts'
import { insertBarrierVersion, supersedeBarrier } from '../store-barriers.ts'

const schema = z.object({ barrierId: z.uuid(), version: z.coerce.number().int().min(1), ...barrierFields })

/** Says where a barrier stands now: a new version; what was known before stays readable, with who wrote it. */
export const updateBarrier = command({
  name: 'accompaniment/update-barrier',
  runsAs: 'app',
  schema,
  async run(ctx, { barrierId, version, ...facts }) {
    const [known] = await barrierHistory(ctx, barrierId)
    if (!known) return notFound()
    const may = await mayWriteOf(ctx, known.personId)
    if (!may.ok) return may
    if (facts.since !== null && facts.since > ctx.today) return refuse('accompaniment/since-to-come', {}, 'since')
    const same = (Object.keys(facts) as (keyof typeof facts)[]).every((name) => facts[name] === known[name])
    if (version === known.version && same) return refuse('accompaniment/nothing-changed')
    await lock(ctx, 'person', known.personId)
    if (version !== known.version || !(await supersedeBarrier(ctx, barrierId, version))) return refuse('platform/stale')
    await insertBarrierVersion(ctx, known, version + 1, facts)
    const ids = { barrier: barrierId, person: known.personId }
    await emitEvent(ctx, { type: 'accompaniment/barrier-updated', version: 1, subjectId: barrierId, ids })
    return granted({ personId: known.personId })
  },
  trace: ({ barrierId }, { personId }) => ({
    subjects: { barrier: barrierId, person: personId },
    fields: ['state', 'weight', 'evidence', 'since', 'consequence', 'tried'],
  }),
})
