import { frenchDate } from '@maillage/kernel'
import { InsetText } from '@maillage/ui'
import { confirmPage } from '../../../platform/http/confirm-page.tsx'
import { recordId } from '../../../platform/http/record-id.ts'
import { personCard } from '../../people/index.ts'
import { cancelAct } from '../commands/cancel-act.ts'
import { KIND_LABELS } from '../messages.fr.ts'
import type { Act } from '../model.ts'
import { mayAccompany } from '../policy.ts'
import { findAct } from '../queries/acts-of.ts'

/** Where one came from: the workshop, or all the acts of the person. */
const backTo = ({ workshopId, personId }: Pick<Act, 'workshopId' | 'personId'>) =>
  workshopId === null ? `/personnes/${personId}/actes` : `/ateliers/${workshopId}`

/** The confirmation that an act was noted by mistake. */
export const cancelActPage = confirmPage({
  path: '/actes/:id/retirer',
  allowed: mayAccompany,
  async find({ params, actor, read }) {
    const id = recordId(params['id'])
    if (id === undefined) return undefined
    return read(async (ctx) => {
      const act = await findAct(ctx, id)
      const card = act?.recordedBy === actor.accountId ? await personCard(ctx, act.personId) : undefined
      return act && card && { act, card }
    })
  },
  confirmation: ({ act, card }) => ({
    title: act.workshopId === null ? 'Retirer cet acte' : 'Retirer cette personne de l’atelier',
    caption: card.displayName,
    consequence: (
      <>
        <InsetText>
          {KIND_LABELS[act.kind]} du {frenchDate(act.happenedOn)}
          {act.purpose === null ? '' : <>&nbsp;: {act.purpose}</>}
        </InsetText>
        <p class="govuk-body">
          {act.workshopId === null
            ? 'Personne ne le lira plus. Pour le corriger, retirez-le puis notez-le de nouveau.'
            : 'L’atelier reste noté pour les autres personnes présentes ; personne ne lira plus celui-ci dans ce dossier.'}
        </p>
      </>
    ),
    button: act.workshopId === null ? 'Retirer l’acte' : 'Retirer de l’atelier',
    back: backTo(act),
    breadcrumb: [
      { label: 'Personnes', href: '/personnes' },
      { label: card.displayName, href: `/personnes/${card.id}` },
      { label: 'Accompagnement', href: `/personnes/${card.id}/actes` },
      { label: 'Retirer un acte' },
    ],
  }),
  command: cancelAct,
  input: ({ act }) => ({ actId: act.id }),
  location: backTo,
  notice: { kind: 'success', title: 'Acte retiré' },
})
