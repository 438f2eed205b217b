import { frenchDate, plural } from '@maillage/kernel'
import { Button, ButtonGroup, emptyForm, Form, type FormState, InsetText } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { cancelWorkshop } from '../commands/cancel-workshop.ts'
import { mayAccompany } from '../policy.ts'
import { findWorkshop } from '../queries/workshops.ts'
import { WORKSHOPS } from './workshops-page.tsx'

/** What taking it back does, before it is done; « page introuvable » for a workshop of somebody else. */
async function confirmation(request: PageRequest<Member>, form: FormState): Promise<Reply> {
  const id = recordId(request.params['id'])
  const found = id && (await request.read((ctx) => findWorkshop(ctx, id)))
  if (!found || found.workshop.recordedBy !== request.actor.accountId) return notFoundReply
  const { workshop, people } = found
  const here = `${WORKSHOPS}/${workshop.id}`
  return show(
    'Retirer un atelier',
    <>
      <p class="govuk-caption-l">Atelier collectif</p>
      <h1 class="govuk-heading-l">Retirer cet atelier</h1>
      <InsetText>
        {workshop.theme}, {frenchDate(workshop.happenedOn)}, {plural(people.length, 'personne présente', 'personnes présentes')}
      </InsetText>
      <p class="govuk-body">
        Il sera retiré de tous les dossiers où il est noté, et personne ne le lira plus. Pour enlever une seule personne, retirez-la depuis
        l’atelier.
      </p>
      <Form action={`${here}/retirer`} csrf={request.csrf} requestId={request.formId} state={form}>
        <ButtonGroup>
          <Button kind="warning">Retirer l’atelier</Button>
          <a class="govuk-link" href={here}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Accueil', href: '/' },
        { label: 'Ateliers', href: WORKSHOPS },
        { label: workshop.theme, href: here },
        { label: 'Retirer' },
      ],
    },
  )
}

/** The confirmation that a workshop was noted by mistake. */
export const cancelWorkshopPage = memberPage({
  path: `${WORKSHOPS}/:id/retirer`,
  allowed: mayAccompany,
  get: (request) => confirmation(request, emptyForm),
  async post(request) {
    const id = recordId(request.params['id'])
    if (id === undefined) return notFoundReply
    const result = await request.submit(cancelWorkshop, {
      input: { workshopId: id },
      location: () => WORKSHOPS,
      notice: { kind: 'success', title: 'Atelier retiré' },
    })
    return result.reply ?? confirmation(request, result.form)
  },
})
