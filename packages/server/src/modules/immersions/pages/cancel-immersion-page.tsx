import { frenchDate } from '@maillage/kernel'
import { confirmPage } from '../../../platform/http/confirm-page.tsx'
import { mayReadContracts } from '../../employment/index.ts'
import { cancelImmersion } from '../commands/cancel-immersion.ts'
import { crumbsOf, immersionHref, shownImmersion } from './immersion-in-address.ts'

/** The confirmation that an immersion did not take place, or was noted wrong. */
export const cancelImmersionPage = confirmPage({
  path: '/immersions/:id/annuler',
  allowed: mayReadContracts,
  find: shownImmersion,
  confirmation: (card) => {
    const { id, hostName, first, last } = card.immersion
    return {
      title: 'Annuler cette immersion',
      caption: card.personName,
      consequence: (
        <p class="govuk-body">
          L’immersion chez « {hostName ?? 'employeur effacé'} », du {frenchDate(first)} au {frenchDate(last)}, ne comptera plus&nbsp;: sa
          trace reste. Si elle a été arrêtée avant son terme, notez plutôt son bilan.
        </p>
      ),
      button: 'Annuler l’immersion',
      back: immersionHref(id),
      breadcrumb: crumbsOf(card, 'Annuler'),
    }
  },
  command: cancelImmersion,
  input: ({ immersion }) => ({ immersionId: immersion.id }),
  location: ({ personId }) => `/personnes/${personId}`,
  notice: { kind: 'success', title: 'Immersion annulée' },
})
