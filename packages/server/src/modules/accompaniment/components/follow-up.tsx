import { ButtonGroup, ButtonLink, EmptyState } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Member } from '../../../platform/http/slice.ts'
import type { PersonCard } from '../../people/index.ts'
import { mayAccompany } from '../policy.ts'
import { followUpOf } from '../queries/follow-up-of.ts'
import { ActEvents } from './act-events.tsx'

/** What the page of a person says of their accompaniment: the last acts, how to note one, where all are read. One statement. */
export async function followUp(ctx: ReadCtx & { readonly actor: Member }, { id, diedOn }: PersonCard): Promise<ComponentChildren> {
  if (!mayAccompany(ctx.actor)) return null
  const { lastActs } = await followUpOf(ctx, id)
  const acts = `/personnes/${id}/actes`
  return (
    <section aria-labelledby="accompagnement">
      <h2 class="govuk-heading-m" id="accompagnement">
        Accompagnement
      </h2>
      {lastActs.length === 0 ? (
        <EmptyState title="Aucun acte que vous pouvez lire">
          Un entretien, un appel, un atelier&nbsp;: notez-le en trente secondes.
        </EmptyState>
      ) : (
        <ActEvents acts={lastActs} accountId={ctx.actor.accountId} />
      )}
      <ButtonGroup>
        {diedOn === null ? (
          <ButtonLink kind="secondary" href={`${acts}/ajouter`}>
            Noter un acte
          </ButtonLink>
        ) : null}
        {lastActs.length === 0 ? null : (
          <a class="govuk-link" href={acts}>
            Tous les actes
          </a>
        )}
      </ButtonGroup>
    </section>
  )
}
