import { frenchDate } from '@maillage/kernel'
import { confirmPage } from '../../../platform/http/confirm-page.tsx'
import { recordId } from '../../../platform/http/record-id.ts'
import { withdrawSuccession } from '../commands/withdraw-succession.ts'
import { maySteer } from '../policy.ts'
import { findSiae, findSuccession } from '../store.ts'

/** The confirmation that a structure is no longer proposed to another carrier. */
export const withdrawSuccessionPage = confirmPage({
  path: '/reprises/:id/retirer',
  async find({ params, actor, read }) {
    const id = recordId(params['id'])
    if (id === undefined) return undefined
    return read(async (ctx) => {
      const proposed = await findSuccession(ctx, id)
      if (proposed?.state !== 'waiting' || proposed.successorId === null) return undefined
      const [siae, successor] = [await findSiae(ctx, proposed.siaeId), await findSiae(ctx, proposed.successorId)]
      return siae && successor && maySteer(actor, siae) ? { proposed, siae, successor } : undefined
    })
  },
  confirmation: ({ proposed, siae, successor }) => ({
    title: 'Retirer la proposition de reprise',
    caption: siae.name,
    consequence: (
      <p class="govuk-body">
        Vous proposez à « {successor.name} » de reprendre cette structure après le {frenchDate(proposed.lastDay)}. Sa réponse ne sera plus
        attendue&nbsp;: rien ne change pour les personnes, et vous pourrez faire une autre proposition.
      </p>
    ),
    button: 'Retirer la proposition',
    back: `/structures/${siae.id}`,
    breadcrumb: [
      { label: 'Structures', href: '/structures' },
      { label: siae.name, href: `/structures/${siae.id}` },
      { label: 'Retirer la proposition de reprise' },
    ],
  }),
  command: withdrawSuccession,
  input: ({ proposed }) => ({ successionId: proposed.id }),
  location: ({ siaeId }) => `/structures/${siaeId}`,
  notice: { kind: 'success', title: 'Proposition retirée', text: 'La structure continue.' },
})
