import { annexMeasureLabels } from '@maillage/rules/agreements'
import { Button, ButtonGroup, DateField, emptyForm, Fieldset, Form, type FormState, Radios, TextField } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { signAnnex } from '../commands/sign-annex.ts'
import { recordsAgreements } from '../policy.ts'
import { type AgreementGround, crumbsOf, recordingGround } from './agreement-ground.ts'
import { datesIn } from './dates-in.ts'
import { recordedWith } from './recorded-with.ts'

function annexForm(request: PageRequest<Member>, ground: AgreementGround, form: FormState): Reply {
  const here = `/conventions/${ground.siae.id}`
  return show(
    'Enregistrer une annexe signée',
    <>
      <p class="govuk-caption-l">{ground.siae.name}</p>
      <h1 class="govuk-heading-l">Enregistrer une annexe signée</h1>
      <p class="govuk-body">
        Recopiez ce qui est écrit sur l’annexe. Elle peut avoir été signée après son premier jour&nbsp;: les mois déjà travaillés seront
        recalculés.
      </p>
      <Form action={`${here}/signer`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Radios
          form={form}
          name="measure"
          label="Ce que l’annexe finance"
          choices={(['common', 'prison', 'bridge'] as const).map((value) => ({ value, label: annexMeasureLabels[value] }))}
        />
        <TextField form={form} name="number" label="Numéro de l’annexe" width={20} autocomplete="off" optional />
        <DateField form={form} name="firstDay" label="Premier jour de l’annexe" />
        <DateField form={form} name="lastDay" label="Dernier jour de l’annexe" />
        <DateField form={form} name="signedOn" label="Date de signature" />
        <TextField
          form={form}
          name="posts"
          label="Nombre de postes en équivalent temps plein"
          hint="Par exemple 7,43"
          width={5}
          inputmode="decimal"
        />
        <TextField
          form={form}
          name="hoursOfOneFte"
          label="Heures d’un équivalent temps plein, si l’annexe les donne"
          hint="En heures par an. Sans précision, ce sont celles du type de structure."
          width={5}
          inputmode="decimal"
          suffix="h"
          optional
        />
        <TextField
          form={form}
          name="amount"
          label="Montant total de l’annexe, en euros"
          width={10}
          inputmode="decimal"
          suffix="€"
          optional
        />
        <Fieldset legend="Cofinancement du Département" size="section">
          <TextField
            form={form}
            name="cofinancingDepartement"
            label="Part du Département, en euros"
            width={10}
            inputmode="decimal"
            suffix="€"
            optional
          />
          <TextField
            form={form}
            name="cofinancingTotal"
            label="Montant cofinancé en tout, en euros"
            width={10}
            inputmode="decimal"
            suffix="€"
            optional
          />
        </Fieldset>
        <ButtonGroup>
          <Button>Enregistrer l’annexe</Button>
          <a class="govuk-link" href={here}>
            Ne rien enregistrer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(request, ground, 'Enregistrer une annexe') },
  )
}

/** An annex, as it was signed. */
export const signAnnexPage = memberPage({
  path: '/conventions/:siaeId/signer',
  allowed: recordsAgreements,
  async get(request) {
    const ground = await recordingGround(request)
    return ground ? annexForm(request, ground, emptyForm) : notFoundReply
  },
  async post(request) {
    const ground = await recordingGround(request)
    if (!ground) return notFoundReply
    const dates = datesIn(request.form, { firstDay: 'le premier jour', lastDay: 'le dernier jour', signedOn: 'la date de signature' })
    const typed = ['measure', 'number', 'posts', 'hoursOfOneFte', 'amount', 'cofinancingDepartement', 'cofinancingTotal']
    const result = await request.submit(signAnnex, {
      input: { siaeId: ground.siae.id, ...Object.fromEntries(typed.map((name) => [name, text(request.form, name)])), ...dates.iso },
      errors: dates.errors,
      location: ({ siaeId }) => `/conventions/${siaeId}`,
      notice: ({ anomalies }) => recordedWith('Annexe enregistrée', anomalies),
    })
    return result.reply ?? annexForm(request, ground, result.form)
  },
})
