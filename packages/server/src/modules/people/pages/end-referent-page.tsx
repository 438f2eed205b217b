import { Button, DateField, dateFieldValues, Form, type FormState } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { endReferent } from '../commands/end-referent.ts'
import { mayKeepFiles } from '../policy.ts'
import { findReferent, type Referent } from '../store.ts'

function endForm(request: PageRequest<Member>, { id, personId }: Referent, form: FormState): Reply {
  return show(
    'Mettre fin à un suivi',
    <>
      <h1 class="govuk-heading-l">Mettre fin à ce suivi</h1>
      <p class="govuk-body">Le lendemain de ce jour, le référent ne lira plus le dossier d’accompagnement. Ce qu’il y a écrit reste.</p>
      <Form action={`/referents/${id}/fin`} csrf={request.csrf} requestId={request.formId} state={form}>
        <DateField form={form} name="lastDay" label="Dernier jour du suivi" />
        <Button kind="warning">Mettre fin au suivi</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={`/personnes/${personId}/acces`}>
          Ne rien changer
        </a>
      </p>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Personnes', href: '/personnes' },
        { label: 'Accès', href: `/personnes/${personId}/acces` },
        { label: 'Mettre fin à un suivi' },
      ],
    },
  )
}

async function found(request: PageRequest<Member>): Promise<Referent | undefined> {
  const id = recordId(request.params['id'])
  return id === undefined ? undefined : request.read((ctx) => findReferent(ctx, id))
}

/** Ends the follow-up of a referent on a day: the page is its own confirmation. */
export const endReferentPage = memberPage({
  path: '/referents/:id/fin',
  allowed: mayKeepFiles,
  async get(request) {
    const referent = await found(request)
    if (!referent) return notFoundReply
    const today = await request.read(async (ctx) => ctx.today)
    return endForm(request, referent, { values: dateFieldValues('lastDay', today), errors: [] })
  },
  async post(request) {
    const referent = await found(request)
    if (!referent) return notFoundReply
    const lastDay = dateInput(request.form, 'lastDay', 'le dernier jour')
    const result = await request.submit(endReferent, {
      input: { referentId: referent.id, lastDay: lastDay.iso },
      errors: lastDay.errors,
      location: ({ personId }) => `/personnes/${personId}/acces`,
      notice: { kind: 'success', title: 'Fin du suivi enregistrée' },
    })
    return result.reply ?? endForm(request, referent, result.form)
  },
})
