import { frenchDate } from '@maillage/kernel'
import { confirmPage } from '../../../platform/http/confirm-page.tsx'
import { cancelReview } from '../commands/cancel-review.ts'
import { planCrumbs } from '../person-in-address.ts'
import { mayAccompany } from '../policy.ts'
import { MOMENT_LABELS } from '../review-words.fr.ts'
import { reviewInAddress } from './review-in-address.ts'

/** The confirmation that a review should not have been recorded. */
export const cancelReviewPage = confirmPage({
  path: '/bilans/:id/annuler',
  allowed: mayAccompany,
  find: reviewInAddress,
  confirmation: ({ card, review }) => ({
    title: 'Annuler ce bilan',
    caption: card.displayName,
    consequence: (
      <p class="govuk-body">
        {MOMENT_LABELS[review.moment]} du {frenchDate(review.heldOn)}. Plus personne ne le lira. L’entretien noté avec lui reste&nbsp;:
        retirez-le dans les actes s’il n’a pas eu lieu.
      </p>
    ),
    button: 'Annuler le bilan',
    back: `/bilans/${review.id}`,
    breadcrumb: planCrumbs(card, 'Annuler un bilan'),
  }),
  command: cancelReview,
  input: ({ review }) => ({ reviewId: review.id }),
  location: ({ personId }) => `/personnes/${personId}/bilans`,
  notice: { kind: 'success', title: 'Bilan annulé' },
})
