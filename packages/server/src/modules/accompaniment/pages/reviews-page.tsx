import { frenchDate } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, DataTable, EmptyState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { goTo, notFoundReply, show } from '../../../platform/http/reply.ts'
import { logReading, personCard } from '../../people/index.ts'
import { reviewPicture } from '../components/review-picture.tsx'
import { planCrumbs, planHref } from '../person-in-address.ts'
import { mayAccompany } from '../policy.ts'
import { reviewsOf } from '../queries/reviews-of.ts'
import { MOMENT_LABELS } from '../review-words.fr.ts'

/** The reviews of a person, and what changed from one to the next in their own words. */
export const reviewsPage = memberPage({
  path: '/personnes/:id/bilans',
  allowed: mayAccompany,
  async get(request) {
    const id = recordId(request.params['id'])
    const found =
      id &&
      (await request.read(async (ctx) => {
        const card = await personCard(ctx, id)
        return card && { card, reviews: await reviewsOf(ctx, card.id) }
      }))
    if (!found) return notFoundReply
    const { card, reviews } = found
    if (card.id !== id) return goTo(`/personnes/${card.id}/bilans`)
    logReading(request, card.id)
    return show(
      'Bilans',
      <>
        <p class="govuk-caption-l">{card.displayName}</p>
        <h1 class="govuk-heading-l">Bilans</h1>
        {await reviewPicture(reviews)}
        <DataTable
          caption="Bilans faits"
          counted={['bilan', 'bilans']}
          rows={reviews.toReversed()}
          rowKey={(review) => review.id}
          columns={[
            {
              key: 'bilan',
              label: 'Bilan',
              render: (review) => (
                <a href={`/bilans/${review.id}`}>
                  {MOMENT_LABELS[review.moment]} du {frenchDate(review.heldOn)}
                </a>
              ),
            },
            { key: 'avec', label: 'Avec la personne', render: ({ withPerson }) => (withPerson ? 'Oui' : 'Non') },
            { key: 'mots', label: 'Ce qu’elle retient', long: true, render: ({ words }) => words ?? '–' },
            { key: 'prochain', label: 'Prochain', render: ({ nextOn }) => (nextOn === null ? '–' : frenchDate(nextOn)) },
          ]}
          empty={
            <EmptyState title="Aucun bilan que vous pouvez lire">
              À l’entrée, en cours de parcours, à la sortie&nbsp;: ce que la personne dit de ses droits, de son logement, de sa confiance…
            </EmptyState>
          }
        />
        <ButtonGroup>
          {card.diedOn === null ? <ButtonLink href={`/personnes/${card.id}/bilans/ajouter`}>Faire un bilan</ButtonLink> : null}
          <a class="govuk-link" href={planHref(card.id)}>
            Freins, forces et plan
          </a>
        </ButtonGroup>
      </>,
      { wide: true, breadcrumb: planCrumbs(card, 'Bilans') },
    )
  },
})
