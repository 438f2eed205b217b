import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type PersonCard, personCard } from '../../people/index.ts'
import type { CounsellorMessage } from '../model-messages.ts'
import { findMessage } from '../queries/messages-of.ts'

export const messagesHref = (personId: string): string => `/personnes/${personId}/mots`
export const messageHref = (messageId: string): string => `/mots/${messageId}`

/** The message that an address names, with whom it is about; undefined when it is not for the reader. Two statements. */
export async function messageInAddress(
  request: PageRequest<Member>,
): Promise<{ readonly card: PersonCard; readonly message: CounsellorMessage } | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const message = await findMessage(ctx, id)
    const card = message && (await personCard(ctx, message.personId))
    return card && { card, message }
  })
}

export const messageCrumbs = ({ id, displayName }: PersonCard, last?: string) => [
  { label: 'Personnes', href: '/personnes' },
  { label: displayName, href: `/personnes/${id}` },
  ...(last === undefined ? [{ label: 'Mots à la CIP' }] : [{ label: 'Mots à la CIP', href: messagesHref(id) }, { label: last }]),
]
