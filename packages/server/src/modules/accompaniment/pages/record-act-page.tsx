import type { CalendarDate } from '@maillage/kernel'
import {
  Button,
  ButtonGroup,
  DateField,
  dateFieldValues,
  Form,
  type FormState,
  HiddenField,
  Radios,
  Select,
  TextArea,
  TextField,
  typedValue,
  withQuery,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type PersonCard, personCard } from '../../people/index.ts'
import { recordAct } from '../commands/record-act.ts'
import { ExpectedStep } from '../components/expected-step.tsx'
import { expectedIn } from '../expected-in.ts'
import { KIND_LABELS, MISSION_LABELS } from '../messages.fr.ts'
import { ACT_KINDS, MISSIONS, TEXT_LIMIT } from '../model.ts'
import type { Partner } from '../model-partners.ts'
import type { Action } from '../model-plan.ts'
import { mayAccompany } from '../policy.ts'
import { partnersToName } from '../queries/partners.ts'
import { actionsOf } from '../queries/plan-of.ts'
import type { WaitingStep } from '../queries/waiting-step.ts'

interface Followed {
  readonly card: PersonCard
  readonly today: CalendarDate
  /** What is still to be done. */
  readonly actions: readonly Action[]
  /** Whom a step may name: where the team works, none whose name would tell an illness or an offence. */
  readonly partners: readonly Partner[]
}

function actForm(
  request: PageRequest<Member>,
  { card: { id, displayName }, actions, partners }: Followed,
  form: FormState,
  expected?: WaitingStep,
): Reply {
  const acts = `/personnes/${id}/actes`
  return show(
    'Noter un acte',
    <>
      <p class="govuk-caption-l">{displayName}</p>
      <h1 class="govuk-heading-l">Noter un acte d’accompagnement</h1>
      <ExpectedStep expected={expected} />
      <Form action={`${acts}/ajouter`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Radios
          form={form}
          name="kind"
          label="Ce que vous avez fait"
          choices={ACT_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))}
        />
        <TextArea
          form={form}
          name="purpose"
          label={'De quoi s’agissait-il\u202f?'}
          hint="En deux phrases, pour les référents de votre organisation. Ni maladie, ni peine, ni jugement, ni nom d’autrui : la personne les lit dans son espace."
          rows={3}
          limit={TEXT_LIMIT}
        />
        {partners.length === 0 ? null : (
          <Select
            form={form}
            name="partnerId"
            label="Partenaire"
            hint="Pour une démarche avec un partenaire. Ceux dont le nom dirait la santé ou une affaire de justice ne sont pas proposés."
            placeholder="Aucun, ou pas dans l’annuaire"
            options={partners.map(({ id: value, name, communeName }) => ({ value, label: `${name}, ${communeName}` }))}
            optional
          />
        )}
        <DateField form={form} name="happenedOn" label="Date" />
        <TextField form={form} name="minutes" label="Durée, en minutes" suffix="min" width={3} inputmode="numeric" optional />
        <Select
          form={form}
          name="mission"
          label="Mission"
          hint="Pour le bilan de la structure, sans autre saisie"
          placeholder="La plus courante pour ce que vous avez fait"
          options={MISSIONS.map((value) => ({ value, label: MISSION_LABELS[value] }))}
          optional
        />
        <TextArea form={form} name="nextStep" label={'Et ensuite\u202f?'} rows={2} limit={TEXT_LIMIT} optional />
        <DateField form={form} name="nextOn" label="Date de la suite" optional />
        <TextField form={form} name="nextAt" label="Heure de la suite" hint="Par exemple 14 h 30" width={5} optional />
        <HiddenField name="followsId" value={typedValue(form, 'followsId')} />
        {actions.length === 0 ? null : (
          <Select
            form={form}
            name="actionId"
            label="Cet acte fait avancer"
            options={actions.map(({ id: value, words }) => ({ value, label: words }))}
            placeholder="Aucune action en particulier"
            optional
          />
        )}
        <ButtonGroup>
          <Button>Noter cet acte</Button>
          <a class="govuk-link" href={acts}>
            Ne rien noter
          </a>
        </ButtonGroup>
      </Form>
      <p class="govuk-body">
        Une rencontre à trois ou plus&#8239;?{' '}
        <a class="govuk-link" href={withQuery(`${acts}/rencontre`, { suite: typedValue(form, 'followsId') }, {})}>
          Notez aussi qui était là et ce qui est convenu
        </a>
        .
      </p>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Personnes', href: '/personnes' },
        { label: displayName, href: `/personnes/${id}` },
        { label: 'Accompagnement', href: acts },
        { label: 'Noter un acte' },
      ],
    },
  )
}

async function followedIn(request: PageRequest<Member>): Promise<Followed | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const card = await personCard(ctx, id)
    return (
      card && {
        card,
        today: ctx.today,
        actions: (await actionsOf(ctx, card.id)).filter(({ state }) => state === 'planned'),
        partners: await partnersToName(ctx, request.actor.hat.territories),
      }
    )
  })
}

/** Notes an act in thirty seconds: today, the mission of most days, and the two answers that nobody else can give. */
export const recordActPage = memberPage({
  path: '/personnes/:id/actes/ajouter',
  allowed: mayAccompany,
  async get(request) {
    const followed = await followedIn(request)
    if (followed?.card.diedOn !== null) return notFoundReply
    const step = await expectedIn(request, followed.card.id)
    const partnerId = text(request.query, 'partenaire')
    const values = {
      ...(step ? { followsId: step.actId } : {}),
      ...(followed.partners.some(({ id }) => id === partnerId) ? { kind: 'partner-step', partnerId } : {}),
      ...dateFieldValues('happenedOn', followed.today),
    }
    return actForm(request, followed, { values, errors: [] }, step)
  },
  async post(request) {
    const followed = await followedIn(request)
    if (!followed) return notFoundReply
    const [happenedOn, nextOn] = [
      dateInput(request.form, 'happenedOn', 'la date'),
      dateInput(request.form, 'nextOn', 'la date de la suite'),
    ]
    const result = await request.submit(recordAct, {
      input: {
        personId: followed.card.id,
        actionId: text(request.form, 'actionId'),
        kind: text(request.form, 'kind'),
        mission: text(request.form, 'mission'),
        happenedOn: happenedOn.iso,
        minutes: text(request.form, 'minutes'),
        partnerId: text(request.form, 'partnerId'),
        purpose: text(request.form, 'purpose'),
        nextStep: text(request.form, 'nextStep'),
        nextOn: nextOn.iso ?? null,
        nextAt: text(request.form, 'nextAt'),
        followsId: recordId(text(request.form, 'followsId')) ?? null,
      },
      errors: [...happenedOn.errors, ...nextOn.errors],
      location: ({ personId }) => `/personnes/${personId}/actes`,
      notice: { kind: 'success', title: 'Acte noté' },
    })
    return result.reply ?? actForm(request, followed, result.form)
  },
})
