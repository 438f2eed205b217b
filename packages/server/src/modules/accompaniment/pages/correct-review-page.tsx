import type { FormState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading } from '../../people/index.ts'
import { correctReview } from '../commands/correct-review.ts'
import { ReviewForm, readReview, reviewValues } from '../components/review-form.tsx'
import { planCrumbs } from '../person-in-address.ts'
import { mayAccompany } from '../policy.ts'
import { type ReviewShown, reviewInAddress } from './review-in-address.ts'

const correctForm = (request: PageRequest<Member>, { card, review }: ReviewShown, form: FormState): Reply =>
  show(
    'Corriger un bilan',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Corriger ce bilan</h1>
      <p class="govuk-body">Pour une faute de saisie. Si la situation a changé depuis, faites un nouveau bilan.</p>
      <ReviewForm request={request} form={form} referent isNew={false} back={`/bilans/${review.id}`} />
    </>,
    { errorCount: form.errors.length, breadcrumb: planCrumbs(card, 'Corriger un bilan') },
  )

/** A review said again, by a referent of the person. */
export const correctReviewPage = memberPage({
  path: '/bilans/:id/corriger',
  allowed: mayAccompany,
  async get(request) {
    const shown = await reviewInAddress(request)
    if (!shown?.card.circles.has('referent')) return notFoundReply
    logReading(request, shown.card.id)
    return correctForm(request, shown, reviewValues(shown.review))
  },
  async post(request) {
    const shown = await reviewInAddress(request)
    if (!shown) return notFoundReply
    const { facts, errors } = readReview(request.form)
    const result = await request.submit(correctReview, {
      input: { reviewId: shown.review.id, ...facts },
      errors,
      location: ({ id }) => `/bilans/${id}`,
      notice: { kind: 'success', title: 'Bilan corrigé' },
    })
    return result.reply ?? correctForm(request, shown, result.form)
  },
})
