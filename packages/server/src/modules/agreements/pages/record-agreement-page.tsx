import { Button, ButtonGroup, DateField, emptyForm, Form, type FormState, TextField } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { recordAgreement } from '../commands/record-agreement.ts'
import { recordsAgreements } from '../policy.ts'
import { type AgreementGround, crumbsOf, recordingGround } from './agreement-ground.ts'
import { datesIn } from './dates-in.ts'

function agreementForm(request: PageRequest<Member>, ground: AgreementGround, form: FormState): Reply {
  const here = `/conventions/${ground.siae.id}`
  return show(
    'Enregistrer une convention',
    <>
      <p class="govuk-caption-l">{ground.siae.name}</p>
      <h1 class="govuk-heading-l">Enregistrer une convention</h1>
      <p class="govuk-body">La convention signée par le préfet et le représentant légal de l’organisme porteur, pour plusieurs années.</p>
      <Form action={`${here}/enregistrer`} csrf={request.csrf} requestId={request.formId} state={form}>
        <TextField form={form} name="number" label="Numéro de la convention" width={20} autocomplete="off" optional />
        <DateField form={form} name="firstDay" label="Premier jour de la convention" />
        <DateField form={form} name="lastDay" label="Dernier jour de la convention" />
        <DateField form={form} name="signedOn" label="Date de signature" />
        <ButtonGroup>
          <Button>Enregistrer la convention</Button>
          <a class="govuk-link" href={here}>
            Ne rien enregistrer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(request, ground, 'Enregistrer une convention') },
  )
}

/** What the préfet signed, typed once. */
export const recordAgreementPage = memberPage({
  path: '/conventions/:siaeId/enregistrer',
  allowed: recordsAgreements,
  async get(request) {
    const ground = await recordingGround(request)
    return ground ? agreementForm(request, ground, emptyForm) : notFoundReply
  },
  async post(request) {
    const ground = await recordingGround(request)
    if (!ground) return notFoundReply
    const dates = datesIn(request.form, { firstDay: 'le premier jour', lastDay: 'le dernier jour', signedOn: 'la date de signature' })
    const result = await request.submit(recordAgreement, {
      input: { siaeId: ground.siae.id, number: text(request.form, 'number'), ...dates.iso },
      errors: dates.errors,
      location: ({ siaeId }) => `/conventions/${siaeId}`,
      notice: { kind: 'success', title: 'Convention enregistrée' },
    })
    return result.reply ?? agreementForm(request, ground, result.form)
  },
})
