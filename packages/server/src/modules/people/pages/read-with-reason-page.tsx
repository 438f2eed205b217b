import { Button, ButtonGroup, emptyForm, Form, type FormState, InsetText, Radios, TextArea } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { goTo, notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { readWithReason } from '../commands/read-with-reason.ts'
import { GROUND_LABELS } from '../messages.fr.ts'
import { READING_GROUNDS, REASON_LIMIT } from '../model.ts'
import { mayReadWithReason } from '../policy.ts'
import { type PersonCard, personCard } from '../queries/person-card.ts'

function reasonForm(request: PageRequest<Member>, { id, displayName }: PersonCard, form: FormState): Reply {
  return show(
    'Lire le dossier d’accompagnement',
    <>
      <p class="govuk-caption-l">{displayName}</p>
      <h1 class="govuk-heading-l">Lire le dossier d’accompagnement, aujourd’hui</h1>
      <Form action={`/personnes/${id}/lecture-motivee`} csrf={request.csrf} requestId={request.formId} state={form}>
        <InsetText>
          <p class="govuk-body">
            <strong>Votre lecture se voit.</strong> Les référents de la personne dans votre organisation liront votre nom, le jour et votre
            raison ; elle peut aussi les demander.
          </p>
          <p class="govuk-body">
            Elle s’arrête ce soir à minuit. Elle n’ouvre aucune note de travail, et ne sert ni à sanctionner, ni à mettre fin à un contrat.
          </p>
        </InsetText>
        <Radios
          form={form}
          name="ground"
          label={'Pourquoi lisez-vous ce dossier\u202f?'}
          choices={READING_GROUNDS.map((value) => ({ value, label: GROUND_LABELS[value] }))}
        />
        <TextArea
          form={form}
          name="reason"
          label="En une phrase"
          hint="Ni maladie, ni peine : la personne peut demander à lire cette phrase."
          rows={2}
          limit={REASON_LIMIT}
        />
        <ButtonGroup>
          <Button>Ouvrir le dossier pour aujourd’hui</Button>
          <a class="govuk-link" href={`/personnes/${id}`}>
            Ne pas l’ouvrir
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Personnes', href: '/personnes' },
        { label: displayName, href: `/personnes/${id}` },
        { label: 'Lecture motivée' },
      ],
    },
  )
}

async function personOf(request: PageRequest<Member>): Promise<PersonCard | undefined> {
  const id = recordId(request.params['id'])
  return id === undefined ? undefined : request.read((ctx) => personCard(ctx, id))
}

/** A director who is no referent says why they read, before they read. */
export const readWithReasonPage = memberPage({
  path: '/personnes/:id/lecture-motivee',
  allowed: mayReadWithReason,
  async get(request) {
    const card = await personOf(request)
    if (!card) return notFoundReply
    return card.circles.has('referent') ? goTo(`/personnes/${card.id}/actes`) : reasonForm(request, card, emptyForm)
  },
  async post(request) {
    const card = await personOf(request)
    if (!card) return notFoundReply
    const result = await request.submit(readWithReason, {
      input: { personId: card.id, ground: text(request.form, 'ground'), reason: text(request.form, 'reason') },
      location: ({ personId }) => `/personnes/${personId}/actes`,
      notice: { kind: 'success', title: 'Dossier ouvert jusqu’à ce soir, minuit' },
    })
    return result.reply ?? reasonForm(request, card, result.form)
  },
})
