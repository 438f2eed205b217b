import { shownPassNumber } from '@maillage/rules/pass-iae'
import { Button, ButtonGroup, DateField, dateFieldValues, Form, type FormState, TextField } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { recordCertificate } from '../commands/record-certificate.ts'
import { type Circles, mayAct } from '../policy.ts'
import type { PassShown } from '../queries/pass-shown.ts'
import { crumbsOf, datesIn, passGround } from './pass-ground.tsx'

function numberPage(request: PageRequest<Member>, shown: PassShown, form: FormState): Reply {
  const here = `/pass/${shown.pass.id}`
  return show(
    'Saisir l’attestation',
    <>
      <p class="govuk-caption-l">{shown.person.displayName}</p>
      <h1 class="govuk-heading-l">Saisir l’attestation du PASS IAE</h1>
      <p class="govuk-body">
        Recopiez ce qui est écrit sur l’attestation des emplois de l’inclusion. Notre calcul reste à côté&nbsp;: si les dates diffèrent, la
        page du PASS IAE le dit.
      </p>
      <Form action={`${here}/numero`} csrf={request.csrf} requestId={request.formId} state={form}>
        <TextField
          form={form}
          name="number"
          label="Numéro"
          hint="Douze chiffres, par exemple 99999 00 00001"
          inputmode="numeric"
          width={20}
        />
        <DateField form={form} name="firstDay" label="Premier jour" />
        <DateField form={form} name="lastDay" label="Dernier jour" />
        <ButtonGroup>
          <Button>Enregistrer</Button>
          <a class="govuk-link" href={here}>
            Revenir au PASS IAE
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(shown, 'Saisir l’attestation') },
  )
}

async function externalOnly(
  request: PageRequest<Member>,
  may: (actor: Actor, circles: Circles) => boolean,
): Promise<PassShown | undefined> {
  const shown = await passGround(request, may)
  return shown?.pass.issuerMode === 'external' ? shown : undefined
}

/** What the State's certificate says, typed once. */
export const passNumberPage = memberPage({
  path: '/pass/:id/numero',
  async get(request) {
    const shown = await externalOnly(request, mayAct)
    if (!shown) return notFoundReply
    const { number, certificate } = shown.pass
    const dates = certificate ? { ...dateFieldValues('firstDay', certificate.first), ...dateFieldValues('lastDay', certificate.last) } : {}
    return numberPage(request, shown, { values: { ...(number ? { number: shownPassNumber(number) } : {}), ...dates }, errors: [] })
  },
  async post(request) {
    const shown = await externalOnly(request, mayAct)
    if (!shown) return notFoundReply
    const dates = datesIn(request.form, { firstDay: 'le premier jour', lastDay: 'le dernier jour' })
    const result = await request.submit(recordCertificate, {
      input: {
        passId: shown.pass.id,
        number: text(request.form, 'number'),
        firstDay: dates.iso.firstDay ?? undefined,
        lastDay: dates.iso.lastDay ?? undefined,
      },
      errors: dates.errors,
      location: ({ passId }) => `/pass/${passId}`,
      notice: { kind: 'success', title: 'Attestation enregistrée' },
    })
    return result.reply ?? numberPage(request, shown, result.form)
  },
})
