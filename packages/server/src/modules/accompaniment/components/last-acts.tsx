import { ButtonGroup, ButtonLink } from '@maillage/ui'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { mayAccompany } from '../policy.ts'
import { actsOf } from '../queries/acts-of.ts'
import { ActEvents } from './act-events.tsx'

const SHOWN = 3

/** What the page of a person says of their accompaniment: the last acts, and the way to note one. One statement. */
export async function lastActs(ctx: Pick<ReadCtx, 'tx' | 'actor'>, { id, diedOn }: { readonly id: string; readonly diedOn: unknown }) {
  if (!ctx.actor || !mayAccompany(ctx.actor)) return null
  const found = await actsOf(ctx, id, SHOWN + 1)
  const acts = `/personnes/${id}/actes`
  return (
    <section aria-label="Accompagnement">
      <h2 class="govuk-heading-m">Accompagnement</h2>
      {found.length === 0 ? (
        <p class="govuk-body">Aucun acte que vous pouvez lire.</p>
      ) : (
        <ActEvents acts={found.slice(0, SHOWN)} accountId={null} />
      )}
      <ButtonGroup>
        {diedOn === null ? (
          <ButtonLink kind="secondary" href={`${acts}/ajouter`}>
            Noter un acte
          </ButtonLink>
        ) : null}
        {found.length > 0 ? (
          <a class="govuk-link" href={acts}>
            {found.length > SHOWN ? 'Voir tous les actes' : 'Voir les actes'}
          </a>
        ) : null}
      </ButtonGroup>
    </section>
  )
}
