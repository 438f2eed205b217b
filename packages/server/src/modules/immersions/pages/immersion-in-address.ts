import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { mayEmploy } from '../../employment/index.ts'
import { type ImmersionCard, immersionCard } from '../queries/immersion-card.ts'

/** The immersion in the address, when this actor writes the contracts of its stay. */
export async function shownImmersion(request: PageRequest<Member>): Promise<ImmersionCard | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  const card = await request.read((ctx) => immersionCard(ctx, id))
  return card && mayEmploy(request.actor, card.immersion) ? card : undefined
}

export const immersionHref = (id: string): string => `/immersions/${id}`

/** The way back, from a page about an immersion. */
export const crumbsOf = ({ immersion, personName }: ImmersionCard, here?: string) => [
  { label: 'Immersions', href: '/immersions' },
  ...(here === undefined ? [{ label: personName }] : [{ label: personName, href: immersionHref(immersion.id) }, { label: here }]),
]
