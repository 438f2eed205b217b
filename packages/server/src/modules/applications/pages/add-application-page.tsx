import { parseDate } from '@maillage/kernel'
import { Button, ButtonGroup, emptyForm, Form, type FormState, HiddenField, InsetText, Radios, typedValue } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { orientPerson } from '../commands/orient-person.ts'
import { mayReceive } from '../policy.ts'
import { mySiaes } from '../queries/my-siaes.ts'
import { peopleAlike } from '../queries/people-alike.ts'
import { asksWho, PersonFields, readOrientation, WishFields } from './orientation-fields.tsx'

const HERE = '/candidatures/ajouter'

async function additionForm(request: PageRequest<Member>, form: FormState): Promise<Reply> {
  const birthDate = asksWho(form) ? parseDate(readOrientation(form.values).input.birthDate ?? '') : undefined
  const { siaes, alike } = await request.read(async (ctx) => ({
    siaes: await mySiaes(ctx),
    alike:
      birthDate === undefined
        ? []
        : await peopleAlike(ctx, {
            birthName: typedValue(form, 'birthName').trim(),
            givenNames: typedValue(form, 'givenNames').trim(),
            birthDate,
          }),
  }))
  const [only, ...others] = siaes
  return show(
    'Ajouter une candidature spontanée',
    <>
      <h1 class="govuk-heading-l">Ajouter une candidature spontanée</h1>
      <InsetText>
        Pour une personne venue d’elle-même, ou que vous embauchez sans candidature. Vous ferez le diagnostic d’éligibilité avec les
        justificatifs.
      </InsetText>
      <Form action={HERE} csrf={request.csrf} requestId={request.formId} state={form}>
        {only && others.length === 0 ? (
          <HiddenField name="siaeId" value={only.id} />
        ) : (
          <Radios
            form={form}
            name="siaeId"
            label="Pour quelle structure ?"
            choices={siaes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <PersonFields form={form} chosen={undefined} alike={alike} />
        <WishFields form={form} optional />
        <ButtonGroup>
          <Button>Ajouter la candidature</Button>
          <Button kind="secondary" name="then" value="hire">
            Ajouter et déclarer l’embauche
          </Button>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Candidatures', href: '/candidatures' }, { label: 'Ajouter' }],
    },
  )
}

/** A structure writes down somebody who came by themselves, and may hire them at once. */
export const addApplicationPage = memberPage({
  path: HERE,
  allowed: mayReceive,
  get: (request) => additionForm(request, emptyForm),
  async post(request) {
    const { input, errors } = readOrientation(request.form)
    const hires = text(request.form, 'then') === 'hire'
    const result = await request.submit(orientPerson, {
      input,
      errors,
      location: ({ id }) => (hires ? `/candidatures/${id}/embaucher` : `/candidatures/${id}`),
      notice: { kind: 'success', title: 'Candidature ajoutée' },
    })
    return result.reply ?? additionForm(request, result.form)
  },
})
