import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, emptyForm, Form, type FormState, InsetText } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type PersonCard, personCard } from '../../people/index.ts'
import { cancelAct } from '../commands/cancel-act.ts'
import { KIND_LABELS } from '../messages.fr.ts'
import type { Act } from '../model.ts'
import { mayAccompany } from '../policy.ts'
import { findAct } from '../queries/acts-of.ts'

interface Noted {
  readonly act: Act
  readonly card: PersonCard
}

function cancelForm(request: PageRequest<Member>, { act, card }: Noted, form: FormState): Reply {
  const acts = `/personnes/${card.id}/actes`
  return show(
    'Retirer un acte',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Retirer cet acte</h1>
      <InsetText>
        {KIND_LABELS[act.kind]} du {frenchDate(act.happenedOn)}
        {act.purpose === null ? '' : <>&nbsp;: {act.purpose}</>}
      </InsetText>
      <p class="govuk-body">Personne ne le lira plus. Pour le corriger, retirez-le puis notez-le de nouveau.</p>
      <Form action={`/actes/${act.id}/retirer`} csrf={request.csrf} requestId={request.formId} state={form}>
        <ButtonGroup>
          <Button kind="warning">Retirer l’acte</Button>
          <a class="govuk-link" href={acts}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Personnes', href: '/personnes' },
        { label: card.displayName, href: `/personnes/${card.id}` },
        { label: 'Accompagnement', href: acts },
        { label: 'Retirer un acte' },
      ],
    },
  )
}

async function notedOf(request: PageRequest<Member>): Promise<Noted | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const act = await findAct(ctx, id)
    const card = act?.recordedBy === request.actor.accountId ? await personCard(ctx, act.personId) : undefined
    return act && card && { act, card }
  })
}

/** The confirmation that an act was noted by mistake. */
export const cancelActPage = memberPage({
  path: '/actes/:id/retirer',
  allowed: mayAccompany,
  async get(request) {
    const found = await notedOf(request)
    return found ? cancelForm(request, found, emptyForm) : notFoundReply
  },
  async post(request) {
    const found = await notedOf(request)
    if (!found) return notFoundReply
    const result = await request.submit(cancelAct, {
      input: { actId: found.act.id },
      location: ({ personId }) => `/personnes/${personId}/actes`,
      notice: { kind: 'success', title: 'Acte retiré' },
    })
    return result.reply ?? cancelForm(request, found, result.form)
  },
})
