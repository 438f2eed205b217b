import { Button, ButtonGroup, emptyForm, Form, type FormState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { endDelegation } from '../commands/end-delegation.ts'
import { mayEndDelegation } from '../policy.ts'
import { type DelegationLine, delegations } from '../queries/delegations.ts'
import { shownPeriod } from './shown-period.ts'

interface Found {
  readonly line: DelegationLine
  readonly begun: boolean
}

function endingForm(request: PageRequest<Member>, { line, begun }: Found, form: FormState): Reply {
  return show(
    'Mettre fin à une suppléance',
    <>
      <p class="govuk-caption-l">
        {line.from}, suppléé(e) par {line.to} {shownPeriod(line.period)}
      </p>
      <h1 class="govuk-heading-l">Mettre fin à cette suppléance</h1>
      <p class="govuk-body">
        {begun
          ? `${line.to} gardera ses droits de suppléance jusqu’à ce soir. Ce qui a été fait reste.`
          : 'Elle n’a pas commencé\u00a0: elle n’aura pas lieu.'}
      </p>
      <Form action={`/suppleances/${line.id}/fin`} csrf={request.csrf} requestId={request.formId} state={form}>
        <ButtonGroup>
          <Button kind="warning">Mettre fin à la suppléance</Button>
          <a class="govuk-link" href="/mon-organisation">
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Mon organisation', href: '/mon-organisation' }, { label: 'Mettre fin à une suppléance' }],
    },
  )
}

function found(request: PageRequest<Member>): Promise<Found | undefined> {
  return request.read(async (ctx) => {
    const line = (await delegations(ctx, request.actor.hat.organisationId)).find(({ id }) => id === request.params['id'])
    return line && mayEndDelegation(request.actor, line) ? { line, begun: line.period.first <= ctx.today } : undefined
  })
}

/** The confirmation that a deputy is no longer needed. */
export const endDelegationPage = memberPage({
  path: '/suppleances/:id/fin',
  async get(request) {
    const known = await found(request)
    return known ? endingForm(request, known, emptyForm) : notFoundReply
  },
  async post(request) {
    // One withdrawn is listed no more: the command answers alone, so that a form sent twice gets the same answer.
    const id = recordId(request.params['id'])
    if (!id) return notFoundReply
    const result = await request.submit(endDelegation, {
      input: { delegationId: id },
      location: () => '/mon-organisation',
      notice: { kind: 'success', title: 'La fin de la suppléance est enregistrée' },
    })
    if (result.reply) return result.reply
    const known = await found(request)
    return known ? endingForm(request, known, result.form) : notFoundReply
  },
})
