import { frenchShortDate } from '@maillage/kernel'
import { Button, ButtonGroup, EmptyState, emptyForm, Form, type FormState, InsetText, Roll, TextArea } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading, type PersonCard, personCard } from '../../people/index.ts'
import { tellCounsellor } from '../commands/tell-counsellor.ts'
import { MessageState } from '../components/message-lines.tsx'
import { type CounsellorMessage, MESSAGE_LIMIT } from '../model-messages.ts'
import { mayAnswerMessages, mayTellCounsellor } from '../policy.ts'
import { employsPerson } from '../queries/employs-person.ts'
import { messagesOf } from '../queries/messages-of.ts'
import { whoWillRead } from '../queries/who-will-read.ts'
import { messageCrumbs, messageHref, messagesHref } from './messages-in-address.ts'

interface Scene {
  readonly card: PersonCard
  readonly messages: readonly CounsellorMessage[]
  /** Who follows the person here today; for who writes. */
  readonly readers: readonly string[]
  readonly tells: boolean
}

/** Undefined for somebody whom the reader neither sees at work nor follows. Four statements. */
async function sceneOf(request: PageRequest<Member>): Promise<Scene | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const tells = mayTellCounsellor(ctx.actor)
    const card = await personCard(ctx, id)
    if (!card || !(tells ? await employsPerson(ctx, card.id) : card.circles.has('referent'))) return undefined
    return { card, tells, messages: await messagesOf(ctx, card.id), readers: tells ? await whoWillRead(ctx, card.id) : [] }
  })
}

const Telling = ({
  request,
  scene: { card, readers },
  form,
}: {
  readonly request: PageRequest<Member>
  readonly scene: Scene
  readonly form: FormState
}) => (
  <>
    {readers.length === 0 ? (
      <InsetText>
        Personne n’est référent de {card.displayName} dans votre structure aujourd’hui : votre mot attendra qu’une personne soit nommée. Si
        cela presse, prévenez la direction.
      </InsetText>
    ) : (
      <p class="govuk-body">
        Pour <strong>{readers.join(', ')}</strong>, qui le trouve dans sa matinée.
      </p>
    )}
    <Form action={messagesHref(card.id)} csrf={request.csrf} requestId={request.formId} state={form}>
      <TextArea
        form={form}
        name="words"
        label="Votre mot"
        hint="En deux phrases : ce que vous avez vu, ce que la personne vous a demandé. Ni maladie, ni peine, ni jugement, ni nom d’autrui : la personne peut le lire."
        rows={4}
        limit={MESSAGE_LIMIT}
      />
      <ButtonGroup>
        <Button>Envoyer à la CIP</Button>
      </ButtonGroup>
    </Form>
  </>
)

const Message = ({ message, mine, tells }: { readonly message: CounsellorMessage; readonly mine: boolean; readonly tells: boolean }) => (
  <>
    <p class="govuk-body govuk-!-margin-bottom-1">{message.words}</p>
    <p class="m-roll-note">
      <MessageState read={message.read} />
      {message.read !== null ? null : mine && tells ? (
        <>
          {' · '}
          <a class="govuk-link" href={`${messageHref(message.id)}/retirer`}>
            Retirer
          </a>
        </>
      ) : tells ? null : (
        <>
          {' · '}
          <a class="govuk-link" href={messageHref(message.id)}>
            Marquer comme lu, répondre
          </a>
        </>
      )}
    </p>
  </>
)

function pageOf(request: PageRequest<Member>, scene: Scene, form: FormState): Reply {
  const { card, messages, tells } = scene
  const title = tells ? 'À dire à la CIP' : 'Mots de l’encadrement'
  return show(
    title,
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">{title}</h1>
      {tells && card.diedOn === null ? <Telling request={request} scene={scene} form={form} /> : null}
      {messages.length === 0 ? (
        tells ? null : (
          <EmptyState title="Aucun mot">Ce que l’encadrement a à vous dire de cette personne arrive ici, et dans votre matinée.</EmptyState>
        )
      ) : (
        <section aria-labelledby="mots">
          {tells ? (
            <h2 class="govuk-heading-m" id="mots">
              Vos mots
            </h2>
          ) : (
            <h2 class="govuk-visually-hidden" id="mots">
              Mots reçus
            </h2>
          )}
          <Roll
            label={tells ? 'Vos mots' : 'Mots reçus'}
            lines={messages.map((message) => ({
              id: `mot-${message.id}`,
              title: tells ? frenchShortDate(message.on) : `${frenchShortDate(message.on)}, ${message.author ?? 'un ancien membre'}`,
              children: <Message message={message} mine={message.authorId === request.actor.accountId} tells={tells} />,
            }))}
          />
        </section>
      )}
    </>,
    { errorCount: form.errors.length, breadcrumb: messageCrumbs(card) },
  )
}

/** A word left about somebody by who sees them work, for who follows them; read by its author and by the referents of the structure. */
export const messagesPage = memberPage({
  path: '/personnes/:id/mots',
  allowed: (actor) => mayTellCounsellor(actor) || mayAnswerMessages(actor),
  async get(request) {
    const scene = await sceneOf(request)
    if (!scene) return notFoundReply
    logReading(request, scene.card.id)
    return pageOf(request, scene, emptyForm)
  },
  async post(request) {
    const scene = await sceneOf(request)
    if (!scene?.tells) return notFoundReply
    const result = await request.submit(tellCounsellor, {
      input: { personId: scene.card.id, words: text(request.form, 'words') },
      location: ({ personId }) => messagesHref(personId),
      notice: { kind: 'success', title: 'Mot envoyé à la CIP' },
    })
    return result.reply ?? pageOf(request, scene, result.form)
  },
})
