import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { employer } from '../../employment/index.ts'
import { refuse } from '../messages.fr.ts'
import { mayKeepSkills } from '../policy.ts'
import { insertSkills } from '../store-skills.ts'
import { TRADES } from '../trades.ts'

const schema = z.object({
  siaeId: z.uuid(),
  adopted: z.enum(
    TRADES.map(({ name }) => name),
    'Choisissez un métier',
  ),
})

/** Puts the skills of a trade in the list of a structure, which then changes them as it likes. */
export const adoptTrade = command({
  name: 'supervision/adopt-trade',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, adopted: name }) {
    const siae = await employer(ctx, siaeId)
    if (!siae) return notFound()
    if (!mayKeepSkills(ctx.actor, siae)) return refuse('supervision/skill-list-not-yours')
    const trade = TRADES.find((each) => each.name === name)
    const added = await insertSkills(
      ctx,
      { siaeId, ...siae },
      (trade?.skills ?? []).map(([kind, label]) => ({ trade: name, kind, label })),
    )
    if (added === 0) return refuse('supervision/trade-adopted', {}, 'adopted')
    await emitEvent(ctx, { type: 'supervision/trade-adopted', version: 1, subjectId: siaeId, ids: { siae: siaeId } })
    return granted({ siaeId, added })
  },
  trace: (_typed, { siaeId }) => ({ subjects: { siae: siaeId }, fields: ['skills'] }),
})
