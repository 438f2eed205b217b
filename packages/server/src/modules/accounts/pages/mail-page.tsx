import { Details, EmptyState } from '@maillage/ui'
import { publicPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'

const LATEST = 50

/** The messages that a demonstration would have sent. In a service the page does not exist and the rows cannot be read. */
export const mailPage = publicPage({
  path: '/demonstration/courriels',
  async get(request) {
    if (!request.demonstration) return notFoundReply
    const messages = await request.read(({ tx }) =>
      tx
        .selectFrom('mail')
        .select(['id', 'recipient', 'subject', 'body', 'queued_at'])
        .orderBy('queued_at', 'desc')
        .limit(LATEST)
        .execute(),
    )
    return show(
      'Courriels de la démonstration',
      <>
        <h1 class="govuk-heading-l">Courriels de la démonstration</h1>
        <p class="govuk-body">
          Aucun courriel ne part d’une démonstration. Voici ceux qu’un service aurait envoyés, du plus récent au plus ancien.
        </p>
        {messages.length === 0 ? <EmptyState title="Aucun courriel">Les prochains messages apparaîtront ici.</EmptyState> : null}
        {messages.map((message) => (
          <Details key={message.id} summary={`${message.subject}, à ${message.recipient}`}>
            <p class="govuk-body m-prewrap">{message.body}</p>
          </Details>
        ))}
      </>,
    )
  },
})
