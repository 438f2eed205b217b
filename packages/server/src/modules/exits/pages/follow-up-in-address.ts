import { addMonths, type CalendarDate } from '@maillage/kernel'
import { type FollowUp, followUpsOf, reentryMonths } from '@maillage/rules/exits'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type PersonCard, personCard } from '../../people/index.ts'
import type { StayExit } from '../model.ts'
import type { AfterExit } from '../model-follow-up.ts'
import { mayFollowAfterExit } from '../policy.ts'
import { afterExitOf } from '../queries/after-exit-of.ts'
import { exitOfStay } from '../queries/exit-of-stay.ts'
import { followUpHref } from './follow-up-words.tsx'
import { exitHref } from './stay-in-address.ts'

/** What follows the exit of the stay in the address. */
export interface FollowUpShown {
  readonly exit: StayExit
  readonly person: PersonCard
  readonly after: AfterExit
  readonly followUps: readonly FollowUp[]
  /** The day of a return in the IAE within the months that the law says; a fact beside the exit, never a failure. */
  readonly returnedOn: CalendarDate | undefined
  /** The follow-up that the address names by its months. */
  readonly asked: FollowUp | undefined
}

/** The follow-up of the stay in the address, when this actor follows those who left its carrier. */
export async function shownFollowUp(request: PageRequest<Member>): Promise<FollowUpShown | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const exit = await exitOfStay(ctx, id)
    if (!exit || !mayFollowAfterExit(ctx.actor, exit)) return undefined
    const [person, after] = [await personCard(ctx, exit.personId), await afterExitOf(ctx, exit.id)]
    if (!person || !after) return undefined
    const followUps = followUpsOf(ctx.law, { ...exit, ...after }, ctx.today)
    const within = addMonths(exit.exitOn, ctx.law.on(exit.exitOn).get(reentryMonths).months)
    const returnedOn = after.stops.find(({ why, on }) => why === 'return' && on <= within)?.on
    return {
      exit,
      person,
      after,
      followUps,
      returnedOn,
      asked: followUps.find(({ horizon }) => String(horizon) === request.params['horizon']),
    }
  })
}

/** The way back, from a page about what follows an exit. */
export const followUpCrumbs = ({ exit, person }: FollowUpShown, here?: string) => [
  { label: 'Personnes', href: '/personnes' },
  { label: person.displayName, href: `/personnes/${person.id}` },
  { label: 'Sortie', href: exitHref(exit.stayId) },
  ...(here === undefined ? [{ label: 'Et après' }] : [{ label: 'Et après', href: followUpHref(exit.stayId) }, { label: here }]),
]
