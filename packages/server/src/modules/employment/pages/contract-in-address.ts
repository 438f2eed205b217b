import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { personCard } from '../../people/index.ts'
import { mayEmploy } from '../policy.ts'
import { type ContractCard, contractCard } from '../queries/contract-card.ts'

export interface ContractShown extends ContractCard {
  readonly personName: string
}

/** The contract in the address, when this actor writes the contracts of its carrier. */
export async function shownContract(request: PageRequest<Member>): Promise<ContractShown | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const card = await contractCard(ctx, id)
    if (!card || !mayEmploy(ctx.actor, card.contract)) return undefined
    return { ...card, personName: (await personCard(ctx, card.contract.personId))?.displayName ?? 'Personne non accessible' }
  })
}

export const contractHref = (id: string): string => `/contrats/${id}`

/** The way back, from a page about a contract. */
export const contractCrumbs = ({ contract, personName }: ContractShown, here: string) => [
  { label: 'Contrats', href: '/contrats' },
  { label: personName, href: contractHref(contract.id) },
  { label: here },
]
