import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateField,
  dateFieldValues,
  Form,
  type FormState,
  HiddenField,
  Radios,
  Select,
  TextArea,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type FormBody, type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading, type PersonCard, personCard } from '../../people/index.ts'
import { planAction } from '../commands/plan-action.ts'
import { updateAction } from '../commands/update-action.ts'
import { isPersonal } from '../model-barriers.ts'
import { ACTION_STATES, type Action, DOERS, type Goal, PLAN_LIMIT } from '../model-plan.ts'
import { planCrumbs, planHref } from '../person-in-address.ts'
import { ACTION_STATE_LABELS, DOER_LABELS } from '../plan-words.fr.ts'
import { mayAccompany } from '../policy.ts'
import { findAction, goalsOf } from '../queries/plan-of.ts'

const Said = ({ form }: { readonly form: FormState }) => (
  <>
    <TextArea form={form} name="words" label="Ce qui est à faire" hint="Ni maladie, ni peine, ni jugement" rows={2} limit={PLAN_LIMIT} />
    <Radios form={form} name="doer" label="Qui le fait" choices={DOERS.map((value) => ({ value, label: DOER_LABELS[value] }))} />
    <DateField form={form} name="dueOn" label="Pour quand" optional />
  </>
)

const Sharing = ({ form }: { readonly form: FormState }) => (
  <Checkboxes
    form={form}
    name="shared"
    label="Partager cette action"
    choices={[
      {
        value: 'yes',
        label: 'La personne est d’accord pour que tous ceux qui la suivent la lisent',
        hint: 'Ils liront l’action, qui la fait et pour quand. Ni votre nom, ni celui de votre organisation.',
      },
    ]}
    optional
  />
)

function readAction(form: FormBody) {
  const dueOn = dateInput(form, 'dueOn', 'la date')
  const said = { words: text(form, 'words'), doer: text(form, 'doer'), dueOn: dueOn.iso ?? null, shared: text(form, 'shared') === 'yes' }
  return { said, errors: dueOn.errors }
}

interface Planning {
  readonly card: PersonCard
  readonly goals: readonly Goal[]
}

const planForm = (request: PageRequest<Member>, { card, goals }: Planning, form: FormState): Reply =>
  show(
    'Prévoir une action',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Prévoir une action</h1>
      <Form action={`/personnes/${card.id}/actions/ajouter`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Said form={form} />
        {goals.length === 0 ? null : (
          <Select
            form={form}
            name="goalId"
            label="Pour quel objectif"
            options={goals.map(({ id, words }) => ({ value: id, label: words }))}
            placeholder="Aucun en particulier"
            optional
          />
        )}
        <Sharing form={form} />
        <ButtonGroup>
          <Button>Prévoir cette action</Button>
          <a class="govuk-link" href={planHref(card.id)}>
            Ne rien prévoir
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: planCrumbs(card, 'Prévoir une action') },
  )

async function planningOf(request: PageRequest<Member>): Promise<Planning | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const card = await personCard(ctx, id)
    return card && { card, goals: (await goalsOf(ctx, card.id)).filter(({ state }) => state === 'open') }
  })
}

/** Plans what somebody is to do. */
export const planActionPage = memberPage({
  path: '/personnes/:id/actions/ajouter',
  allowed: mayAccompany,
  async get(request) {
    const planning = await planningOf(request)
    if (planning?.card.diedOn !== null) return notFoundReply
    return planForm(request, planning, { values: { goalId: recordId(String(request.query['objectif'] ?? '')) ?? '' }, errors: [] })
  },
  async post(request) {
    const planning = await planningOf(request)
    if (!planning) return notFoundReply
    const { said, errors } = readAction(request.form)
    const result = await request.submit(planAction, {
      input: { personId: planning.card.id, goalId: text(request.form, 'goalId'), ...said },
      errors,
      location: ({ personId }) => planHref(personId),
      notice: { kind: 'success', title: 'Action prévue' },
    })
    return result.reply ?? planForm(request, planning, result.form)
  },
})

interface Known {
  readonly card: PersonCard
  readonly action: Action
}

const actionForm = (request: PageRequest<Member>, { card, action }: Known, form: FormState): Reply =>
  show(
    'Action',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Action</h1>
      <Form action={`/actions/${action.id}`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(action.version)} />
        <Radios
          form={form}
          name="state"
          label="Où en est-elle"
          choices={ACTION_STATES.map((value) => ({ value, label: ACTION_STATE_LABELS[value] }))}
        />
        <TextArea
          form={form}
          name="reason"
          label="Pourquoi l’abandonner"
          hint="À remplir seulement dans ce cas"
          rows={2}
          limit={PLAN_LIMIT}
          optional
        />
        <Said form={form} />
        {isPersonal(action.sensitivity) ? null : <Sharing form={form} />}
        <ButtonGroup>
          <Button>Enregistrer</Button>
          <a class="govuk-link" href={planHref(card.id)}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: planCrumbs(card, 'Action') },
  )

async function knownOf(request: PageRequest<Member>): Promise<Known | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const action = await findAction(ctx, id)
    const card = action && (await personCard(ctx, action.personId))
    return card && { card, action }
  })
}

/** One action: done, put off, dropped and why, shared or not. */
export const actionPage = memberPage({
  path: '/actions/:id',
  allowed: mayAccompany,
  async get(request) {
    const known = await knownOf(request)
    if (!known) return notFoundReply
    logReading(request, known.card.id)
    const { words, doer, dueOn, state, reason, shared } = known.action
    const values = { words, doer, state, reason: reason ?? '', shared: shared ? 'yes' : '' }
    return actionForm(request, known, { values: { ...values, ...(dueOn === null ? {} : dateFieldValues('dueOn', dueOn)) }, errors: [] })
  },
  async post(request) {
    const known = await knownOf(request)
    if (!known) return notFoundReply
    const { form } = request
    const { said, errors } = readAction(form)
    const result = await request.submit(updateAction, {
      input: {
        actionId: known.action.id,
        version: text(form, 'version'),
        state: text(form, 'state'),
        reason: text(form, 'reason'),
        ...said,
      },
      errors,
      location: ({ personId }) => planHref(personId),
      notice: { kind: 'success', title: 'Action mise à jour' },
    })
    return result.reply ?? actionForm(request, known, result.form)
  },
})
