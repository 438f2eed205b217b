import { Button, ButtonGroup, emptyForm, Form, type FormState, InsetText, TextArea } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading, type PersonCard } from '../../people/index.ts'
import { answerMessage } from '../commands/answer-message.ts'
import { MessageAuthor, MessageState } from '../components/message-lines.tsx'
import { type CounsellorMessage, MESSAGE_LIMIT } from '../model-messages.ts'
import { mayAnswerMessages } from '../policy.ts'
import { messageCrumbs, messageHref, messageInAddress, messagesHref } from './messages-in-address.ts'

interface Scene {
  readonly card: PersonCard
  readonly message: CounsellorMessage
}

function pageOf(request: PageRequest<Member>, { card, message }: Scene, form: FormState): Reply {
  return show(
    'Mot de l’encadrement',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Mot de l’encadrement</h1>
      <p class="govuk-body">
        <MessageAuthor author={message.author} on={message.on} /> :
      </p>
      <InsetText>{message.words}</InsetText>
      {message.read === null ? (
        <Form action={messageHref(message.id)} csrf={request.csrf} requestId={request.formId} state={form}>
          <TextArea
            form={form}
            name="answer"
            label="Votre réponse"
            hint="Son auteur la lit sur son téléphone. Ce qui change au travail, jamais pourquoi : ni maladie, ni peine, ni situation de famille."
            rows={3}
            limit={MESSAGE_LIMIT}
            optional
          />
          <ButtonGroup>
            <Button>Marquer comme lu</Button>
            <a class="govuk-link" href={`/personnes/${card.id}/actes/ajouter`}>
              Noter un acte
            </a>
          </ButtonGroup>
        </Form>
      ) : (
        <p class="govuk-body">
          <MessageState read={message.read} />
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={messagesHref(card.id)}>
          Tous les mots
        </a>
      </p>
    </>,
    { errorCount: form.errors.length, breadcrumb: messageCrumbs(card, 'Un mot') },
  )
}

/** A word of the supervisor, read and answered by a referent of the structure. */
export const answerMessagePage = memberPage({
  path: '/mots/:id',
  allowed: mayAnswerMessages,
  async get(request) {
    const scene = await messageInAddress(request)
    if (!scene) return notFoundReply
    logReading(request, scene.card.id)
    return pageOf(request, scene, emptyForm)
  },
  async post(request) {
    const scene = await messageInAddress(request)
    if (!scene) return notFoundReply
    const result = await request.submit(answerMessage, {
      input: { messageId: scene.message.id, answer: text(request.form, 'answer') },
      location: ({ personId }) => messagesHref(personId),
      notice: ({ answered }) => ({ kind: 'success', title: answered ? 'Réponse envoyée' : 'Marqué comme lu' }),
    })
    return result.reply ?? pageOf(request, scene, result.form)
  },
})
