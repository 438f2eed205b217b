import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, Checkboxes, DateField, Form, type FormState, InsetText } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { closePass } from '../commands/close-pass.ts'
import { mayAct } from '../policy.ts'
import type { PassShown } from '../queries/pass-shown.ts'
import { crumbsOf, datesIn, passGround } from './pass-ground.tsx'

function closingPage(request: PageRequest<Member>, shown: PassShown, form: FormState): Reply {
  const here = `/pass/${shown.pass.id}`
  return show(
    'Mettre fin au parcours',
    <>
      <p class="govuk-caption-l">{shown.person.displayName}</p>
      <h1 class="govuk-heading-l">Mettre fin au parcours</h1>
      <InsetText>
        Un parcours ne peut être arrêté qu’après douze mois de suspension de suite. La carence IAE de deux ans court alors depuis le premier
        jour de la suspension. Le PASS IAE finirait sinon le {frenchDate(shown.summary.last)}.
      </InsetText>
      <Form action={`${here}/cloturer`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Checkboxes
          form={form}
          name="examined"
          label="Examen de la situation"
          choices={[{ value: 'yes', label: 'La situation de la personne et les actions du parcours ont été examinées' }]}
        />
        <DateField
          form={form}
          name="notifiedOn"
          label="Jour où la personne a été informée"
          hint="Date certaine : lettre recommandée reçue, ou remise en main propre contre signature."
        />
        <DateField form={form} name="lastDay" label="Dernier jour du parcours" />
        <ButtonGroup>
          <Button kind="warning">Mettre fin au parcours</Button>
          <a class="govuk-link" href={here}>
            Ne pas y mettre fin
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(shown, 'Mettre fin au parcours') },
  )
}

/** Ends a pathway after a long suspension: the page is its own confirmation. */
export const closePassPage = memberPage({
  path: '/pass/:id/cloturer',
  async get(request) {
    const shown = await passGround(request, mayAct)
    return shown ? closingPage(request, shown, { values: {}, errors: [] }) : notFoundReply
  },
  async post(request) {
    const shown = await passGround(request, mayAct)
    if (!shown) return notFoundReply
    const dates = datesIn(request.form, { lastDay: 'le dernier jour du parcours', notifiedOn: 'le jour où la personne a été informée' })
    const result = await request.submit(closePass, {
      input: {
        passId: shown.pass.id,
        lastDay: dates.iso.lastDay ?? undefined,
        examined: text(request.form, 'examined') === 'yes',
        notifiedOn: dates.iso.notifiedOn,
      },
      errors: dates.errors,
      location: ({ passId }) => `/pass/${passId}`,
      notice: { kind: 'success', title: 'Il a été mis fin au parcours' },
    })
    return result.reply ?? closingPage(request, shown, result.form)
  },
})
