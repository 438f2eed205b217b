import { frenchDate } from '@maillage/kernel'
import { Button, ErrorSummary, emptyForm, Form, type FormState, InsetText, Radios, SummaryList, TextArea } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading, mayKeepFiles } from '../../people/index.ts'
import { answerPerson } from '../commands/answer-person.ts'
import { ANSWER_LIMIT } from '../model.ts'
import { REQUEST_STATES, REQUESTS } from '../own-words.fr.ts'
import { type PersonRequest, personRequest } from '../queries/person-requests.ts'

const answerForm = (request: PageRequest<Member>, asked: PersonRequest, form: FormState): Reply =>
  show(
    'Demande d’une personne',
    <>
      <p class="govuk-caption-l">
        <a class="govuk-link" href={`/personnes/${asked.personId}`}>
          {asked.displayName}
        </a>
      </p>
      <h1 class="govuk-heading-l">{REQUESTS[asked.kind]}</h1>
      <SummaryList
        rows={[
          { label: 'Reçue le', value: frenchDate(asked.receivedOn) },
          { label: 'Réponse due le', value: frenchDate(asked.dueOn) },
          { label: 'Ses mots', value: asked.said ? <span class="m-prewrap">{asked.said}</span> : null },
          ...(asked.answeredOn === null
            ? []
            : [
                { label: 'Réponse', value: `${REQUEST_STATES[asked.state]}, le ${frenchDate(asked.answeredOn)}` },
                { label: 'Ce que vous avez écrit', value: <span class="m-prewrap">{asked.answer}</span> },
              ]),
        ]}
      />
      {asked.state === 'waiting' || form.errors.length === 0 ? null : <ErrorSummary state={form} />}
      {asked.state === 'waiting' ? (
        <>
          <InsetText>
            {asked.kind === 'access'
              ? 'Son espace lui montre déjà ce que la plateforme garde. Remettez-lui en main propre le reste : les notes de travail qui parlent d’elle, le dossier papier. Retirez ce qui concerne d’autres personnes, et dites-le.'
              : 'Corrigez d’abord la fiche, puis répondez. Si l’information est exacte, expliquez pourquoi vous la gardez.'}
          </InsetText>
          <Form action={`/demandes-des-personnes/${asked.id}`} csrf={request.csrf} requestId={request.formId} state={form}>
            <Radios
              form={form}
              name="outcome"
              label="Votre réponse"
              choices={[
                { value: 'done', label: 'C’est fait' },
                { value: 'refused', label: 'Refusée, avec sa raison', hint: 'La personne peut s’en plaindre à la CNIL.' },
              ]}
            />
            <TextArea form={form} name="answer" label="Ce que la personne lira" rows={5} limit={ANSWER_LIMIT} />
            <Button>Répondre à la personne</Button>
          </Form>
        </>
      ) : null}
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Demandes des personnes', href: '/demandes-des-personnes' }, { label: asked.displayName }],
    },
  )

async function found(request: PageRequest<Member>): Promise<PersonRequest | undefined> {
  const id = recordId(request.params['id'])
  return id === undefined ? undefined : request.read((ctx) => personRequest(ctx, id))
}

/** One request of a person, and its answer. */
export const answerPersonPage = memberPage({
  path: '/demandes-des-personnes/:id',
  allowed: mayKeepFiles,
  async get(request) {
    const asked = await found(request)
    if (!asked) return notFoundReply
    logReading(request, asked.personId)
    return answerForm(request, asked, emptyForm)
  },
  async post(request) {
    const asked = await found(request)
    if (!asked) return notFoundReply
    const result = await request.submit(answerPerson, {
      input: { id: asked.id, outcome: text(request.form, 'outcome'), answer: text(request.form, 'answer') },
      location: ({ id }) => `/demandes-des-personnes/${id}`,
      notice: { kind: 'success', title: 'Réponse enregistrée. La personne la lit dans son espace.' },
    })
    return result.reply ?? answerForm(request, asked, result.form)
  },
})
