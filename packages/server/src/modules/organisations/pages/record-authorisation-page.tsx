import { Button, DateField, emptyForm, Form, type FormState, TextField } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { recordAuthorisation } from '../commands/record-authorisation.ts'
import { mayAuthorise } from '../policy.ts'
import { type OrganisationCard, organisationCard } from '../queries/organisation-card.ts'
import { departementsOf, territoriesOf } from '../store.ts'

function decisionForm(request: PageRequest<Member>, organisation: OrganisationCard, form: FormState): Reply {
  const here = `/organisations/${organisation.id}`
  return show(
    'Habilitation par le préfet',
    <>
      <p class="govuk-caption-l">{organisation.name}</p>
      <h1 class="govuk-heading-l">Enregistrer une décision du préfet</h1>
      <p class="govuk-body">
        Seuls les organismes que l’arrêté ministériel ne nomme pas sont habilités par le préfet. Les missions locales, CCAS, PLIE et autres
        types nommés prescrivent de droit.
      </p>
      <Form action={`${here}/habiliter`} csrf={request.csrf} requestId={request.formId} state={form}>
        <TextField form={form} name="reference" label="Référence de l’arrêté préfectoral" width={30} autocomplete="off" />
        <DateField form={form} name="decidedOn" label="Date de la décision" />
        <DateField form={form} name="firstDay" label="Premier jour de l’habilitation" />
        <DateField form={form} name="lastDay" label="Dernier jour de l’habilitation" hint="Cinq ans au plus après le premier" />
        <Button>Enregistrer la décision</Button>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Prescripteurs', href: '/prescripteurs' },
        { label: organisation.name, href: here },
        { label: 'Habilitation par le préfet' },
      ],
    },
  )
}

async function within(request: PageRequest<Member>): Promise<OrganisationCard | undefined> {
  const id = recordId(request.params['id'])
  if (!id) return undefined
  return request.read(async (ctx) => {
    const card = await organisationCard(ctx, id)
    const authorityOn = await territoriesOf(ctx, request.actor.hat.organisationId, 'authority', ctx.today)
    const prescribesOn = await departementsOf(ctx, id, 'prescriber', ctx.today)
    return card && mayAuthorise(request.actor, { authorityOn, prescribesOn }) ? card : undefined
  })
}

/** What the préfet decided, typed once from the order he signed. */
export const recordAuthorisationPage = memberPage({
  path: '/organisations/:id/habiliter',
  async get(request) {
    const card = await within(request)
    return card ? decisionForm(request, card, emptyForm) : notFoundReply
  },
  async post(request) {
    const card = await within(request)
    if (!card) return notFoundReply
    const decidedOn = dateInput(request.form, 'decidedOn', 'la date de la décision')
    const firstDay = dateInput(request.form, 'firstDay', 'le premier jour')
    const lastDay = dateInput(request.form, 'lastDay', 'le dernier jour')
    const result = await request.submit(recordAuthorisation, {
      input: {
        organisationId: card.id,
        reference: text(request.form, 'reference'),
        decidedOn: decidedOn.iso,
        firstDay: firstDay.iso,
        lastDay: lastDay.iso,
      },
      errors: [...decidedOn.errors, ...firstDay.errors, ...lastDay.errors],
      location: ({ organisationId }) => `/organisations/${organisationId}`,
      notice: { kind: 'success', title: 'Habilitation enregistrée' },
    })
    return result.reply ?? decisionForm(request, card, result.form)
  },
})
