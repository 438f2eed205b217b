import { Button, DateField, dateFieldValues, EmptyState, Form, type FormState, Select, TextField } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member as Reader } from '../../../platform/http/slice.ts'
import { ROLE_LABELS } from '../../accounts/index.ts'
import { delegate } from '../commands/delegate.ts'
import { hatsOn, members } from '../queries/members.ts'

/** The hats of colleagues: one deputy is one hat, so that their rights stay told apart. */
function colleagues(request: PageRequest<Reader>): Promise<readonly { value: string; label: string }[]> {
  return request.read(async (ctx) => {
    const others = (await members(ctx, request.actor.hat.organisationId)).filter(({ accountId }) => accountId !== request.actor.accountId)
    return others.flatMap((person) =>
      hatsOn(person, ctx.today).map(({ membershipId, role }) => ({
        value: membershipId,
        label: `${person.name}, ${ROLE_LABELS[role] ?? role}`,
      })),
    )
  })
}

async function delegationForm(request: PageRequest<Reader>, form: FormState): Promise<Reply> {
  const options = await colleagues(request)
  const role = ROLE_LABELS[request.actor.hat.role] ?? request.actor.hat.role
  return show(
    'Me faire suppléer',
    <>
      <p class="govuk-caption-l">{request.actor.hat.organisationName}</p>
      <h1 class="govuk-heading-l">Me faire suppléer</h1>
      {options.length === 0 ? (
        <EmptyState title="Vous êtes le seul membre" action={{ label: 'Revenir à mon organisation', href: '/mon-organisation' }}>
          Pour vous faire suppléer, votre organisation doit compter un autre membre.
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            Pendant ces jours, votre collègue pourra agir à votre place sous la casquette «&nbsp;{role}&nbsp;», et en son propre nom.
          </p>
          <Form action="/mon-organisation/suppleances/ajouter" csrf={request.csrf} requestId={request.formId} state={form}>
            <Select form={form} name="toMembershipId" label="Personne qui vous supplée" options={options} />
            <DateField form={form} name="firstDay" label="Premier jour" />
            <DateField form={form} name="lastDay" label="Dernier jour" hint="Ce jour compris" />
            <TextField
              form={form}
              name="reason"
              label="Motif"
              hint="Vos collègues le liront&nbsp;: «&nbsp;congés&nbsp;», «&nbsp;formation&nbsp;», sans rien de personnel"
              width={30}
            />
            <Button>Désigner cette personne</Button>
          </Form>
        </>
      )}
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Mon organisation', href: '/mon-organisation' }, { label: 'Me faire suppléer' }],
    },
  )
}

/** A member names who stands in for them. */
export const delegatePage = memberPage({
  path: '/mon-organisation/suppleances/ajouter',
  async get(request) {
    const today = await request.read(async (ctx) => ctx.today)
    return delegationForm(request, { values: dateFieldValues('firstDay', today), errors: [] })
  },
  async post(request) {
    const [firstDay, lastDay] = [
      dateInput(request.form, 'firstDay', 'le premier jour'),
      dateInput(request.form, 'lastDay', 'le dernier jour'),
    ]
    const result = await request.submit(delegate, {
      input: {
        toMembershipId: text(request.form, 'toMembershipId'),
        firstDay: firstDay.iso,
        lastDay: lastDay.iso,
        reason: text(request.form, 'reason'),
      },
      errors: [...firstDay.errors, ...lastDay.errors],
      location: () => '/mon-organisation',
      notice: { kind: 'success', title: 'Suppléance enregistrée' },
    })
    return result.reply ?? delegationForm(request, result.form)
  },
})
