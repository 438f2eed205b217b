import { Button, ButtonGroup, emptyForm, Form, type FormState, HiddenField, Radios } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { transferApplication } from '../commands/transfer-application.ts'
import { mayReceive } from '../policy.ts'
import { mySiaes } from '../queries/my-siaes.ts'
import { type Answered, answered } from './answer-form.tsx'

async function transferForm(
  request: PageRequest<Member>,
  { card: { application, siae }, name }: Answered,
  form: FormState,
): Promise<Reply> {
  const others = (await request.read(mySiaes)).filter(({ id }) => id !== application.siaeId)
  const here = `/candidatures/${application.id}`
  return show(
    'Transférer la candidature',
    <>
      <p class="govuk-caption-l">
        {name} · {siae.name}
      </p>
      <h1 class="govuk-heading-l">Transférer la candidature</h1>
      <p class="govuk-body">
        L’autre structure la reçoit comme une nouvelle candidature, avec la même date promise. L’équipe de « {siae.name} » ne la verra plus.
      </p>
      <Form action={`${here}/transferer`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(application.version)} />
        <Radios
          form={form}
          name="siaeId"
          label="Vers quelle structure ?"
          choices={others.map(({ id, name: label }) => ({ value: id, label }))}
        />
        <ButtonGroup>
          <Button>Transférer</Button>
          <a class="govuk-link" href={here}>
            Revenir à la candidature
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Candidatures', href: '/candidatures' }, { label: name, href: here }, { label: 'Transférer' }],
    },
  )
}

/** Hands an application to another structure of the same carrier. */
export const transferPage = memberPage({
  path: '/candidatures/:id/transferer',
  allowed: mayReceive,
  async get(request) {
    const found = await answered(request, 'transfer')
    return found === undefined || found === 'moved' ? notFoundReply : transferForm(request, found, emptyForm)
  },
  async post(request) {
    const found = await answered(request, 'transfer')
    if (found === undefined || found === 'moved') return notFoundReply
    const result = await request.submit(transferApplication, {
      input: { applicationId: found.card.application.id, version: text(request.form, 'version'), siaeId: text(request.form, 'siaeId') },
      location: () => '/candidatures',
      notice: { kind: 'success', title: 'Candidature transférée' },
    })
    return result.reply ?? transferForm(request, found, result.form)
  },
})
