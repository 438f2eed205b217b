import { frenchDate } from '@maillage/kernel'
import { barrierAreaLabel } from '@maillage/rules/accompaniment'
import { Details, EmptyState, Tag } from '@maillage/ui'
import { selfPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { OwnActions } from '../components/own-actions.tsx'
import { OwnStrengths } from '../components/own-strengths.tsx'
import { OWN_BARRIER_STATES } from '../own-words.fr.ts'
import { ownPlan } from '../queries/own-plan.ts'
import { ownCrumbs } from './own-crumbs.ts'

/** What the person aims at in their own words, what is to be done, what helps and what holds back. */
export const ownGoalsPage = selfPage({
  path: '/mon-espace/objectifs',
  async get(request) {
    const { goals, actions, strengths, skills, barriers, more } = await request.read((ctx) => ownPlan(ctx, request.actor.subject.personId))
    return show(
      'Mes objectifs',
      <>
        <h1 class="govuk-heading-xl">Mes objectifs</h1>
        <p class="govuk-body-l">
          Ce que vous avez décidé avec la personne qui vous accompagne. Une phrase ne vous va pas&nbsp;? Dites-le-lui.
        </p>
        {goals.length === 0 && actions.length === 0 ? (
          <EmptyState title="Aucun objectif">Parlez de ce que vous voulez faire avec la personne qui vous accompagne.</EmptyState>
        ) : null}
        {goals.map((goal) => (
          <section key={goal.id} aria-labelledby={`o-${goal.id}`}>
            <h2 class="govuk-heading-m" id={`o-${goal.id}`}>
              {goal.words}{' '}
              {goal.state === 'reached' ? (
                <Tag tone="positive">{`C’est réussi${goal.closedOn === null ? '' : `, le ${frenchDate(goal.closedOn)}`}`}</Tag>
              ) : null}
            </h2>
            <OwnActions actions={goal.actions} />
          </section>
        ))}
        {actions.length === 0 ? null : (
          <section aria-labelledby="a-faire">
            <h2 class="govuk-heading-m" id="a-faire">
              {goals.length === 0 ? 'À faire' : 'À faire aussi'}
            </h2>
            <OwnActions actions={actions} />
          </section>
        )}
        <h2 class="govuk-heading-l">Mes points forts</h2>
        <OwnStrengths strengths={strengths} skills={skills} />
        {barriers.length === 0 ? null : (
          <Details summary="Ce qui me gêne pour travailler">
            <ul class="govuk-list govuk-list--bullet">
              {barriers.map(({ id, area, state, consequence }) => (
                <li key={id}>
                  {barrierAreaLabel(area)}
                  {consequence === null ? '' : `\u00a0: ${consequence}`} <span class="govuk-hint">{OWN_BARRIER_STATES[state]}</span>
                </li>
              ))}
            </ul>
          </Details>
        )}
        {more ? (
          <p class="govuk-body">
            Ce qui touche à la santé ou à la justice n’est pas montré ici. Vous le lisez dans{' '}
            <a class="govuk-link" href="/mon-espace/telecharger">
              Toutes mes données
            </a>
            .
          </p>
        ) : null}
      </>,
      { breadcrumb: ownCrumbs('Mes objectifs') },
    )
  },
})
