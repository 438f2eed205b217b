import { pathwayThread } from '@maillage/rules/accompaniment'
import { ButtonGroup } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { goTo, notFoundReply, show } from '../../../platform/http/reply.ts'
import { logReading, personCard } from '../../people/index.ts'
import { planHref } from '../person-in-address.ts'
import { mayAccompany } from '../policy.ts'
import { barriersOf } from '../queries/barriers-of.ts'
import { actionsOf, besidePlan, goalsOf } from '../queries/plan-of.ts'
import { strengthsOf } from '../queries/strengths-of.ts'
import { askedDay, endOf, KnownOn } from './known-on.tsx'
import { Plan, SharedSteps, Thread } from './plan-lists.tsx'
import { Barriers, Reviews, Strengths } from './plan-parts.tsx'

/** What is known of a person and what is planned with them, on one page, as its reader may know it; today, or as it was known on a past day. */
export const planPage = memberPage({
  path: '/personnes/:id/accompagnement',
  allowed: mayAccompany,
  async get(request) {
    const { actor, query } = request
    const id = recordId(request.params['id'])
    const found =
      id &&
      (await request.read(async (ctx) => {
        const card = await personCard(ctx, id)
        if (!card) return undefined
        const asked = askedDay(query, ctx.today)
        const at = asked.day === null ? null : endOf(asked.day, actor.hat.timeZone)
        return {
          card,
          asked,
          today: ctx.today,
          barriers: await barriersOf(ctx, card.id, at),
          strengths: await strengthsOf(ctx, card.id, at),
          goals: await goalsOf(ctx, card.id, at),
          actions: await actionsOf(ctx, card.id, at),
          beside: await besidePlan(ctx, card.id),
        }
      }))
    if (!found) return notFoundReply
    const { card, asked, today, barriers, strengths, goals, actions, beside } = found
    if (card.id !== id) return goTo(planHref(card.id))
    logReading(request, card.id)
    const standing = { personId: card.id, open: asked.day === null && card.diedOn === null }
    const thread = pathwayThread({
      missions: beside.missions,
      barriers: barriers.map(({ area, state }) => ({ area, lifted: state === 'lifted' })),
      goals,
      reviews: beside.reviews.map(({ moment }) => moment),
    })
    return show(
      'Accompagnement',
      <>
        <p class="govuk-caption-l">{card.displayName}</p>
        <h1 class="govuk-heading-l">Accompagnement</h1>
        <KnownOn here={planHref(card.id)} asked={asked} />
        <Strengths {...standing} strengths={strengths} />
        <Barriers {...standing} barriers={barriers} />
        <Plan {...standing} goals={goals} actions={actions} barriers={barriers} today={today} />
        {asked.day === null ? <Reviews {...standing} reviews={beside.reviews} /> : null}
        {asked.day === null ? <SharedSteps steps={beside.sharedSteps} /> : null}
        {asked.day === null ? <Thread thread={thread} /> : null}
        <ButtonGroup>
          <a class="govuk-link" href={`/personnes/${card.id}/actes`}>
            Lire les actes
          </a>
        </ButtonGroup>
      </>,
      {
        wide: true,
        breadcrumb: [
          { label: 'Personnes', href: '/personnes' },
          { label: card.displayName, href: `/personnes/${card.id}` },
          { label: 'Accompagnement' },
        ],
      },
    )
  },
})
