import { InsetText } from '@maillage/ui'
import type { PersonCard } from '../../people/index.ts'

/** How a director who is no referent reads what the referents do: for a day, with a reason. */
export const WayToRead = ({ card: { id, circles } }: { readonly card: PersonCard }) =>
  circles.has('referent') ? null : (
    <InsetText>
      Vous n’êtes pas référent de cette personne. Pour lire le dossier d’accompagnement aujourd’hui,{' '}
      <a class="govuk-link" href={`/personnes/${id}/lecture-motivee`}>
        dites pourquoi
      </a>
      &nbsp;: ses référents le sauront.
    </InsetText>
  )
