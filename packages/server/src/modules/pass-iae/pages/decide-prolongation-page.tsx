import { frenchDate } from '@maillage/kernel'
import { passStateLabels, prolongationReasonLabels } from '@maillage/rules/pass-iae'
import {
  Button,
  ButtonGroup,
  DateField,
  ErrorSummary,
  Fieldset,
  Form,
  type FormState,
  InsetText,
  Radios,
  SummaryList,
  Tag,
  TextArea,
  typedValue,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { bornWords, logReading } from '../../people/index.ts'
import { grantProlongation } from '../commands/grant-prolongation.ts'
import { refuseProlongation } from '../commands/refuse-prolongation.ts'
import { withdrawProlongation } from '../commands/withdraw-prolongation.ts'
import { REQUEST_LABELS, REQUEST_TONES } from '../components/request-words.ts'
import { mayDecide, mayWithdraw } from '../policy.ts'
import { requestTold, type ToldRequest } from '../queries/pass-requests.ts'
import { type PassShown, passShown } from '../queries/pass-shown.ts'
import { datesIn } from './pass-ground.tsx'

/** `shown` is absent once the reader no longer holds the person: the request and its answer stay theirs to read. */
interface Ground {
  readonly asked: ToldRequest
  readonly shown: PassShown | undefined
}

async function groundOf(request: PageRequest<Member>): Promise<Ground | undefined> {
  const id = recordId(request.params['id'])
  const ground =
    id &&
    (await request.read(async (ctx) => {
      const asked = await requestTold(ctx, id)
      return asked && { asked, shown: await passShown(ctx, asked.passId) }
    }))
  if (!ground) return undefined
  if (ground.shown) logReading(request, ground.asked.personId)
  return ground
}

function Asked({ asked, shown }: Ground) {
  const { reason, explanation, grounds, decidedOn, personNotifiedOn } = asked
  return (
    <SummaryList
      rows={[
        ...(shown ? [{ label: 'Personne', value: `${shown.person.displayName}, ${bornWords(shown.person.birth, shown.person.sex)}` }] : []),
        { label: 'Demandée par', value: `${asked.siaeName}, le ${frenchDate(asked.askedOn)}` },
        { label: 'Adressée à', value: asked.deciderName },
        { label: 'Motif', value: reason ? prolongationReasonLabels[reason] : 'Non communiqué à votre profil' },
        { label: 'Jusqu’au', value: asked.last ? frenchDate(asked.last) : 'Sans fin connue' },
        ...(explanation ? [{ label: 'Explication', value: explanation }] : []),
        ...(shown
          ? [
              {
                label: 'PASS IAE',
                value: (
                  <a class="govuk-link" href={`/pass/${shown.pass.id}`}>
                    {`${passStateLabels[shown.summary.state]}, du ${frenchDate(shown.summary.first)} au ${frenchDate(shown.summary.last)}`}
                  </a>
                ),
              },
            ]
          : []),
        ...(decidedOn ? [{ label: 'Répondue le', value: frenchDate(decidedOn) }] : []),
        ...(grounds ? [{ label: 'Motif de la réponse', value: grounds }] : []),
        ...(personNotifiedOn ? [{ label: 'Personne informée le', value: frenchDate(personNotifiedOn) }] : []),
      ]}
    />
  )
}

function Decision({
  request,
  asked,
  form,
}: {
  readonly request: PageRequest<Member>
  readonly asked: ToldRequest
  readonly form: FormState
}) {
  return (
    <Form action={`/prolongations/${asked.id}`} csrf={request.csrf} requestId={request.formId} state={form}>
      <Fieldset legend="Votre décision" size="section">
        <Radios
          form={form}
          name="decision"
          label="Réponse"
          choices={[
            { value: 'grant', label: 'Accorder la prolongation' },
            {
              value: 'refuse',
              label: 'Refuser la prolongation',
              hint: 'Un refus est motivé par écrit, puis notifié à la structure et à la personne.',
            },
          ]}
        />
        <TextArea
          form={form}
          name="grounds"
          label="Motif"
          hint="Obligatoire pour un refus. La structure et la personne le liront."
          rows={5}
          limit={4000}
        />
        <DateField
          form={form}
          name="personNotifiedOn"
          label="Jour où la personne a été informée"
          hint="Obligatoire pour un refus, avec une date certaine : lettre recommandée reçue, ou remise en main propre contre signature. La structure est informée ici, aujourd’hui."
        />
      </Fieldset>
      <Button>Envoyer la réponse</Button>
    </Form>
  )
}

/** Somebody answered meanwhile: no form is left to show what is wrong, nor to give back what was written. */
function TooLate({ form }: { readonly form: FormState }) {
  const grounds = typedValue(form, 'grounds').trim()
  return (
    <>
      <ErrorSummary state={form} />
      {grounds === '' ? null : <InsetText>Vous aviez écrit : « {grounds} »</InsetText>}
    </>
  )
}

function requestPage(request: PageRequest<Member>, ground: Ground, form: FormState): Reply {
  const { asked } = ground
  const waiting = asked.state === 'waiting'
  const decides = waiting && mayDecide(request.actor, asked)
  const withdraws = waiting && mayWithdraw(request.actor, asked)
  const title = 'Demande de prolongation du PASS IAE'
  return show(
    title,
    <>
      <p class="govuk-caption-l">{asked.personName ?? 'Personne que vous ne suivez plus'}</p>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <Tag tone={REQUEST_TONES[asked.state]}>{REQUEST_LABELS[asked.state]}</Tag>
      </p>
      {decides || withdraws ? null : <TooLate form={form} />}
      <Asked {...ground} />
      {decides ? <Decision request={request} asked={asked} form={form} /> : null}
      {withdraws ? (
        <Form action={`/prolongations/${asked.id}/retirer`} csrf={request.csrf} requestId={request.formId} state={form}>
          <ButtonGroup>
            <Button kind="secondary">Retirer la demande</Button>
          </ButtonGroup>
        </Form>
      ) : null}
    </>,
    { errorCount: form.errors.length, breadcrumb: [{ label: 'Prolongations', href: '/prolongations' }, { label: 'Demande' }] },
  )
}

const EMPTY: FormState = { values: {}, errors: [] }

/** One request: read by its two parties, answered by the prescriber's. */
export const decideProlongationPage = memberPage({
  path: '/prolongations/:id',
  async get(request) {
    const ground = await groundOf(request)
    return ground ? requestPage(request, ground, EMPTY) : notFoundReply
  },
  async post(request) {
    const ground = await groundOf(request)
    if (!ground || !mayDecide(request.actor, ground.asked)) return notFoundReply
    const decision = text(request.form, 'decision')
    const undecided = decision !== 'grant' && decision !== 'refuse'
    const dates = datesIn(request.form, { personNotifiedOn: 'le jour où la personne a été informée' })
    const result = await request.submit(decision === 'grant' ? grantProlongation : refuseProlongation, {
      input: { requestId: ground.asked.id, grounds: text(request.form, 'grounds'), ...dates.iso },
      errors: [...(undecided ? [{ field: 'decision', text: 'Dites si vous accordez la prolongation' }] : []), ...dates.errors],
      location: () => `/prolongations/${ground.asked.id}`,
      notice: {
        kind: 'success',
        title: decision === 'grant' ? 'Prolongation accordée' : 'Prolongation refusée',
        text: 'La structure voit votre réponse.',
      },
    })
    return result.reply ?? requestPage(request, ground, result.form)
  },
})

/** The asking team takes its request back. */
export const withdrawProlongationPage = memberPage({
  path: '/prolongations/:id/retirer',
  async post(request) {
    const ground = await groundOf(request)
    if (!ground || !mayWithdraw(request.actor, ground.asked)) return notFoundReply
    const result = await request.submit(withdrawProlongation, {
      input: { requestId: ground.asked.id },
      location: ({ passId }) => `/pass/${passId}`,
      notice: { kind: 'success', title: 'Demande retirée' },
    })
    return result.reply ?? requestPage(request, ground, result.form)
  },
})
