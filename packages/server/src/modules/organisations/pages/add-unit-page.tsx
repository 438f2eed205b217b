import { Button, Form, type FormState, Radios, Select, TextField } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { addUnit } from '../commands/add-unit.ts'
import { maySteer } from '../policy.ts'
import { siaesOf } from '../queries/siaes-of.ts'

const KINDS = [
  { value: 'team', label: 'Une équipe', hint: 'Des collègues qui suivent les mêmes personnes' },
  { value: 'agency', label: 'Une agence', hint: 'Un lieu d’accueil, dont les membres se remplacent' },
]

async function unitForm(request: PageRequest<Member>, form: FormState): Promise<Reply> {
  const siaes = await request.read((ctx) => siaesOf(ctx, request.actor.hat.organisationId))
  return show(
    'Ajouter une équipe',
    <>
      <p class="govuk-caption-l">{request.actor.hat.organisationName}</p>
      <h1 class="govuk-heading-l">Ajouter une équipe ou une agence</h1>
      <p class="govuk-body">
        Les droits sur les personnes accompagnées sont tenus par une équipe&nbsp;: un membre n’atteint que les personnes suivies par les
        siennes.
      </p>
      <Form action="/mon-organisation/equipes/ajouter" csrf={request.csrf} requestId={request.formId} state={form}>
        <TextField form={form} name="name" label="Nom" hint="Par exemple&nbsp;: Équipe de Limoux" width={30} />
        <Radios form={form} name="kind" label="Nature" choices={KINDS} />
        {siaes.length > 0 ? (
          <Select
            form={form}
            name="siaeId"
            label="Structure"
            hint="Laissez vide si l’équipe sert toute l’organisation"
            placeholder="Toute l’organisation"
            options={siaes.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        ) : null}
        <Button>Ajouter l’équipe ou l’agence</Button>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Mon organisation', href: '/mon-organisation' }, { label: 'Ajouter une équipe' }],
    },
  )
}

/** Opens a team or an agency. Arriving from a structure, that structure is proposed. */
export const addUnitPage = memberPage({
  path: '/mon-organisation/equipes/ajouter',
  allowed: (actor) => maySteer(actor, actor.hat),
  get: (request) => unitForm(request, { values: { siaeId: text(request.query, 'siaeId') }, errors: [] }),
  async post(request) {
    const result = await request.submit(addUnit, {
      input: { name: text(request.form, 'name'), kind: text(request.form, 'kind'), siaeId: text(request.form, 'siaeId') },
      location: () => '/mon-organisation',
      notice: { kind: 'success', title: 'Équipe ajoutée', text: 'Vous pouvez maintenant y placer des membres, depuis leur fiche.' },
    })
    return result.reply ?? unitForm(request, result.form)
  },
})
