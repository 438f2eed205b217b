import { type CalendarDate, frenchDate, plural } from '@maillage/kernel'
import { barrierAreaLabel, PATHWAY_STAGES, type PathwayStage, REFERENCE_PATHWAY, type StageState } from '@maillage/rules/accompaniment'
import { ButtonLink, DataTable, Details, EmptyState, SourceLine, Tag, TaskList } from '@maillage/ui'
import type { Barrier } from '../model-barriers.ts'
import type { Action, Goal, SharedStep } from '../model-plan.ts'
import { ACTION_STATE_LABELS, DOER_LABELS, GOAL_STATE_LABELS, STAGE_STATES } from '../plan-words.fr.ts'

interface Standing {
  readonly personId: string
  readonly open: boolean
}

/** The common reference pathway, as what is noted tells it: nobody ticks it. */
export const Thread = ({ thread }: { readonly thread: Readonly<Record<PathwayStage, StageState>> }) => (
  <Details summary="Le fil du parcours">
    <TaskList
      tasks={(Object.keys(PATHWAY_STAGES) as PathwayStage[]).map((stage) => ({
        label: PATHWAY_STAGES[stage],
        state: STAGE_STATES[thread[stage]],
      }))}
    />
    <p class="govuk-body-s">
      Un repère déduit de ce qui est noté&nbsp;: aucune étape n’attend la précédente. <SourceLine source={REFERENCE_PATHWAY} />
    </p>
  </Details>
)

const Goals = ({
  goals,
  barriers,
  open,
}: {
  readonly goals: readonly Goal[]
  readonly barriers: readonly Barrier[]
  readonly open: boolean
}) => {
  const area = new Map(barriers.map((barrier) => [barrier.id, barrierAreaLabel(barrier.area)]))
  return (
    <DataTable
      caption="Objectifs"
      counted={['objectif', 'objectifs']}
      rows={[...goals.filter(({ state }) => state === 'open'), ...goals.filter(({ state }) => state !== 'open')]}
      rowKey={({ id }) => id}
      columns={[
        { key: 'objectif', label: 'Objectif', render: ({ id, words }) => (open ? <a href={`/objectifs/${id}`}>{words}</a> : words) },
        {
          key: 'etat',
          label: 'État',
          render: ({ state, closedOn, reason }) => (
            <>
              <Tag tone={state === 'reached' ? 'positive' : state === 'open' ? 'info' : 'neutral'}>{GOAL_STATE_LABELS[state]}</Tag>
              {closedOn === null ? null : <span class="govuk-hint">le {frenchDate(closedOn)}</span>}
              {reason}
            </>
          ),
        },
        { key: 'frein', label: 'Frein', render: ({ barrierId }) => (barrierId === null ? '–' : (area.get(barrierId) ?? '–')) },
        { key: 'etape', label: 'Étape', render: ({ stage }) => (stage === null ? '–' : PATHWAY_STAGES[stage]) },
      ]}
      empty={
        <EmptyState title="Aucun objectif que vous pouvez lire">
          Ce que la personne veut, avec ses mots, puis ce qui est à faire pour y arriver.
        </EmptyState>
      }
    />
  )
}

const Actions = ({
  actions,
  goals,
  open,
  today,
}: {
  readonly actions: readonly Action[]
  readonly goals: readonly Goal[]
  readonly open: boolean
  readonly today: CalendarDate
}) => {
  const goal = new Map(goals.map(({ id, words }) => [id, words]))
  return (
    <DataTable
      caption="Actions"
      counted={['action', 'actions']}
      rows={[...actions.filter(({ state }) => state === 'planned'), ...actions.filter(({ state }) => state !== 'planned')]}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'action',
          label: 'À faire',
          render: ({ id, words, shared }) => (
            <>
              {open ? <a href={`/actions/${id}`}>{words}</a> : words}
              {shared ? <span class="govuk-hint">Partagée avec ceux qui suivent la personne</span> : null}
            </>
          ),
        },
        { key: 'qui', label: 'Qui', render: ({ doer }) => DOER_LABELS[doer] },
        {
          key: 'echeance',
          label: 'Pour le',
          render: ({ dueOn, state }) =>
            dueOn === null ? (
              '–'
            ) : (
              <>
                {frenchDate(dueOn)}
                {state === 'planned' && dueOn < today ? (
                  <>
                    {' '}
                    <Tag tone="attention">En retard</Tag>
                  </>
                ) : null}
              </>
            ),
        },
        {
          key: 'etat',
          label: 'État',
          render: ({ state, closedOn, reason, acts }) => (
            <>
              <Tag tone={state === 'done' ? 'positive' : state === 'planned' ? 'info' : 'neutral'}>{ACTION_STATE_LABELS[state]}</Tag>
              {closedOn === null ? null : <span class="govuk-hint">le {frenchDate(closedOn)}</span>}
              {acts === 0 ? null : <span class="govuk-hint">{plural(acts, 'acte')}</span>}
              {reason}
            </>
          ),
        },
        { key: 'objectif', label: 'Objectif', long: true, render: ({ goalId }) => (goalId === null ? '–' : (goal.get(goalId) ?? '–')) },
      ]}
      empty={
        <EmptyState title="Aucune action que vous pouvez lire">
          Qui fait quoi, et pour quand&nbsp;: la personne, votre équipe ou un partenaire.
        </EmptyState>
      }
    />
  )
}

interface Shown extends Standing {
  readonly goals: readonly Goal[]
  readonly actions: readonly Action[]
  readonly barriers: readonly Barrier[]
  readonly today: CalendarDate
}

/** Goals, then what is to be done for them. */
export const Plan = ({ personId, open, today, ...plan }: Shown) => (
  <section aria-labelledby="plan">
    <h2 class="govuk-heading-m" id="plan">
      Plan
    </h2>
    <Goals {...plan} open={open} />
    {open ? (
      <p class="govuk-body">
        <ButtonLink kind="secondary" href={`/personnes/${personId}/objectifs/ajouter`}>
          Fixer un objectif
        </ButtonLink>
      </p>
    ) : null}
    <Actions {...plan} open={open} today={today} />
    {open ? (
      <p class="govuk-body">
        <ButtonLink kind="secondary" href={`/personnes/${personId}/actions/ajouter`}>
          Prévoir une action
        </ButtonLink>
      </p>
    ) : null}
  </section>
)

/** Steps that others who follow the person share, with the person's agreement. */
export const SharedSteps = ({ steps }: { readonly steps: readonly SharedStep[] }) =>
  steps.length === 0 ? null : (
    <section aria-labelledby="partagees">
      <h2 class="govuk-heading-m" id="partagees">
        Actions partagées
      </h2>
      <p class="govuk-body">Avec l’accord de la personne, par quelqu’un qui la suit aussi.</p>
      <ul class="govuk-list govuk-list--bullet">
        {steps.map(({ actionId, words, doer, dueOn, state }) => (
          <li key={actionId}>
            {words} · {DOER_LABELS[doer]}
            {dueOn === null ? '' : `, pour le ${frenchDate(dueOn)}`} · {ACTION_STATE_LABELS[state]}
          </li>
        ))}
      </ul>
    </section>
  )
