import { plural } from '@maillage/kernel'
import { Button, DateField, emptyForm, Form, type FormState, TextArea } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { authorityOver } from '../../organisations/index.ts'
import { findUnauthorised } from '../commands/find-unauthorised.ts'

interface Judged {
  readonly id: string
  readonly name: string
}

function findingForm(request: PageRequest<Member>, { id, name }: Judged, form: FormState): Reply {
  const here = `/organisations/${id}`
  return show(
    'Prescriptions sans habilitation',
    <>
      <p class="govuk-caption-l">{name}</p>
      <h1 class="govuk-heading-l">Constater des prescriptions sans habilitation</h1>
      <p class="govuk-body">
        L’habilitation par le préfet prend fin la veille du jour que vous indiquez. Les PASS IAE déjà délivrés restent acquis aux personnes,
        de bonne foi&nbsp;: chacun de ceux qui servent dans votre département devient un dossier à décider, dans vos anomalies à résoudre.
      </p>
      <Form action={`${here}/sans-habilitation`} csrf={request.csrf} requestId={request.formId} state={form}>
        <DateField form={form} name="firstDay" label="Premier jour sans habilitation" />
        <TextArea form={form} name="grounds" label="Sur quoi repose ce constat" hint="Lu par votre service seulement" rows={5} />
        <Button kind="warning">Enregistrer le constat</Button>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Prescripteurs', href: '/prescripteurs' },
        { label: name, href: here },
        { label: 'Prescriptions sans habilitation' },
      ],
    },
  )
}

async function judged(request: PageRequest<Member>): Promise<Judged | undefined> {
  const id = recordId(request.params['id'])
  return id === undefined ? undefined : request.read((ctx) => authorityOver(ctx, id))
}

/** What the State finds of a prescriber afterwards. */
export const findUnauthorisedPage = memberPage({
  path: '/organisations/:id/sans-habilitation',
  async get(request) {
    const found = await judged(request)
    return found ? findingForm(request, found, emptyForm) : notFoundReply
  },
  async post(request) {
    const found = await judged(request)
    if (!found) return notFoundReply
    const firstDay = dateInput(request.form, 'firstDay', 'le premier jour sans habilitation')
    const result = await request.submit(findUnauthorised, {
      input: { organisationId: found.id, firstDay: firstDay.iso, grounds: text(request.form, 'grounds') },
      errors: firstDay.errors,
      location: ({ organisationId }) => `/organisations/${organisationId}`,
      notice: ({ cases }) => ({
        kind: 'success',
        title: 'Constat enregistré',
        text: cases === 0 ? 'Aucun PASS IAE ne repose sur ces prescriptions.' : `${plural(cases, 'dossier')} à décider.`,
      }),
    })
    return result.reply ?? findingForm(request, found, result.form)
  },
})
