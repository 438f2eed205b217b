import { frenchDate } from '@maillage/kernel'
import { barrierAreaLabel } from '@maillage/rules/accompaniment'
import { ButtonGroup, ButtonLink, InsetText, SummaryList } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { logReading, personCard } from '../../people/index.ts'
import { STATE_LABELS } from '../barrier-words.fr.ts'
import { AnswersTable } from '../components/answers-table.tsx'
import { planCrumbs } from '../person-in-address.ts'
import { GOAL_STATE_LABELS } from '../plan-words.fr.ts'
import { mayAccompany } from '../policy.ts'
import { barriersOf } from '../queries/barriers-of.ts'
import { goalsOf } from '../queries/plan-of.ts'
import { findReview } from '../queries/reviews-of.ts'
import { MOMENT_LABELS } from '../review-words.fr.ts'

/** One review, with what was noted of the person when it was recorded: whole on a sheet of paper that they sign and keep. */
export const reviewPage = memberPage({
  path: '/bilans/:id',
  allowed: mayAccompany,
  async get(request) {
    const id = recordId(request.params['id'])
    const found =
      id &&
      (await request.read(async (ctx) => {
        const review = await findReview(ctx, id)
        const card = review && (await personCard(ctx, review.personId))
        return (
          card && {
            review,
            card,
            barriers: await barriersOf(ctx, card.id, review.recordedAt),
            goals: await goalsOf(ctx, card.id, review.recordedAt),
          }
        )
      }))
    if (!found) return notFoundReply
    const { review, card, barriers, goals } = found
    logReading(request, card.id)
    const here = `/bilans/${review.id}`
    const referent = card.circles.has('referent')
    return show(
      'Bilan',
      <>
        <p class="govuk-caption-l">{card.displayName}</p>
        <h1 class="govuk-heading-l">
          {MOMENT_LABELS[review.moment]} du {frenchDate(review.heldOn)}
        </h1>
        {review.withPerson ? null : <InsetText>Ce bilan a été fait sans la personne.</InsetText>}
        <AnswersTable answers={review.answers} />
        <SummaryList
          rows={[
            { label: 'Ce que la personne retient', value: review.words },
            {
              label: 'Freins notés alors',
              value:
                barriers.map(({ area, state }) => `${barrierAreaLabel(area)} (${STATE_LABELS[state].toLowerCase()})`).join(', ') || 'Aucun',
            },
            {
              label: 'Objectifs notés alors',
              value: goals.map(({ words, state }) => `${words} (${GOAL_STATE_LABELS[state].toLowerCase()})`).join(' ; ') || 'Aucun',
            },
            { label: 'Prochain bilan', value: review.nextOn === null ? 'Aucune date prévue' : frenchDate(review.nextOn) },
            { label: 'Noté par', value: review.author ?? 'un ancien membre' },
          ]}
        />
        <p class="m-print-only">Signature de la personne, si elle le souhaite&nbsp;:</p>
        {card.diedOn === null ? (
          <ButtonGroup>
            {referent ? (
              <ButtonLink kind="secondary" href={`${here}/corriger`}>
                Corriger
              </ButtonLink>
            ) : null}
            <a class="govuk-link" href={`${here}/annuler`}>
              Annuler ce bilan
            </a>
            <a class="govuk-link" href={`/personnes/${card.id}/bilans`}>
              Tous les bilans
            </a>
          </ButtonGroup>
        ) : null}
      </>,
      { breadcrumb: planCrumbs(card, 'Bilan') },
    )
  },
})
