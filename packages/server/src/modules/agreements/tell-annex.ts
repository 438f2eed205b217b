import type { Ctx } from '../../platform/command/context.ts'
import { emitEvent } from '../../platform/events/emit-event.ts'
import type { AgreedSiae } from './model.ts'

/** Says that an annex changed. The subject is the structure, so that what follows is told in the order of its acts. */
export async function tellAnnex(
  ctx: Ctx,
  what: 'annex-signed' | 'annex-amended' | 'annex-cancelled',
  siae: Pick<AgreedSiae, 'id' | 'territoryId'>,
  annexId: string,
): Promise<void> {
  await emitEvent(ctx, {
    type: `agreements/${what}`,
    version: 1,
    subjectId: siae.id,
    ids: { siaeId: siae.id, annexId },
    territoryId: siae.territoryId,
  })
}
