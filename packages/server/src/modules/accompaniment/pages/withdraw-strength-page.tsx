import { InsetText } from '@maillage/ui'
import { confirmPage } from '../../../platform/http/confirm-page.tsx'
import { recordId } from '../../../platform/http/record-id.ts'
import { personCard } from '../../people/index.ts'
import { withdrawStrength } from '../commands/withdraw-strength.ts'
import { planCrumbs, planHref } from '../person-in-address.ts'
import { mayAccompany } from '../policy.ts'
import { findStrength } from '../queries/strengths-of.ts'

/** The confirmation that a strength does not hold any more. */
export const withdrawStrengthPage = confirmPage({
  path: '/forces/:id/retirer',
  allowed: mayAccompany,
  async find({ params, read }) {
    const id = recordId(params['id'])
    if (id === undefined) return undefined
    return read(async (ctx) => {
      const strength = await findStrength(ctx, id)
      const card = strength && (await personCard(ctx, strength.personId))
      return card && { card, strength }
    })
  },
  confirmation: ({ card, strength }) => ({
    title: 'Retirer cette force',
    caption: card.displayName,
    consequence: (
      <>
        <InsetText>{strength.words}</InsetText>
        <p class="govuk-body">Elle ne sera plus montrée, sauf à qui demande ce qui était connu un jour passé.</p>
      </>
    ),
    button: 'Retirer la force',
    back: planHref(card.id),
    breadcrumb: planCrumbs(card, 'Retirer une force'),
  }),
  command: withdrawStrength,
  input: ({ strength }) => ({ strengthId: strength.id }),
  location: ({ personId }) => planHref(personId),
  notice: { kind: 'success', title: 'Force retirée' },
})
