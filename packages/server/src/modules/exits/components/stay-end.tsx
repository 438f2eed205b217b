import { frenchDate } from '@maillage/kernel'
import { classifyExit, exitReasonLabels } from '@maillage/rules/exits'
import { ButtonGroup, ButtonLink } from '@maillage/ui'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { ClassTag } from '../pages/exit-words.tsx'
import { exitHref } from '../pages/stay-in-address.ts'
import { mayReadExits } from '../policy.ts'
import { exitsOfPerson } from '../queries/exits-of-person.ts'

/** What the page of a person says of the end of each stay of my structures: its exit, or how to record it. One statement. */
export async function stayEnds(ctx: Pick<ReadCtx, 'tx' | 'law' | 'actor'>, personId: string) {
  if (!ctx.actor || !mayReadExits(ctx.actor)) return () => null
  const exits = await exitsOfPerson(ctx, personId)
  return ({ id }: { readonly id: string }) => {
    const exit = exits.get(id)
    return exit ? (
      <p class="govuk-body">
        Sortie le {frenchDate(exit.exitOn)}, motif : {exitReasonLabels[exit.reason]}{' '}
        <ClassTag finding={classifyExit(ctx.law, exit).value} />{' '}
        <a class="govuk-link" href={exitHref(id)}>
          Voir la sortie
        </a>
      </p>
    ) : (
      <ButtonGroup>
        <ButtonLink kind="secondary" href={`${exitHref(id)}/enregistrer`}>
          Enregistrer la sortie
        </ButtonLink>
        <a class="govuk-link" href={`/sejours/${id}/immersions/ajouter`}>
          Noter une immersion
        </a>
      </ButtonGroup>
    )
  }
}
