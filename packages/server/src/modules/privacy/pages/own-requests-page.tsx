import { addDays, type CalendarDate, frenchDate } from '@maillage/kernel'
import { Button, EmptyState, emptyForm, Form, type FormState, Radios, Select, SummaryList, TextArea } from '@maillage/ui'
import { type Oneself, selfPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import { askOrganisation } from '../commands/ask-organisation.ts'
import { COPY_DAYS, SAID_LIMIT } from '../model.ts'
import { OWN_REQUESTS, REQUEST_STATES } from '../own-words.fr.ts'
import { ownAccess } from '../queries/own-access.ts'
import { type PersonRequest, personRequests } from '../queries/person-requests.ts'
import { ownCrumbs } from './own-crumbs.ts'

interface Found {
  readonly organisations: readonly { readonly value: string; readonly label: string }[]
  readonly requests: readonly PersonRequest[]
  readonly today: CalendarDate
}

/** Whether the working notes that came with an answer may still be read. */
const isCopyOpen = ({ kind, state, answeredOn }: PersonRequest, today: CalendarDate) =>
  kind === 'access' && state === 'done' && answeredOn !== null && today < addDays(answeredOn, COPY_DAYS)

const found = (request: PageRequest<Oneself>): Promise<Found> =>
  request.read(async (ctx) => ({
    organisations: [...new Map((await ownAccess(ctx)).map((each) => [each.organisationId, each.organisationName]))]
      .map(([value, label]) => ({ value, label }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'fr')),
    requests: await personRequests(ctx),
    today: ctx.today,
  }))

const requestsForm = (request: PageRequest<Oneself>, { organisations, requests, today }: Found, form: FormState): Reply =>
  show(
    'Mes demandes',
    <>
      <h1 class="govuk-heading-xl">Mes demandes</h1>
      <p class="govuk-body-l">
        Vous pouvez demander à une organisation une copie de tout ce qu’elle garde sur vous, même ses notes de travail, ou la correction
        d’une erreur. C’est gratuit. Elle doit répondre dans le mois.
      </p>
      {requests.map((each) => (
        <SummaryList
          key={each.id}
          rows={[
            { label: 'Demande', value: `${OWN_REQUESTS[each.kind]}, à ${each.organisationName}` },
            { label: 'Faite le', value: frenchDate(each.receivedOn) },
            ...(each.said ? [{ label: 'Ce que j’ai écrit', value: <span class="m-prewrap">{each.said}</span> }] : []),
            {
              label: 'Où elle en est',
              value:
                each.answeredOn === null
                  ? `${REQUEST_STATES.waiting} : réponse attendue au plus tard le ${frenchDate(each.dueOn)}`
                  : `${REQUEST_STATES[each.state]}, le ${frenchDate(each.answeredOn)}`,
            },
            ...(each.answer ? [{ label: 'Réponse', value: <span class="m-prewrap">{each.answer}</span> }] : []),
            ...(isCopyOpen(each, today)
              ? [
                  {
                    label: 'Ses notes de travail',
                    value: (
                      <a class="govuk-link" href={`/mon-espace/demandes/${each.id}/notes`}>
                        Lire les notes de travail sur moi
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
      ))}
      {requests.length === 0 ? <EmptyState title="Aucune demande">Vous n’avez encore rien demandé.</EmptyState> : null}
      <h2 class="govuk-heading-l">Faire une demande</h2>
      {organisations.length === 0 ? (
        <p class="govuk-body-l">Aucune organisation ne lit votre dossier&nbsp;: il n’y a personne à qui demander.</p>
      ) : (
        <Form action="/mon-espace/demandes" csrf={request.csrf} requestId={request.formId} state={form}>
          <Radios
            form={form}
            name="kind"
            label="Que demandez-vous&nbsp;?"
            choices={[
              { value: 'access', label: OWN_REQUESTS.access },
              { value: 'correction', label: OWN_REQUESTS.correction },
            ]}
          />
          <Select form={form} name="organisationId" label="À qui&nbsp;?" options={organisations} />
          <TextArea
            form={form}
            name="said"
            label="Mes mots"
            hint="Pour une correction : ce qui est faux, et ce qu’il faut mettre à la place."
            rows={4}
            limit={SAID_LIMIT}
            optional
          />
          <Button>Envoyer ma demande</Button>
        </Form>
      )}
      <p class="govuk-body">
        Pas de réponse après un mois, ou un refus qui vous semble injuste&nbsp;? Écrivez à la CNIL&nbsp;: cnil.fr, rubrique «&nbsp;Adresser
        une plainte&nbsp;», ou CNIL, 3 place de Fontenoy, 75007 Paris.
      </p>
    </>,
    { errorCount: form.errors.length, breadcrumb: ownCrumbs('Mes demandes') },
  )

/** What the person asks of the organisations that read their file, and what they answered. */
export const ownRequestsPage = selfPage({
  path: '/mon-espace/demandes',
  get: async (request) => requestsForm(request, await found(request), emptyForm),
  async post(request) {
    const typed = (name: string) => text(request.form, name)
    const result = await request.submit(askOrganisation, {
      input: { organisationId: typed('organisationId'), kind: typed('kind'), said: typed('said') },
      location: () => '/mon-espace/demandes',
      notice: { kind: 'success', title: 'Votre demande est envoyée' },
    })
    return result.reply ?? requestsForm(request, await found(request), result.form)
  },
})
