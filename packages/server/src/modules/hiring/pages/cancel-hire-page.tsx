import { frenchDate } from '@maillage/kernel'
import { HiddenField } from '@maillage/ui'
import { confirmPage } from '../../../platform/http/confirm-page.tsx'
import { text } from '../../../platform/http/page-request.ts'
import { cancelHire } from '../commands/cancel-hire.ts'
import { shownHire } from './hire-page.tsx'

/** Says what cancelling does, then does it. */
export const cancelHirePage = confirmPage({
  path: '/embauches/:id/annuler',
  find: shownHire,
  offered: ({ card }) => card.hire.state === 'declared',
  confirmation: ({ card: { hire, siaeName }, name }) => ({
    title: 'Annuler cette embauche',
    caption: `${name} · ${siaeName}`,
    consequence: (
      <>
        <p class="govuk-body">
          À n’utiliser que si la personne n’a jamais commencé. Si elle a travaillé, ne serait-ce qu’un jour, c’est une sortie qui
          s’enregistre, pas une annulation.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          <li>Le contrat du {frenchDate(hire.hiredOn)} est annulé.</li>
          <li>La candidature devient « Embauche annulée » ; vous pourrez l’accepter de nouveau.</li>
          {hire.passAct === 'issue' ? (
            <li>Le PASS IAE est annulé, sauf si une autre structure s’en sert déjà.</li>
          ) : (
            <li>Le PASS IAE de la personne n’est pas touché.</li>
          )}
        </ul>
      </>
    ),
    boxes: () => <HiddenField name="version" value={String(hire.version)} />,
    button: 'Annuler l’embauche',
    back: `/embauches/${hire.id}`,
    breadcrumb: [{ label: 'Embauches', href: '/embauches' }, { label: name, href: `/embauches/${hire.id}` }, { label: 'Annuler' }],
  }),
  command: cancelHire,
  input: ({ card }, form) => ({ hireId: card.hire.id, version: text(form, 'version') }),
  location: (_, { card }) => `/embauches/${card.hire.id}`,
  notice: ({ passCancelled }) => ({
    kind: 'success',
    title: 'Embauche annulée',
    text: passCancelled ? 'Le PASS IAE qu’elle avait ouvert est annulé aussi.' : undefined,
  }),
})
