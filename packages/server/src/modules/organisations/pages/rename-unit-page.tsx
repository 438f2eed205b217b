import { Button, Form, type FormState, HiddenField, InsetText, TextField, typedValue } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { renameUnit } from '../commands/rename-unit.ts'
import type { Unit } from '../model.ts'
import { steeredUnit } from './steered-unit.ts'

function renamingForm(request: PageRequest<Member>, unit: Unit, form: FormState): Reply {
  const read = typedValue(form, 'version')
  return show(
    'Renommer une équipe',
    <>
      <p class="govuk-caption-l">{unit.name}</p>
      <h1 class="govuk-heading-l">Renommer cette équipe</h1>
      <Form action={`/equipes/${unit.id}/modifier`} csrf={request.csrf} requestId={request.formId} state={form}>
        {read !== '' && read !== String(unit.version) ? (
          <InsetText>Nom actuel, enregistré pendant que vous écriviez : {unit.name}</InsetText>
        ) : null}
        <HiddenField name="version" value={String(unit.version)} />
        <TextField form={form} name="name" label="Nouveau nom" width={30} />
        <Button>Enregistrer</Button>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Mon organisation', href: '/mon-organisation' }, { label: 'Renommer une équipe' }],
    },
  )
}

/** Gives a team another name. */
export const renameUnitPage = memberPage({
  path: '/equipes/:id/modifier',
  async get(request) {
    const unit = await steeredUnit(request)
    return unit?.open.last === null
      ? renamingForm(request, unit, { values: { name: unit.name, version: String(unit.version) }, errors: [] })
      : notFoundReply
  },
  async post(request) {
    const unit = await steeredUnit(request)
    if (!unit) return notFoundReply
    const result = await request.submit(renameUnit, {
      input: { unitId: unit.id, version: text(request.form, 'version'), name: text(request.form, 'name') },
      location: () => '/mon-organisation',
      notice: { kind: 'success', title: 'Équipe renommée' },
    })
    return result.reply ?? renamingForm(request, (await steeredUnit(request)) ?? unit, result.form)
  },
})
