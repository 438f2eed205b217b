import { confirmPage } from '../../../platform/http/confirm-page.tsx'
import { opposeFollowUp } from '../commands/oppose-follow-up.ts'
import { mayReadFollowUps } from '../policy.ts'
import { followUpCrumbs, shownFollowUp } from './follow-up-in-address.ts'
import { followUpHref } from './follow-up-words.tsx'

/** The person said that they do not want to be asked any more. */
export const opposePage = confirmPage({
  path: '/sejours/:id/suivi/opposition',
  allowed: mayReadFollowUps,
  find: shownFollowUp,
  confirmation: (shown) => ({
    title: 'Ne plus contacter cette personne',
    caption: shown.person.displayName,
    consequence: (
      <p class="govuk-body">
        Les liens donnés ne servent plus, et votre organisation ne lui demande plus rien. Les réponses déjà notées restent. Cela ne se
        retire pas.
      </p>
    ),
    button: 'Ne plus la contacter',
    back: followUpHref(shown.exit.stayId),
    breadcrumb: followUpCrumbs(shown, 'Ne plus contacter'),
  }),
  command: opposeFollowUp,
  input: ({ exit }) => ({ stayId: exit.stayId }),
  location: (_, { exit }) => followUpHref(exit.stayId),
  notice: { kind: 'success', title: 'C’est noté', text: 'Plus rien ne sera demandé à cette personne.' },
})
