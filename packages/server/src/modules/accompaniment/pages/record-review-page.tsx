import type { CalendarDate } from '@maillage/kernel'
import type { FormState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type PersonCard, personCard } from '../../people/index.ts'
import { recordReview } from '../commands/record-review.ts'
import { newReviewValues, ReviewForm, readReview } from '../components/review-form.tsx'
import { planCrumbs } from '../person-in-address.ts'
import { mayAccompany } from '../policy.ts'
import { reviewsOf } from '../queries/reviews-of.ts'

interface Standing {
  readonly card: PersonCard
  readonly today: CalendarDate
  /** The first one is that of the entry, unless one was made. */
  readonly begun: boolean
}

async function standingOf(request: PageRequest<Member>): Promise<Standing | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const card = await personCard(ctx, id)
    return card && { card, today: ctx.today, begun: (await reviewsOf(ctx, card.id)).length > 0 }
  })
}

const recordForm = (request: PageRequest<Member>, { card }: Standing, form: FormState): Reply =>
  show(
    'Faire un bilan',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Faire un bilan avec la personne</h1>
      <ReviewForm request={request} form={form} referent={card.circles.has('referent')} isNew back={`/personnes/${card.id}/bilans`} />
    </>,
    { errorCount: form.errors.length, breadcrumb: planCrumbs(card, 'Faire un bilan') },
  )

/** A review made with the person, at the entry, on the way, at the exit. */
export const recordReviewPage = memberPage({
  path: '/personnes/:id/bilans/ajouter',
  allowed: mayAccompany,
  async get(request) {
    const standing = await standingOf(request)
    if (standing?.card.diedOn !== null) return notFoundReply
    return recordForm(request, standing, newReviewValues(standing.today, standing.begun ? 'during' : 'entry'))
  },
  async post(request) {
    const standing = await standingOf(request)
    if (!standing) return notFoundReply
    const { facts, errors } = readReview(request.form)
    const result = await request.submit(recordReview, {
      input: { personId: standing.card.id, minutes: text(request.form, 'minutes'), ...facts },
      errors,
      location: ({ personId }) => `/personnes/${personId}/bilans`,
      notice: { kind: 'success', title: 'Bilan enregistré' },
    })
    return result.reply ?? recordForm(request, standing, result.form)
  },
})
