import { frenchDate, plural } from '@maillage/kernel'
import { InsetText } from '@maillage/ui'
import { confirmPage } from '../../../platform/http/confirm-page.tsx'
import { recordId } from '../../../platform/http/record-id.ts'
import { cancelWorkshop } from '../commands/cancel-workshop.ts'
import { mayAccompany } from '../policy.ts'
import { findWorkshop } from '../queries/workshops.ts'
import { WORKSHOPS } from './workshops-page.tsx'

/** The confirmation that a workshop was noted by mistake; « page introuvable » for one of somebody else. */
export const cancelWorkshopPage = confirmPage({
  path: `${WORKSHOPS}/:id/retirer`,
  allowed: mayAccompany,
  async find({ params, actor, read }) {
    const id = recordId(params['id'])
    const found = id === undefined ? undefined : await read((ctx) => findWorkshop(ctx, id))
    return found?.workshop.recordedBy === actor.accountId ? found : undefined
  },
  confirmation: ({ workshop, people }) => ({
    title: 'Retirer cet atelier',
    caption: 'Atelier collectif',
    consequence: (
      <>
        <InsetText>
          {workshop.theme}, {frenchDate(workshop.happenedOn)}, {plural(people.length, 'personne présente', 'personnes présentes')}
        </InsetText>
        <p class="govuk-body">
          Il sera retiré de tous les dossiers où il est noté, et personne ne le lira plus. Pour enlever une seule personne, retirez-la
          depuis l’atelier.
        </p>
      </>
    ),
    button: 'Retirer l’atelier',
    back: `${WORKSHOPS}/${workshop.id}`,
    breadcrumb: [
      { label: 'Accueil', href: '/' },
      { label: 'Ateliers', href: WORKSHOPS },
      { label: workshop.theme, href: `${WORKSHOPS}/${workshop.id}` },
      { label: 'Retirer' },
    ],
  }),
  command: cancelWorkshop,
  input: ({ workshop }) => ({ workshopId: workshop.id }),
  location: () => WORKSHOPS,
  notice: { kind: 'success', title: 'Atelier retiré' },
})
