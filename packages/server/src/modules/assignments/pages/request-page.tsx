import { frenchHours, plural } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  emptyForm,
  Form,
  type FormState,
  HiddenField,
  InsetText,
  Radios,
  Select,
  SummaryList,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { moveRequest } from '../commands/move-request.ts'
import { DROP_REASON_LABELS } from '../messages.fr.ts'
import { DROP_REASONS, REQUEST_PASSAGES, type RequestState } from '../model.ts'
import { mayPlace, mayReadPlacements } from '../policy.ts'
import { type RequestLine, requestCard } from '../queries/request-register.ts'
import { CLIENTS, REQUESTS, requestTrail } from './placement-trail.ts'
import { RequestTag, shownDays, shownNeeds, shownWhen } from './request-columns.tsx'

const WAYS: Readonly<Record<RequestState, string>> = {
  open: 'Elle est de nouveau à pourvoir',
  proposed: 'Quelqu’un est proposé au client, qui n’a pas encore répondu',
  filled: 'Elle est pourvue',
  dropped: 'Elle reste sans suite',
}

const StateForm = ({
  request,
  asked,
  form,
}: {
  readonly request: PageRequest<Member>
  readonly asked: RequestLine
  readonly form: FormState
}) => {
  const passages = REQUEST_PASSAGES[asked.state]
  return (
    <section aria-labelledby="suite">
      <h2 class="govuk-heading-m" id="suite">
        Ce que devient la demande
      </h2>
      <Form action={`${REQUESTS}/${asked.id}`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(asked.version)} />
        <Radios form={form} name="to" label="La demande" choices={passages.map((value) => ({ value, label: WAYS[value] }))} />
        {passages.includes('dropped') ? (
          <Select
            form={form}
            name="reason"
            label="Motif, si elle reste sans suite"
            options={DROP_REASONS.map((value) => ({ value, label: DROP_REASON_LABELS[value] }))}
            optional
          />
        ) : null}
        <Button kind="secondary">Enregistrer la suite</Button>
      </Form>
    </section>
  )
}

function page(request: PageRequest<Member>, asked: RequestLine, form: FormState): Reply {
  const places = mayPlace(request.actor)
  const moves = asked.state === 'open' || asked.state === 'proposed'
  return show(
    asked.work,
    <>
      <p class="govuk-caption-l">
        Demande de{' '}
        <a class="govuk-link" href={`${CLIENTS}/${asked.clientId}`}>
          {asked.clientName}
        </a>
      </p>
      <h1 class="govuk-heading-l">{asked.work}</h1>
      <p class="govuk-body">
        <RequestTag state={asked.state} />
        {asked.dropReason === null ? null : ` ${DROP_REASON_LABELS[asked.dropReason]}`}
      </p>
      {asked.safety === null ? null : (
        <InsetText>
          <strong>Sécurité :</strong> {asked.safety}
        </InsetText>
      )}
      <SummaryList
        rows={[
          { label: 'Structure', value: asked.siaeName },
          { label: 'Commune', value: asked.commune.name },
          { label: 'Quand', value: shownDays(asked) },
          { label: 'Jours et horaires', value: shownWhen(asked) },
          { label: 'Heures par semaine', value: asked.weeklyHours === null ? null : frenchHours(asked.weeklyHours) },
          { label: 'Pour', value: plural(asked.people, 'personne') },
          { label: 'Il faut', value: shownNeeds(asked) || 'rien de particulier' },
        ]}
      />
      {places && moves ? (
        <ButtonGroup>
          <ButtonLink href={`${REQUESTS}/${asked.id}/personnes`}>Voir qui est libre</ButtonLink>
          <ButtonLink href={`${REQUESTS}/${asked.id}/modifier`} kind="secondary">
            Modifier la demande
          </ButtonLink>
        </ButtonGroup>
      ) : null}
      {places ? <StateForm request={request} asked={asked} form={form} /> : null}
    </>,
    { errorCount: form.errors.length, breadcrumb: requestTrail({ label: asked.work }) },
  )
}

const requestIn = (request: PageRequest<Member>): Promise<RequestLine | undefined> => {
  const id = recordId(request.params['id'])
  return id === undefined ? Promise.resolve(undefined) : request.read((ctx) => requestCard(ctx, id))
}

/** A request, and what becomes of it. */
export const requestPage = memberPage({
  path: `${REQUESTS}/:id`,
  allowed: mayReadPlacements,
  async get(request) {
    const asked = await requestIn(request)
    return asked ? page(request, asked, emptyForm) : notFoundReply
  },
  async post(request) {
    const asked = await requestIn(request)
    if (!asked || !mayPlace(request.actor)) return notFoundReply
    const typed = (name: string) => text(request.form, name)
    const result = await request.submit(moveRequest, {
      input: { requestId: asked.id, version: typed('version'), to: typed('to'), reason: typed('reason') },
      location: ({ id }) => `${REQUESTS}/${id}`,
      notice: { kind: 'success', title: 'Suite enregistrée' },
    })
    return result.reply ?? page(request, asked, result.form)
  },
})
