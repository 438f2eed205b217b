import { Button, emptyForm, Form, type FormState, Select } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member as Reader } from '../../../platform/http/slice.ts'
import { giveRole } from '../commands/give-role.ts'
import { maySteer } from '../policy.ts'
import { hatsOn, type Member, members } from '../queries/members.ts'
import { roleOptions } from './role-options.ts'

interface Found {
  readonly person: Member
  /** Roles they do not have today. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

function roleForm(request: PageRequest<Reader>, { person, options }: Found, form: FormState): Reply {
  const here = `/membres/${person.accountId}`
  return show(
    'Donner une casquette',
    <>
      <p class="govuk-caption-l">{person.name}</p>
      <h1 class="govuk-heading-l">Donner une autre casquette</h1>
      <p class="govuk-body">
        Une personne porte une casquette à la fois et en change en haut de la page. Chacune a ses droits et ses équipes.
      </p>
      <Form action={`${here}/casquettes/ajouter`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Select form={form} name="role" label="Casquette" options={options} />
        <Button>Donner cette casquette</Button>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Mon organisation', href: '/mon-organisation' },
        { label: person.name, href: here },
        { label: 'Donner une casquette' },
      ],
    },
  )
}

async function found(request: PageRequest<Reader>): Promise<Found | undefined> {
  const id = recordId(request.params['id'])
  return request.read(async (ctx) => {
    const person = (await members(ctx, request.actor.hat.organisationId)).find(({ accountId }) => accountId === id)
    const held = person ? hatsOn(person, ctx.today) : []
    if (!person || held.length === 0) return undefined
    return { person, options: roleOptions(request.actor).filter(({ value }) => !held.some(({ role }) => role === value)) }
  })
}

/** Gives one more hat to a member. */
export const giveRolePage = memberPage({
  path: '/membres/:id/casquettes/ajouter',
  allowed: (actor) => maySteer(actor, actor.hat),
  async get(request) {
    const known = await found(request)
    return known ? roleForm(request, known, emptyForm) : notFoundReply
  },
  async post(request) {
    const known = await found(request)
    if (!known) return notFoundReply
    const result = await request.submit(giveRole, {
      input: { accountId: known.person.accountId, role: text(request.form, 'role') },
      location: ({ accountId }) => `/membres/${accountId}`,
      notice: { kind: 'success', title: 'Casquette donnée' },
    })
    return result.reply ?? roleForm(request, known, result.form)
  },
})
