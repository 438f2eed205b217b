import { barrierAreaLabel, GOAL_STAGES, PATHWAY_STAGES } from '@maillage/rules/accompaniment'
import { Button, ButtonGroup, Form, type FormState, HiddenField, Radios, Select, TextArea } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading, type PersonCard, personCard } from '../../people/index.ts'
import { setGoal } from '../commands/set-goal.ts'
import { updateGoal } from '../commands/update-goal.ts'
import type { Barrier } from '../model-barriers.ts'
import { GOAL_STATES, type Goal, PLAN_LIMIT } from '../model-plan.ts'
import { planCrumbs, planHref } from '../person-in-address.ts'
import { GOAL_STATE_LABELS } from '../plan-words.fr.ts'
import { mayAccompany } from '../policy.ts'
import { barriersOf } from '../queries/barriers-of.ts'
import { findGoal } from '../queries/plan-of.ts'

const Words = ({ form }: { readonly form: FormState }) => (
  <>
    <TextArea
      form={form}
      name="words"
      label="L’objectif, avec les mots de la personne"
      hint="« Je veux passer mon permis pour ne plus dépendre de mon voisin »"
      rows={2}
      limit={PLAN_LIMIT}
    />
    <Select
      form={form}
      name="stage"
      label="Étape du parcours"
      hint="Un repère, rien ne l’impose"
      options={GOAL_STAGES.map((value) => ({ value, label: PATHWAY_STAGES[value] }))}
      placeholder="Aucune en particulier"
      optional
    />
  </>
)

interface Setting {
  readonly card: PersonCard
  readonly barriers: readonly Barrier[]
}

const setForm = (request: PageRequest<Member>, { card, barriers }: Setting, form: FormState): Reply =>
  show(
    'Fixer un objectif',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Fixer un objectif</h1>
      <Form action={`/personnes/${card.id}/objectifs/ajouter`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Words form={form} />
        {barriers.length === 0 ? null : (
          <Select
            form={form}
            name="barrierId"
            label="Pour lever quel frein"
            hint="Un objectif qui répond à un frein de santé ou de justice reste, comme lui, réservé aux référents"
            options={barriers.map(({ id, area }) => ({ value: id, label: barrierAreaLabel(area) }))}
            placeholder="Aucun en particulier"
            optional
          />
        )}
        <ButtonGroup>
          <Button>Fixer cet objectif</Button>
          <a class="govuk-link" href={planHref(card.id)}>
            Ne rien fixer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: planCrumbs(card, 'Fixer un objectif') },
  )

async function settingOf(request: PageRequest<Member>): Promise<Setting | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const card = await personCard(ctx, id)
    return card && { card, barriers: (await barriersOf(ctx, card.id)).filter(({ state }) => state !== 'lifted') }
  })
}

/** Sets a goal with the person, for a barrier or not. */
export const setGoalPage = memberPage({
  path: '/personnes/:id/objectifs/ajouter',
  allowed: mayAccompany,
  async get(request) {
    const setting = await settingOf(request)
    if (setting?.card.diedOn !== null) return notFoundReply
    return setForm(request, setting, { values: { barrierId: recordId(String(request.query['frein'] ?? '')) ?? '' }, errors: [] })
  },
  async post(request) {
    const setting = await settingOf(request)
    if (!setting) return notFoundReply
    const { form } = request
    const result = await request.submit(setGoal, {
      input: { personId: setting.card.id, barrierId: text(form, 'barrierId'), words: text(form, 'words'), stage: text(form, 'stage') },
      location: ({ personId }) => planHref(personId),
      notice: { kind: 'success', title: 'Objectif fixé' },
    })
    return result.reply ?? setForm(request, setting, result.form)
  },
})

interface Known {
  readonly card: PersonCard
  readonly goal: Goal
}

const goalForm = (request: PageRequest<Member>, { card, goal }: Known, form: FormState): Reply =>
  show(
    'Objectif',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Objectif</h1>
      <Form action={`/objectifs/${goal.id}`} csrf={request.csrf} requestId={request.formId} state={form}>
        <HiddenField name="version" value={String(goal.version)} />
        <Words form={form} />
        <Radios
          form={form}
          name="state"
          label="Où en est-il"
          choices={GOAL_STATES.map((value) => ({ value, label: GOAL_STATE_LABELS[value] }))}
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
        <ButtonGroup>
          <Button>Enregistrer</Button>
          <a class="govuk-link" href={planHref(card.id)}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: planCrumbs(card, 'Objectif') },
  )

async function knownOf(request: PageRequest<Member>): Promise<Known | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const goal = await findGoal(ctx, id)
    const card = goal && (await personCard(ctx, goal.personId))
    return card && { card, goal }
  })
}

/** One goal: reworded, reached, dropped and why. */
export const goalPage = memberPage({
  path: '/objectifs/:id',
  allowed: mayAccompany,
  async get(request) {
    const known = await knownOf(request)
    if (!known) return notFoundReply
    logReading(request, known.card.id)
    const { words, stage, state, reason } = known.goal
    return goalForm(request, known, { values: { words, stage: stage ?? '', state, reason: reason ?? '' }, errors: [] })
  },
  async post(request) {
    const known = await knownOf(request)
    if (!known) return notFoundReply
    const { form } = request
    const typed = { words: text(form, 'words'), stage: text(form, 'stage'), state: text(form, 'state'), reason: text(form, 'reason') }
    const result = await request.submit(updateGoal, {
      input: { goalId: known.goal.id, version: text(form, 'version'), ...typed },
      location: ({ personId }) => planHref(personId),
      notice: { kind: 'success', title: 'Objectif mis à jour' },
    })
    return result.reply ?? goalForm(request, known, result.form)
  },
})
