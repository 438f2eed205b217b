import { frenchDate, frenchLongDate } from '@maillage/kernel'
import { SummaryList } from '@maillage/ui'
import { selfPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { CONTRACT_LABELS } from '../../employment/index.ts'
import { personCard } from '../../people/index.ts'
import { OwnActions } from '../components/own-actions.tsx'
import { OwnNextStep } from '../components/own-next-step.tsx'
import { OwnStrengths } from '../components/own-strengths.tsx'
import { ownNextSteps } from '../queries/own-appointments.ts'
import { ownPass } from '../queries/own-pass.ts'
import { ownPlan } from '../queries/own-plan.ts'
import { type OwnStay, ownWork } from '../queries/own-work.ts'
import { ownCrumbs } from './own-crumbs.ts'

const Work = ({ stays }: { readonly stays: readonly OwnStay[] }) =>
  stays.length === 0 ? (
    <p class="govuk-body-l">Pas encore de contrat.</p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {stays.map(({ id, employer, entry, exit, contracts, immersions }) => (
        <li key={id}>
          {employer}, {exit === null ? `depuis le ${frenchDate(entry)}` : `du ${frenchDate(entry)} au ${frenchDate(exit)}`}
          {contracts[0] ? `. ${CONTRACT_LABELS[contracts[0].type]}${contracts[0].post ? `, ${contracts[0].post}` : ''}` : ''}
          {immersions.map(({ id: tried, host, first, learnt }) => (
            <p class="govuk-body" key={tried}>
              Immersion {host === null ? '' : `chez ${host} `}le {frenchDate(first)}
              {learnt === null ? '' : `. Ce que j’ai appris\u00a0: ${learnt}`}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )

/** Lines to write on, once printed. */
const Blank = () => (
  <div class="m-blank-lines" aria-hidden="true">
    {Array.from({ length: 6 }, (_, line) => (
      <hr key={line} />
    ))}
  </div>
)

/** The booklet: what the person did, wants and can do, on paper that stays theirs. Nothing of health nor of justice, nor who follows them. */
export const ownBookletPage = selfPage({
  path: '/mon-espace/livret',
  async get(request) {
    const { personId } = request.actor.subject
    const found = await request.read(async (ctx) => {
      const card = await personCard(ctx, personId)
      return (
        card && {
          card,
          today: ctx.today,
          pass: await ownPass(ctx),
          stays: await ownWork(ctx, personId),
          plan: await ownPlan(ctx, personId),
          next: await ownNextSteps(ctx, personId),
        }
      )
    })
    if (!found) return notFoundReply
    const { card, today, pass, stays, plan, next } = found
    return show(
      'Mon livret',
      <>
        <h1 class="govuk-heading-xl">Mon livret</h1>
        <p class="govuk-body-l m-screen-only">
          Imprimez cette page&nbsp;: c’est votre livret. Il est à vous. Vous l’emportez si vous changez de structure. Rien n’y parle de
          votre santé ni de la justice.
        </p>
        <SummaryList
          rows={[
            { label: 'Je suis', value: card.displayName },
            ...(pass ? [{ label: 'Mon PASS IAE', value: `jusqu’au ${frenchDate(pass.last)}` }] : []),
            { label: 'Livret du', value: frenchLongDate(today) },
          ]}
        />
        <h2 class="govuk-heading-l">Où j’ai travaillé</h2>
        <Work stays={stays} />
        <h2 class="govuk-heading-l">Ce que je veux</h2>
        {plan.goals.map((goal) => (
          <section key={goal.id} aria-labelledby={`o-${goal.id}`}>
            <h3 class="govuk-heading-m" id={`o-${goal.id}`}>
              {goal.words}
              {goal.state === 'reached' ? ' (c’est réussi)' : ''}
            </h3>
            <OwnActions actions={goal.actions} />
          </section>
        ))}
        <OwnActions actions={plan.actions} />
        {plan.goals.length + plan.actions.length === 0 ? <p class="govuk-body-l">Rien n’est encore écrit.</p> : null}
        <h2 class="govuk-heading-l">Mes points forts</h2>
        <OwnStrengths strengths={plan.strengths} skills={plan.skills} />
        <h2 class="govuk-heading-l">Mes prochains rendez-vous</h2>
        {next.length === 0 ? <p class="govuk-body-l">Rien n’est écrit pour l’instant.</p> : null}
        <ul class="govuk-list govuk-list--bullet">
          {next.map((step) => (
            <li key={step.id}>
              <OwnNextStep step={step} />
            </li>
          ))}
        </ul>
        <h2 class="govuk-heading-l">Ce que je veux écrire moi-même</h2>
        <Blank />
      </>,
      { breadcrumb: ownCrumbs('Mon livret') },
    )
  },
})
