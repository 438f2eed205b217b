import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, emptyForm, Form, type FormState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { withdrawSuccession } from '../commands/withdraw-succession.ts'
import type { Siae, Succession } from '../model.ts'
import { maySteer } from '../policy.ts'
import { findSiae, findSuccession } from '../store.ts'

interface Proposed {
  readonly proposed: Succession
  readonly siae: Siae
  readonly successor: Siae
}

function withdrawForm(request: PageRequest<Member>, { proposed, siae, successor }: Proposed, form: FormState): Reply {
  const card = `/structures/${siae.id}`
  return show(
    'Retirer une proposition de reprise',
    <>
      <p class="govuk-caption-l">{siae.name}</p>
      <h1 class="govuk-heading-l">Retirer la proposition de reprise</h1>
      <p class="govuk-body">
        Vous proposez à « {successor.name} » de reprendre cette structure après le {frenchDate(proposed.lastDay)}. Sa réponse ne sera plus
        attendue&nbsp;: rien ne change pour les personnes, et vous pourrez faire une autre proposition.
      </p>
      <Form action={`/reprises/${proposed.id}/retirer`} csrf={request.csrf} requestId={request.formId} state={form}>
        <ButtonGroup>
          <Button kind="warning">Retirer la proposition</Button>
          <a class="govuk-link" href={card}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Structures', href: '/structures' },
        { label: siae.name, href: card },
        { label: 'Retirer une proposition de reprise' },
      ],
    },
  )
}

async function proposedOf(request: PageRequest<Member>): Promise<Proposed | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const proposed = await findSuccession(ctx, id)
    if (proposed?.state !== 'waiting' || proposed.successorId === null) return undefined
    const [siae, successor] = [await findSiae(ctx, proposed.siaeId), await findSiae(ctx, proposed.successorId)]
    return siae && successor && maySteer(request.actor, siae) ? { proposed, siae, successor } : undefined
  })
}

/** The confirmation that a structure is no longer proposed to another carrier. */
export const withdrawSuccessionPage = memberPage({
  path: '/reprises/:id/retirer',
  async get(request) {
    const found = await proposedOf(request)
    return found ? withdrawForm(request, found, emptyForm) : notFoundReply
  },
  async post(request) {
    const found = await proposedOf(request)
    if (!found) return notFoundReply
    const result = await request.submit(withdrawSuccession, {
      input: { successionId: found.proposed.id },
      location: ({ siaeId }) => `/structures/${siaeId}`,
      notice: { kind: 'success', title: 'Proposition retirée', text: 'La structure continue.' },
    })
    return result.reply ?? withdrawForm(request, found, result.form)
  },
})
