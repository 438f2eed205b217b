import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, DateField, Form, type FormState, HiddenField } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { endSuspension } from '../commands/end-suspension.ts'
import type { RecordedSuspension } from '../model.ts'
import { mayAct } from '../policy.ts'
import type { PassShown } from '../queries/pass-shown.ts'
import { crumbsOf, datesIn, passGround } from './pass-ground.tsx'

function returnPage(request: PageRequest<Member>, shown: PassShown, { id, version, first }: RecordedSuspension, form: FormState): Reply {
  const here = `/pass/${shown.pass.id}`
  return show(
    'Mettre fin à la suspension',
    <>
      <p class="govuk-caption-l">{shown.person.displayName}</p>
      <h1 class="govuk-heading-l">Mettre fin à la suspension</h1>
      <p class="govuk-body">
        Le PASS IAE est suspendu depuis le {frenchDate(first)}. Il reprendra le lendemain du jour que vous saisissez.
      </p>
      <Form action={`${here}/reprendre`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="suspension" value={id} />
        <HiddenField name="version" value={String(version)} />
        <DateField form={form} name="lastDay" label="Dernier jour de la suspension" />
        <ButtonGroup>
          <Button>Mettre fin à la suspension</Button>
          <a class="govuk-link" href={here}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(shown, 'Fin de la suspension') },
  )
}

const latestSuspension = ({ pass }: PassShown) => pass.suspensions.at(-1)

/** Says when a suspension ends, or ended. */
export const endSuspensionPage = memberPage({
  path: '/pass/:id/reprendre',
  async get(request) {
    const shown = await passGround(request, mayAct)
    const suspension = shown && latestSuspension(shown)
    return suspension ? returnPage(request, shown, suspension, { values: {}, errors: [] }) : notFoundReply
  },
  async post(request) {
    const shown = await passGround(request, mayAct)
    const suspension = shown && latestSuspension(shown)
    if (!suspension) return notFoundReply
    const dates = datesIn(request.form, { lastDay: 'le dernier jour' })
    const result = await request.submit(endSuspension, {
      input: {
        passId: shown.pass.id,
        suspensionId: text(request.form, 'suspension') || suspension.id,
        version: text(request.form, 'version') || suspension.version,
        lastDay: dates.iso.lastDay ?? undefined,
      },
      errors: dates.errors,
      location: ({ passId }) => `/pass/${passId}`,
      notice: { kind: 'success', title: 'Fin de la suspension enregistrée' },
    })
    return result.reply ?? returnPage(request, shown, suspension, result.form)
  },
})
