import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { employer, findStay, mayEmploy, type SiaeStay } from '../../employment/index.ts'
import { type PersonCard, personCard } from '../../people/index.ts'

export interface StayShown {
  readonly stay: SiaeStay
  readonly card: PersonCard
  readonly siaeName: string
}

/** The stay in the address, when this actor notes its immersions. */
export async function shownStay(request: PageRequest<Member>): Promise<StayShown | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const stay = await findStay(ctx, id)
    if (!stay || !mayEmploy(ctx.actor, stay)) return undefined
    const [card, siae] = [await personCard(ctx, stay.personId), await employer(ctx, stay.siaeId)]
    return card && siae && { stay, card, siaeName: siae.name }
  })
}
