import type { CalendarDate } from '@maillage/kernel'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import type { Member as Reader } from '../../../platform/http/slice.ts'
import { maySteer } from '../policy.ts'
import { hatsOn, type Member, type MemberHat, members } from '../queries/members.ts'

/** A hat worn today by a member, with the person and the day. */
export interface SteeredHat {
  readonly person: Member
  readonly hat: MemberHat
  readonly today: CalendarDate
}

/** The hat of the address, when it is worn today in the organisation that the reader steers. */
export function steeredHat(request: PageRequest<Reader>): Promise<SteeredHat | undefined> {
  return request.read(async (ctx) => {
    if (!maySteer(request.actor, request.actor.hat)) return undefined
    for (const person of await members(ctx, request.actor.hat.organisationId)) {
      const hat = hatsOn(person, ctx.today).find(({ membershipId }) => membershipId === request.params['id'])
      if (hat) return { person, hat, today: ctx.today }
    }
    return undefined
  })
}
