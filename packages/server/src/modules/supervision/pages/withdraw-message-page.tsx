import { InsetText } from '@maillage/ui'
import { confirmPage } from '../../../platform/http/confirm-page.tsx'
import { withdrawMessage } from '../commands/withdraw-message.ts'
import { mayTellCounsellor } from '../policy.ts'
import { messageCrumbs, messageInAddress, messagesHref } from './messages-in-address.ts'

/** The confirmation that a word nobody has read is taken back. */
export const withdrawMessagePage = confirmPage({
  path: '/mots/:id/retirer',
  allowed: mayTellCounsellor,
  find: messageInAddress,
  offered: ({ message }) => message.read === null,
  confirmation: ({ card, message }) => ({
    title: 'Retirer ce mot',
    caption: card.displayName,
    consequence: (
      <>
        <InsetText>{message.words}</InsetText>
        <p class="govuk-body">Personne ne l’a lu. Il ne sera plus montré.</p>
      </>
    ),
    button: 'Retirer le mot',
    back: messagesHref(card.id),
    breadcrumb: messageCrumbs(card, 'Retirer'),
  }),
  command: withdrawMessage,
  input: ({ message }) => ({ messageId: message.id }),
  location: ({ personId }) => messagesHref(personId),
  notice: { kind: 'success', title: 'Mot retiré' },
})
