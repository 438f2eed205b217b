import { frenchDate, plural } from '@maillage/kernel'
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
import { type NotesToProduce, notesToProduce } from '../queries/notes-to-produce.ts'
import { type PersonRequest, personRequest } from '../queries/person-requests.ts'

interface Found {
  readonly asked: PersonRequest
  readonly notes: readonly NotesToProduce[]
}

/** What goes with the answer: whose notes, how many; never a word of them. */
const NotesAside = ({ asked, notes }: Found) => (
  <section aria-labelledby="notes">
    <h2 class="govuk-heading-m" id="notes">
      Notes de travail à remettre
    </h2>
    {notes.length === 0 ? <p class="govuk-body">Aucune note de travail sur cette personne.</p> : null}
    <ul class="govuk-list govuk-list--bullet">
      {notes.map(({ author, mine, notes: count, keptBack }) => (
        <li key={author}>
          {mine ? 'Les vôtres' : author}&nbsp;: {plural(count, 'note')}
          {keptBack === 0 ? '' : `, dont ${keptBack} retenue${keptBack > 1 ? 's' : ''}`}
          {mine ? (
            <>
              {'. '}
              <a class="govuk-link" href={`/demandes-des-personnes/${asked.id}/notes`}>
                Les relire avant de répondre
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
    {notes.some(({ mine }) => !mine) ? (
      <p class="govuk-body">Avant de répondre, demandez à vos collègues de relire les leurs ici même&nbsp;: vous ne pouvez pas les lire.</p>
    ) : null}
  </section>
)

const answerForm = (request: PageRequest<Member>, { asked, notes }: Found, form: FormState): Reply =>
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
              ? 'Son espace lui montre déjà ce que la plateforme garde. Avec votre réponse « C’est fait », la plateforme lui remet aussi les notes de travail de votre organisation, pendant 60 jours. Remettez-lui en main propre le dossier papier, sans ce qui concerne d’autres personnes.'
              : 'Corrigez d’abord la fiche, puis répondez. Si l’information est exacte, expliquez pourquoi vous la gardez.'}
          </InsetText>
          {asked.kind === 'access' ? <NotesAside asked={asked} notes={notes} /> : null}
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

async function found(request: PageRequest<Member>): Promise<Found | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const asked = await personRequest(ctx, id)
    return asked && { asked, notes: await notesToProduce(ctx, id) }
  })
}

/** One request of a person, and its answer. */
export const answerPersonPage = memberPage({
  path: '/demandes-des-personnes/:id',
  allowed: mayKeepFiles,
  async get(request) {
    const known = await found(request)
    if (!known) return notFoundReply
    logReading(request, known.asked.personId)
    return answerForm(request, known, emptyForm)
  },
  async post(request) {
    const known = await found(request)
    if (!known) return notFoundReply
    const { asked } = known
    const result = await request.submit(answerPerson, {
      input: { id: asked.id, outcome: text(request.form, 'outcome'), answer: text(request.form, 'answer') },
      location: ({ id }) => `/demandes-des-personnes/${id}`,
      notice: { kind: 'success', title: 'Réponse enregistrée. La personne la lit dans son espace.' },
    })
    return result.reply ?? answerForm(request, known, result.form)
  },
})
