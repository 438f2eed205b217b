import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, DateField, dateFieldValues, Form, type FormState, Radios, TextArea } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { mayReadContracts } from '../../employment/index.ts'
import { logReading } from '../../people/index.ts'
import { concludeImmersion } from '../commands/conclude-immersion.ts'
import { OUTCOME_LABELS } from '../messages.fr.ts'
import { OUTCOMES } from '../model.ts'
import type { ImmersionCard } from '../queries/immersion-card.ts'
import { crumbsOf, immersionHref, shownImmersion } from './immersion-in-address.ts'

function concludeForm(request: PageRequest<Member>, card: ImmersionCard, form: FormState): Reply {
  const { immersion, personName } = card
  const here = immersionHref(immersion.id)
  return show(
    'Bilan de l’immersion',
    <>
      <p class="govuk-caption-l">
        {personName} · {immersion.hostName ?? 'Employeur effacé'}, du {frenchDate(immersion.first)} au {frenchDate(immersion.last)}
      </p>
      <h1 class="govuk-heading-l">Bilan de l’immersion</h1>
      <Form action={`${here}/bilan`} csrf={request.csrf} requestId={request.formId} state={form}>
        <DateField form={form} name="endedOn" label="Dernier jour réellement fait" />
        <Radios
          form={form}
          name="outcome"
          label="L’objectif est-il atteint ?"
          choices={OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] }))}
        />
        <Radios
          form={form}
          name="hired"
          label="L’employeur d’accueil embauche-t-il la personne ?"
          choices={[
            { value: 'yes', label: 'Oui' },
            { value: 'no', label: 'Non' },
          ]}
        />
        <TextArea
          form={form}
          name="learnt"
          label="Ce que la personne en retire"
          hint="Dans ses mots si possible. Les personnes chargées de la paie et l’encadrement technique le lisent aussi : ni santé, ni vie privée."
          rows={4}
          limit={1000}
          optional
        />
        <ButtonGroup>
          <Button>Enregistrer le bilan</Button>
          <a class="govuk-link" href={here}>
            Ne rien enregistrer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(card, 'Bilan') },
  )
}

/** Says what became of an immersion, once it has begun. */
export const concludeImmersionPage = memberPage({
  path: '/immersions/:id/bilan',
  allowed: mayReadContracts,
  async get(request) {
    const card = await shownImmersion(request)
    if (!card) return notFoundReply
    const { last, conclusion, personId } = card.immersion
    logReading(request, personId, 'employment')
    const said = {
      outcome: conclusion?.outcome ?? '',
      hired: conclusion ? (conclusion.hired ? 'yes' : 'no') : '',
      learnt: conclusion?.learnt ?? '',
    }
    return concludeForm(request, card, { values: { ...dateFieldValues('endedOn', conclusion?.endedOn ?? last), ...said }, errors: [] })
  },
  async post(request) {
    const card = await shownImmersion(request)
    if (!card) return notFoundReply
    const { id } = card.immersion
    const endedOn = dateInput(request.form, 'endedOn', 'le dernier jour')
    const said = { outcome: text(request.form, 'outcome'), hired: text(request.form, 'hired'), learnt: text(request.form, 'learnt') }
    const result = await request.submit(concludeImmersion, {
      input: { immersionId: id, endedOn: endedOn.iso, ...said },
      errors: endedOn.errors,
      location: () => immersionHref(id),
      notice: { kind: 'success', title: 'Bilan enregistré' },
    })
    return result.reply ?? concludeForm(request, card, result.form)
  },
})
