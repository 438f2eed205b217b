import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, DateField, emptyForm, Form, type FormState, HiddenField } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { moveHireDate } from '../commands/move-hire-date.ts'
import { type HireShown, shownHire } from './hire-page.tsx'

function movingForm(request: PageRequest<Member>, { card: { hire, siaeName }, name }: HireShown, form: FormState): Reply {
  const here = `/embauches/${hire.id}`
  return show(
    'Changer le premier jour',
    <>
      <p class="govuk-caption-l">
        {name} · {siaeName}
      </p>
      <h1 class="govuk-heading-l">Changer le premier jour</h1>
      <p class="govuk-body">
        L’embauche est déclarée au {frenchDate(hire.hiredOn)}. Un PASS IAE qui n’a pas commencé se déplace avec elle.
      </p>
      <Form action={`${here}/deplacer`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(hire.version)} />
        <DateField form={form} name="to" label="Nouveau premier jour" />
        <ButtonGroup>
          <Button>Changer le premier jour</Button>
          <a class="govuk-link" href={here}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Embauches', href: '/embauches' }, { label: name, href: here }, { label: 'Changer le premier jour' }],
    },
  )
}

/** Moves the first day of a hire. */
export const moveHirePage = memberPage({
  path: '/embauches/:id/deplacer',
  async get(request) {
    const found = await shownHire(request)
    return found && found.card.hire.state === 'declared' ? movingForm(request, found, emptyForm) : notFoundReply
  },
  async post(request) {
    const found = await shownHire(request)
    if (!found) return notFoundReply
    const { id } = found.card.hire
    const to = dateInput(request.form, 'to', 'le nouveau premier jour')
    const result = await request.submit(moveHireDate, {
      input: { hireId: id, version: text(request.form, 'version'), to: to.iso },
      errors: to.errors,
      location: () => `/embauches/${id}`,
      notice: { kind: 'success', title: 'Premier jour changé' },
    })
    return result.reply ?? movingForm(request, found, result.form)
  },
})
