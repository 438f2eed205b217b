import { HiddenField, InsetText } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { CARRIED } from '../../../platform/http/carried-form.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'

type Carrying = Pick<PageRequest<Actor | null>, 'carried'>

/** What was typed before the session expired travels through the sign-in form, sealed. */
export const CarriedField = ({ request: { carried } }: { readonly request: Carrying }) =>
  carried === null || carried === 'too-long' ? null : <HiddenField name={CARRIED} value={carried.sealed} />

/** Says why the sign-in page came instead of the next one, and what becomes of what was typed. */
export const CarriedNotice = ({ request: { carried } }: { readonly request: Carrying }) =>
  carried === null ? null : (
    <InsetText>
      {carried === 'too-long'
        ? 'Votre session a expiré, et votre saisie était trop longue pour être gardée. Rien n’a été enregistré.'
        : 'Votre session a expiré. Rien n’a été enregistré, et rien n’est perdu : connectez-vous, vous retrouverez votre saisie pour la relire et l’envoyer.'}
    </InsetText>
  )
