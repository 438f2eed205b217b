import { Button, ButtonGroup, DateField, dateFieldValues, Form, type FormState, HiddenField } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { closeUnit } from '../commands/close-unit.ts'
import type { Unit } from '../model.ts'
import { steeredUnit } from './steered-unit.ts'

function closingForm(request: PageRequest<Member>, unit: Unit, form: FormState): Reply {
  return show(
    'Fermer une équipe',
    <>
      <p class="govuk-caption-l">{unit.name}</p>
      <h1 class="govuk-heading-l">Fermer cette équipe</h1>
      <p class="govuk-body">
        Ses membres la quitteront ce jour-là et perdront les droits qu’ils tiennent d’elle. Confiez d’abord les personnes suivies à une
        autre équipe.
      </p>
      <Form action={`/equipes/${unit.id}/fermer`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(unit.version)} />
        <DateField form={form} name="lastDay" label="Dernier jour de l’équipe" />
        <ButtonGroup>
          <Button kind="warning">Fermer l’équipe</Button>
          <a class="govuk-link" href="/mon-organisation">
            Ne pas fermer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Mon organisation', href: '/mon-organisation' }, { label: 'Fermer une équipe' }],
    },
  )
}

/** Closing asks for the day: the page is its own confirmation. */
export const closeUnitPage = memberPage({
  path: '/equipes/:id/fermer',
  async get(request) {
    const unit = await steeredUnit(request)
    if (unit?.open.last !== null) return notFoundReply
    const today = await request.read(async (ctx) => ctx.today)
    return closingForm(request, unit, { values: dateFieldValues('lastDay', today), errors: [] })
  },
  async post(request) {
    const unit = await steeredUnit(request)
    if (!unit) return notFoundReply
    const lastDay = dateInput(request.form, 'lastDay', 'le dernier jour')
    const result = await request.submit(closeUnit, {
      input: { unitId: unit.id, version: text(request.form, 'version'), lastDay: lastDay.iso },
      errors: lastDay.errors,
      location: () => '/mon-organisation',
      notice: { kind: 'success', title: 'La fermeture de l’équipe est enregistrée' },
    })
    return result.reply ?? closingForm(request, (await steeredUnit(request)) ?? unit, result.form)
  },
})
