import { createHash } from 'node:crypto'
import { Button, emptyForm, Form, type FormState, Select, TextField } from '@maillage/ui'
import type { Database } from '../../../platform/database/database.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { addMember } from '../commands/add-member.ts'
import { messages } from '../messages.fr.ts'
import { maySteer } from '../policy.ts'
import { roleOptions } from './role-options.ts'

const ADDRESSES_A_DAY = 20
const DAY = 86_400

function memberForm(request: PageRequest<Member>, form: FormState): Reply {
  return show(
    'Ajouter un membre',
    <>
      <p class="govuk-caption-l">{request.actor.hat.organisationName}</p>
      <h1 class="govuk-heading-l">Ajouter un membre</h1>
      <p class="govuk-body">La personne doit avoir un compte. Elle recevra un message qui dit qui l’a ajoutée et avec quelle casquette.</p>
      <Form action="/mon-organisation/membres/ajouter" csrf={request.csrf} requestId={request.formId} state={form}>
        <TextField
          form={form}
          name="email"
          type="email"
          label="Adresse e-mail de son compte"
          autocomplete="off"
          spellcheck={false}
          width={30}
        />
        <TextField
          form={form}
          name="displayName"
          label="Prénom et nom"
          hint="Tels que vos collègues les liront"
          autocomplete="off"
          spellcheck={false}
          width={30}
        />
        <Select
          form={form}
          name="role"
          label="Casquette"
          hint="Vous pourrez en donner d’autres depuis sa fiche"
          options={roleOptions(request.actor)}
        />
        <Button>Ajouter ce membre</Button>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Mon organisation', href: '/mon-organisation' }, { label: 'Ajouter un membre' }],
    },
  )
}

/** Counts one address asked. Apart from the command: a refusal rolls its transaction back, and would give the try back with it. */
async function mayAsk(database: Database, accountId: string): Promise<boolean> {
  const key = createHash('sha256').update(accountId).digest('hex')
  const row = await database.beforeActor<{ answer: boolean }>('take_rate', ['find-account', key, ADDRESSES_A_DAY, DAY])
  return row?.answer === true
}

/** Makes a member of somebody who has an account; it answers that there is one or none, and counts the questions. */
export const addMemberPage = memberPage({
  path: '/mon-organisation/membres/ajouter',
  allowed: (actor) => maySteer(actor, actor.hat),
  get: async (request) => memberForm(request, emptyForm),
  async post(request) {
    const input = { email: text(request.form, 'email'), displayName: text(request.form, 'displayName'), role: text(request.form, 'role') }
    if (addMember.schema.safeParse(input).success && !(await mayAsk(request.database, request.actor.accountId))) {
      return memberForm(request, { values: input, errors: [{ field: 'email', text: messages['organisations/too-many-addresses']() }] })
    }
    const result = await request.submit(addMember, {
      input,
      location: ({ accountId }) => `/membres/${accountId}`,
      notice: { kind: 'success', title: 'Membre ajouté', text: 'Placez-le maintenant dans une équipe.' },
    })
    return result.reply ?? memberForm(request, result.form)
  },
})
