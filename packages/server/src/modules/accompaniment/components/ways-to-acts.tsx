import { ButtonGroup, ButtonLink } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { mayAccompany } from '../policy.ts'

/** What the page of a person says of their accompaniment: how to note an act, and where they are read. No statement: that page already makes six. */
export function waysToActs(actor: Actor, { id, diedOn }: { readonly id: string; readonly diedOn: unknown }) {
  if (!mayAccompany(actor)) return null
  const acts = `/personnes/${id}/actes`
  return (
    <section aria-label="Accompagnement">
      <h2 class="govuk-heading-m">Accompagnement</h2>
      <ButtonGroup>
        {diedOn === null ? (
          <ButtonLink kind="secondary" href={`${acts}/ajouter`}>
            Noter un acte
          </ButtonLink>
        ) : null}
        <a class="govuk-link" href={acts}>
          Lire les actes
        </a>
      </ButtonGroup>
    </section>
  )
}
