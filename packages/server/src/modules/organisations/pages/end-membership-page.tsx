import { Button, ButtonGroup, DateField, dateFieldValues, Form, type FormState, HiddenField, Radios } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { ROLE_LABELS } from '../../accounts/index.ts'
import { endMembership } from '../commands/end-membership.ts'
import { hatsOn } from '../queries/members.ts'
import { type SteeredHat, steeredHat } from './steered-hat.ts'

function endingForm(request: PageRequest<Member>, { person, hat, today }: SteeredHat, form: FormState): Reply {
  const here = `/membres/${person.accountId}`
  const role = ROLE_LABELS[hat.role] ?? hat.role
  const several = hatsOn(person, today).length > 1
  return show(
    'Mettre fin à une casquette',
    <>
      <p class="govuk-caption-l">{person.name}</p>
      <h1 class="govuk-heading-l">Mettre fin à la casquette «&nbsp;{role}&nbsp;»</h1>
      <p class="govuk-body">
        Les droits, les équipes et les suppléances qui en viennent s’arrêtent à la fin de ce jour. Ce que {person.name} a écrit reste, sous
        son nom.
      </p>
      <Form action={`/casquettes/${hat.membershipId}/fin`} csrf={request.csrf} requestId={request.formId} state={form}>
        {several ? (
          <Radios
            form={form}
            name="scope"
            label="Ce qui prend fin"
            choices={[
              { value: 'hat', label: 'Cette casquette seulement' },
              { value: 'person', label: 'Toutes ses casquettes', hint: `${person.name} quitte l’organisation` },
            ]}
          />
        ) : (
          <HiddenField name="scope" value="hat" />
        )}
        <DateField form={form} name="lastDay" label="Dernier jour" hint="Ce jour compris" />
        <ButtonGroup>
          <Button kind="warning">Mettre fin à la casquette</Button>
          <a class="govuk-link" href={here}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Mon organisation', href: '/mon-organisation' },
        { label: person.name, href: here },
        { label: 'Mettre fin à une casquette' },
      ],
    },
  )
}

/** Says what ends before it ends: the page is the confirmation. */
export const endMembershipPage = memberPage({
  path: '/casquettes/:id/fin',
  async get(request) {
    const found = await steeredHat(request)
    return found ? endingForm(request, found, { values: dateFieldValues('lastDay', found.today), errors: [] }) : notFoundReply
  },
  async post(request) {
    const found = await steeredHat(request)
    if (!found) return notFoundReply
    const lastDay = dateInput(request.form, 'lastDay', 'le dernier jour')
    const result = await request.submit(endMembership, {
      input: { membershipId: found.hat.membershipId, scope: text(request.form, 'scope'), lastDay: lastDay.iso },
      errors: lastDay.errors,
      location: () => `/membres/${found.person.accountId}`,
      notice: { kind: 'success', title: 'La fin est enregistrée' },
    })
    return result.reply ?? endingForm(request, found, result.form)
  },
})
