import type { Crumb } from '@maillage/ui'
import type { PageRequest } from '../../platform/http/page-request.ts'
import { recordId } from '../../platform/http/record-id.ts'
import type { Member } from '../../platform/http/slice.ts'
import { type PersonCard, personCard } from '../people/index.ts'

/** The person whose id is in the address; undefined when they are not for the reader. */
export async function personInAddress(request: PageRequest<Member>): Promise<PersonCard | undefined> {
  const id = recordId(request.params['id'])
  return id === undefined ? undefined : request.read((ctx) => personCard(ctx, id))
}

/** The page that gathers the diagnosis and the plan of a person. */
export const planHref = (personId: string): string => `/personnes/${personId}/accompagnement`

/** From the list of people down to a form of the plan. */
export const planCrumbs = ({ id, displayName }: PersonCard, last: string): readonly Crumb[] => [
  { label: 'Personnes', href: '/personnes' },
  { label: displayName, href: `/personnes/${id}` },
  { label: 'Accompagnement', href: planHref(id) },
  { label: last },
]
