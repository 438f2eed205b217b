import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, emptyForm, Form, type FormState, HiddenField } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { cancelHire } from '../commands/cancel-hire.ts'
import { type HireShown, shownHire } from './hire-page.tsx'

function confirmation(request: PageRequest<Member>, { card: { hire, siaeName }, name }: HireShown, form: FormState): Reply {
  const here = `/embauches/${hire.id}`
  return show(
    'Annuler l’embauche',
    <>
      <p class="govuk-caption-l">
        {name} · {siaeName}
      </p>
      <h1 class="govuk-heading-l">Annuler cette embauche ?</h1>
      <p class="govuk-body">
        À n’utiliser que si la personne n’a jamais commencé. Si elle a travaillé, ne serait-ce qu’un jour, c’est une sortie qui
        s’enregistre, pas une annulation.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>Le contrat du {frenchDate(hire.hiredOn)} est annulé.</li>
        <li>La candidature devient « Embauche annulée » ; vous pourrez l’accepter de nouveau.</li>
        {hire.passAct === 'issue' ? (
          <li>Le PASS IAE est annulé, sauf si une autre structure s’en sert déjà.</li>
        ) : (
          <li>Le PASS IAE de la personne n’est pas touché.</li>
        )}
      </ul>
      <Form action={`${here}/annuler`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(hire.version)} />
        <ButtonGroup>
          <Button kind="warning">Annuler l’embauche</Button>
          <a class="govuk-link" href={here}>
            Ne rien annuler
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Embauches', href: '/embauches' }, { label: name, href: here }, { label: 'Annuler' }],
    },
  )
}

/** Says what cancelling does, then does it. */
export const cancelHirePage = memberPage({
  path: '/embauches/:id/annuler',
  async get(request) {
    const found = await shownHire(request)
    return found && found.card.hire.state === 'declared' ? confirmation(request, found, emptyForm) : notFoundReply
  },
  async post(request) {
    const found = await shownHire(request)
    if (!found) return notFoundReply
    const { id } = found.card.hire
    const result = await request.submit(cancelHire, {
      input: { hireId: id, version: text(request.form, 'version') },
      location: () => `/embauches/${id}`,
      notice: ({ passCancelled }) => ({
        kind: 'success',
        title: 'Embauche annulée',
        text: passCancelled ? 'Le PASS IAE qu’elle avait ouvert est annulé aussi.' : undefined,
      }),
    })
    return result.reply ?? confirmation(request, found, result.form)
  },
})
