import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { mayRecordExit } from '../policy.ts'
import { type ExitCard, exitCard } from '../queries/exit-card.ts'
import { reasonOptions } from './exit-words.tsx'

export interface StayShown {
  readonly card: ExitCard
  readonly reasons: ReturnType<typeof reasonOptions>
}

/** The stay in the address with its end, when this actor records the exits of its carrier. */
export async function shownStay(request: PageRequest<Member>): Promise<StayShown | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const card = await exitCard(ctx, id)
    return card && mayRecordExit(ctx.actor, card) ? { card, reasons: reasonOptions(ctx) } : undefined
  })
}

/** Where the end of a stay is shown. */
export const exitHref = (stayId: string): string => `/sejours/${stayId}/sortie`

/** The way back, from a page about the end of a stay. */
export const crumbsOf = ({ personId, personName, stayId }: ExitCard, here?: string) => [
  { label: 'Personnes', href: '/personnes' },
  { label: personName, href: `/personnes/${personId}` },
  ...(here === undefined ? [{ label: 'Sortie' }] : [{ label: 'Sortie', href: exitHref(stayId) }, { label: here }]),
]
