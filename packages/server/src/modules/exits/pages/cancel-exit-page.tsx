import { frenchDate } from '@maillage/kernel'
import { exitReasonLabels } from '@maillage/rules/exits'
import { HiddenField, TextArea } from '@maillage/ui'
import { confirmPage } from '../../../platform/http/confirm-page.tsx'
import { text } from '../../../platform/http/page-request.ts'
import { logReading } from '../../people/index.ts'
import { cancelExit } from '../commands/cancel-exit.ts'
import { mayReadExits } from '../policy.ts'
import { crumbsOf, exitHref, shownStay } from './stay-in-address.ts'

/** Says what cancelling an exit does, then does it. */
export const cancelExitPage = confirmPage({
  path: '/sejours/:id/sortie/annuler',
  allowed: mayReadExits,
  async find(request) {
    const { card } = (await shownStay(request)) ?? {}
    if (!card?.exit) return undefined
    logReading(request, card.personId)
    return { card, exit: card.exit }
  },
  confirmation: ({ card, exit }) => ({
    title: 'Annuler cette sortie',
    caption: `${card.personName} · ${card.siaeName}`,
    consequence: (
      <>
        <p class="govuk-body">
          À n’utiliser que si la personne n’est pas partie. Si elle est revenue plus d’un jour après, la sortie reste, et un nouveau contrat
          ouvre un nouveau séjour.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            La sortie du {frenchDate(exit.exitOn)} (motif : {exitReasonLabels[exit.reason]}) ne compte plus ; sa trace reste.
          </li>
          <li>Le séjour reprend, et le contrat que la sortie avait raccourci retrouve son dernier jour.</li>
          {exit.reason === 'death' ? <li>Le décès reste enregistré : il se retire depuis la fiche de la personne.</li> : null}
        </ul>
      </>
    ),
    boxes: (form) => (
      <>
        <HiddenField name="version" value={String(exit.version)} />
        <TextArea form={form} name="changeReason" label="Pourquoi cette annulation" rows={3} />
      </>
    ),
    button: 'Annuler la sortie',
    back: exitHref(card.stayId),
    breadcrumb: crumbsOf(card, 'Annuler'),
  }),
  command: cancelExit,
  input: ({ card }, form) => ({ stayId: card.stayId, version: text(form, 'version'), changeReason: text(form, 'changeReason') }),
  location: (_, { card }) => `/personnes/${card.personId}`,
  notice: { kind: 'success', title: 'Sortie annulée', text: 'Le séjour reprend.' },
})
