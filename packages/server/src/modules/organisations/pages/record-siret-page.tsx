import { frenchDate } from '@maillage/kernel'
import { Button, DateField, dateFieldValues, Form, type FormState, SummaryList, TextField } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { recordSiret } from '../commands/record-siret.ts'
import { isOpen, type Siae, shownSiren, shownSiret } from '../model.ts'
import { maySteer } from '../policy.ts'
import { findOrganisation, findSiae, latestSiret } from '../store.ts'

interface Steered {
  readonly siae: Siae
  readonly current: Awaited<ReturnType<typeof latestSiret>>
  readonly siren: string | null
}

function siretForm(request: PageRequest<Member>, { siae, current, siren }: Steered, form: FormState): Reply {
  const here = `/structures/${siae.id}`
  return show(
    'Nouveau SIRET',
    <>
      <p class="govuk-caption-l">{siae.name}</p>
      <h1 class="govuk-heading-l">Enregistrer un nouveau numéro SIRET</h1>
      <p class="govuk-body">
        La structure reste la même&nbsp;: ses contrats, ses heures et ses conventions ne changent pas. L’ancien numéro prend fin la veille.
      </p>
      <SummaryList
        rows={[
          { label: 'Numéro actuel', value: current ? `${shownSiret(current.number)}, depuis le ${frenchDate(current.first)}` : undefined },
          { label: 'SIREN de l’organisme porteur', value: siren ? shownSiren(siren) : undefined },
        ]}
      />
      <Form action={`${here}/siret`} csrf={request.csrf} requestId={request.formId} state={form}>
        <TextField
          form={form}
          name="siret"
          label="Nouveau numéro SIRET"
          hint="14 chiffres, avec ou sans espaces"
          inputmode="numeric"
          autocomplete="off"
          width={20}
        />
        <DateField form={form} name="firstDay" label="Premier jour de ce numéro" hint="La date d’effet de l’avis de situation de l’Insee" />
        <Button>Enregistrer le numéro</Button>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Structures', href: '/structures' }, { label: siae.name, href: here }, { label: 'Nouveau SIRET' }],
    },
  )
}

async function steered(request: PageRequest<Member>): Promise<Steered | undefined> {
  const id = recordId(request.params['id'])
  if (!id) return undefined
  return request.read(async (ctx) => {
    const siae = await findSiae(ctx, id)
    if (!siae || !isOpen(siae, ctx.today) || !maySteer(request.actor, siae)) return undefined
    const carrier = await findOrganisation(ctx, siae.organisationId)
    return { siae, current: await latestSiret(ctx, id), siren: carrier?.siren ?? null }
  })
}

/** The structure moved, or its carrier reorganised: the number follows, the history stays. */
export const recordSiretPage = memberPage({
  path: '/structures/:id/siret',
  async get(request) {
    const found = await steered(request)
    if (!found) return notFoundReply
    const today = await request.read(async (ctx) => ctx.today)
    return siretForm(request, found, { values: dateFieldValues('firstDay', today), errors: [] })
  },
  async post(request) {
    const found = await steered(request)
    if (!found) return notFoundReply
    const firstDay = dateInput(request.form, 'firstDay', 'le premier jour')
    const result = await request.submit(recordSiret, {
      input: { siaeId: found.siae.id, siret: text(request.form, 'siret'), firstDay: firstDay.iso },
      errors: firstDay.errors,
      location: ({ siaeId }) => `/structures/${siaeId}`,
      notice: { kind: 'success', title: 'Numéro SIRET enregistré' },
    })
    return result.reply ?? siretForm(request, found, result.form)
  },
})
