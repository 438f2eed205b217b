import { frenchDate } from '@maillage/kernel'
import { refusalReasonLabels, transitionLabels } from '@maillage/rules/applications'
import { Button, ButtonGroup, ButtonLink, ErrorSummary, emptyForm, Form, HiddenField, InsetText, SummaryList } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { personCard } from '../../people/index.ts'
import { studyApplication } from '../commands/study-application.ts'
import { MASKED_SENDER, SENDER_LABELS } from '../messages.fr.ts'
import { possibleMoves, type ReceiverTransition } from '../model.ts'
import { mayAnswer } from '../policy.ts'
import { type ApplicationCard, applicationCard } from '../queries/application-card.ts'
import { mySiaes } from '../queries/my-siaes.ts'
import { Passages } from './passages.tsx'
import { StateTag } from './state-tag.tsx'

/** Where each move is made; studying needs no more than a button. */
const PATHS: Readonly<Record<Exclude<ReceiverTransition, 'process'>, string>> = {
  accept: 'embaucher',
  postpone: 'attente',
  'add-to-pool': 'vivier',
  refuse: 'refuser',
  transfer: 'transferer',
}
const LABELS: Readonly<Record<ReceiverTransition, string>> = {
  ...transitionLabels,
  accept: 'Accepter et déclarer l’embauche',
  transfer: 'Transférer',
}

interface Actions {
  readonly request: PageRequest<Member>
  readonly card: ApplicationCard
  readonly moves: readonly ReceiverTransition[]
}

const Actions = ({ request, card: { application }, moves }: Actions) => {
  const here = `/candidatures/${application.id}`
  return (
    <Form action={here} csrf={request.csrf} requestId={request.formId} state={emptyForm}>
      <HiddenField name="version" value={String(application.version)} />
      <ButtonGroup>
        {moves.map((move) =>
          move === 'process' ? (
            <Button key={move} kind="secondary">
              {LABELS.process}
            </Button>
          ) : (
            <ButtonLink key={move} kind={move === 'accept' ? 'primary' : 'secondary'} href={`${here}/${PATHS[move]}`}>
              {LABELS[move]}
            </ButtonLink>
          ),
        )}
      </ButtonGroup>
    </Form>
  )
}

async function answerableCard(request: PageRequest<Member>) {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const card = await applicationCard(ctx, id)
    if (!card || !mayAnswer(ctx.actor, card.application)) return undefined
    const person = await personCard(ctx, card.application.personId)
    return { card, person, today: ctx.today, siaes: await mySiaes(ctx) }
  })
}

async function received(request: PageRequest<Member>): Promise<Reply> {
  const found = await answerableCard(request)
  if (!found) return notFoundReply
  const { card, person, today, siaes } = found
  const { application, siae } = card
  const name = person?.displayName ?? 'Personne non accessible'
  const sender = application.senderKind === 'siae' ? SENDER_LABELS.siae : (card.senderName ?? MASKED_SENDER)
  const moves = possibleMoves(application.state).filter((move) => move !== 'transfer' || siaes.some(({ id }) => id !== application.siaeId))
  return show(
    name,
    <>
      <p class="govuk-caption-l">Candidature chez {siae.name}</p>
      <h1 class="govuk-heading-l">{name}</h1>
      <SummaryList
        rows={[
          { label: 'État', value: <StateTag state={application.state} promisedOn={application.promisedOn} today={today} /> },
          ...(application.refusalReason ? [{ label: 'Raison', value: refusalReasonLabels[application.refusalReason] }] : []),
          { label: 'Reçue', value: `le ${frenchDate(application.sentOn)}` },
          { label: 'Réponse promise', value: `le ${frenchDate(application.promisedOn)}` },
          {
            label: 'Proposée par',
            value: application.senderKind === 'siae' ? sender : `${sender} · ${SENDER_LABELS[application.senderKind]}`,
          },
          { label: 'Poste souhaité', value: application.wantedPost },
          { label: 'Message', value: application.message },
        ]}
      />
      {application.answer ? <InsetText>Votre réponse : « {application.answer} »</InsetText> : null}
      {moves.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">Répondre</h2>
          <Actions request={request} card={card} moves={moves} />
        </>
      ) : null}
      {application.state === 'accepted' ? <ButtonLink href={`/candidatures/${application.id}/embauche`}>Voir l’embauche</ButtonLink> : null}
      <h2 class="govuk-heading-m">La personne</h2>
      {person ? (
        <>
          <SummaryList
            rows={[
              { label: 'Date de naissance', value: person.birth.date === null ? null : frenchDate(person.birth.date) },
              { label: 'Téléphone', value: person.phone },
              { label: 'Adresse e-mail', value: person.email },
              { label: 'Commune', value: person.commune?.name },
            ]}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={`/personnes/${person.id}`}>
              Ouvrir la fiche de la personne
            </a>
          </p>
        </>
      ) : null}
      <Passages passages={card.passages} sentOn={application.sentOn} senderName={sender} />
    </>,
    { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Candidatures', href: '/candidatures' }, { label: name }] },
  )
}

/** One application as the structure reads it, with what it may do now and nothing else. */
export const receivedApplicationPage = memberPage({
  path: '/candidatures/:id',
  get: received,
  async post(request) {
    const found = await answerableCard(request)
    if (!found) return notFoundReply
    const { id } = found.card.application
    const result = await request.submit(studyApplication, {
      input: { applicationId: id, version: text(request.form, 'version') },
      location: () => `/candidatures/${id}`,
      notice: { kind: 'success', title: 'Candidature mise à l’étude', text: 'L’organisation qui l’a envoyée le voit.' },
    })
    return (
      result.reply ??
      (await refusedHere(
        request,
        result.form.errors.map((each) => each.text),
      ))
    )
  },
})

/** A button has no box to correct: why it did nothing stands above the page, as it is now. */
async function refusedHere(request: PageRequest<Member>, reasons: readonly string[]): Promise<Reply> {
  const page = await received(request)
  if (page.kind !== 'page') return page
  const body = (
    <>
      <ErrorSummary state={{ values: {}, errors: reasons.map((text) => ({ text })) }} />
      {page.body}
    </>
  )
  return { ...page, status: 422, body, errorCount: reasons.length }
}
