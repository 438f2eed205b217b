import { plural } from '@maillage/kernel'
import { barrierAreaLabel } from '@maillage/rules/accompaniment'
import { ButtonGroup, ButtonLink, EmptyState } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { mayReadWithReason, type PersonCard } from '../../people/index.ts'
import { MessagesToRead } from '../../supervision/index.ts'
import { STATE_LABELS } from '../barrier-words.fr.ts'
import { planHref } from '../person-in-address.ts'
import { mayAccompany } from '../policy.ts'
import { type FollowUp, followUpOf } from '../queries/follow-up-of.ts'
import { ActEvents } from './act-events.tsx'
import { WayToRead } from './way-to-read.tsx'

/** What holds the person back, in a line. */
const StandingBarriers = ({ barriers }: Pick<FollowUp, 'barriers'>) =>
  barriers.length === 0 ? null : (
    <p class="govuk-body">
      {plural(barriers.length, 'frein')}&nbsp;:{' '}
      {barriers.map(({ area, state }) => `${barrierAreaLabel(area)} (${STATE_LABELS[state].toLowerCase()})`).join(', ')}.
    </p>
  )

/** What the page of a person says of their accompaniment: the last acts, how to note one, where all are read. One statement. */
export async function followUp(ctx: ReadCtx & { readonly actor: Member }, card: PersonCard): Promise<ComponentChildren> {
  const { id, diedOn } = card
  if (!mayAccompany(ctx.actor)) return null
  const { lastActs, barriers, messages } = await followUpOf(ctx, id)
  const acts = `/personnes/${id}/actes`
  return (
    <section aria-labelledby="accompagnement">
      <h2 class="govuk-heading-m" id="accompagnement">
        Accompagnement
      </h2>
      <MessagesToRead messages={messages} />
      <StandingBarriers barriers={barriers} />
      {mayReadWithReason(ctx.actor) ? <WayToRead card={card} /> : null}
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
        <a class="govuk-link" href={planHref(id)}>
          Freins, forces et plan
        </a>
        {lastActs.length === 0 ? null : (
          <a class="govuk-link" href={acts}>
            Tous les actes
          </a>
        )}
        <a class="govuk-link" href={`/personnes/${id}/notes`}>
          Vos notes de travail
        </a>
      </ButtonGroup>
    </section>
  )
}
