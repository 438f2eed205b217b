import { frenchDate } from '@maillage/kernel'
import { Button, DateField, dateFieldValues, Form, type FormState, HiddenField } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { closeWorksite } from '../commands/close-worksite.ts'
import type { Worksite } from '../model.ts'
import { maySteer } from '../policy.ts'
import { findWorksite } from '../store.ts'

function closingForm(request: PageRequest<Member>, worksite: Worksite, form: FormState): Reply {
  return show(
    'Fermer un site',
    <>
      <p class="govuk-caption-l">{worksite.name}</p>
      <h1 class="govuk-heading-l">Fermer ce site</h1>
      <p class="govuk-body">
        Le site est ouvert depuis le {frenchDate(worksite.open.first)}. Après sa fermeture, on ne pourra plus y rattacher d’heures ; celles
        qui y sont déjà restent.
      </p>
      <Form action={`/sites/${worksite.id}/fermer`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(worksite.version)} />
        <DateField form={form} name="lastDay" label="Dernier jour du site" />
        <Button kind="warning">Fermer le site</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={`/structures/${worksite.siaeId}`}>
          Ne pas fermer
        </a>
      </p>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Structures', href: '/structures' },
        { label: 'Structure', href: `/structures/${worksite.siaeId}` },
        { label: 'Fermer un site' },
      ],
    },
  )
}

async function steered(request: PageRequest<Member>): Promise<Worksite | undefined> {
  const id = recordId(request.params['id'])
  const worksite = id && (await request.read((ctx) => findWorksite(ctx, id)))
  return worksite && maySteer(request.actor, worksite) ? worksite : undefined
}

/** Closing asks for the day: the page is its own confirmation. */
export const closeWorksitePage = memberPage({
  path: '/sites/:id/fermer',
  async get(request) {
    const worksite = await steered(request)
    if (!worksite) return notFoundReply
    const today = await request.read(async (ctx) => ctx.today)
    return closingForm(request, worksite, { values: dateFieldValues('lastDay', today), errors: [] })
  },
  async post(request) {
    const worksite = await steered(request)
    if (!worksite) return notFoundReply
    const lastDay = dateInput(request.form, 'lastDay', 'le dernier jour')
    const result = await request.submit(closeWorksite, {
      input: { worksiteId: worksite.id, version: text(request.form, 'version'), lastDay: lastDay.iso },
      errors: lastDay.errors,
      location: ({ siaeId }) => `/structures/${siaeId}`,
      notice: { kind: 'success', title: 'Site fermé' },
    })
    return result.reply ?? closingForm(request, worksite, result.form)
  },
})
