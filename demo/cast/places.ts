import { type CalendarDate, type Month, monthOf, monthsLater } from '@maillage/kernel'
import { drawer } from '../histories/drawer.ts'
import type { Place, Sender } from '../histories/history.ts'
import type { Cast } from './cast.ts'
import { madeId } from './made-id.ts'
import { accountsIn } from './made-members.ts'

/** Most structures have declared the last month that ended; some are late, and a few by a quarter. */
function declaredThrough(name: string, today: CalendarDate, visited: boolean): Month {
  const last = monthsLater(monthOf(today), -1)
  const late = drawer(`${name}/late`).weighted({ '0': 76, '1': 16, '2': 5, '3': 3 })
  return monthsLater(last, -(visited ? 1 : Number(late)))
}

/** The structures that are open, with what they have declared by that day. */
export const placesOn = ({ carriers, visited, seats }: Cast, today: CalendarDate): Place[] =>
  carriers.flatMap(({ name: carrier, siae }) =>
    siae.flatMap(({ kind, name, until, worksites }) =>
      kind === 'EITI' || until !== undefined
        ? []
        : [
            {
              kind,
              name,
              carrier,
              worksites: worksites.map((each) => each.name),
              declaredThrough: declaredThrough(name, today, name === visited),
              ...(seats ? { seats: seats[kind] } : {}),
            },
          ],
    ),
  )

/** Somebody who acts in the histories. */
export interface Worker {
  readonly accountId: string
  readonly membershipId: string
  readonly name: string
}

export type FindWorker = (organisation: string, roles: readonly string[], unit?: string) => Worker | undefined

/** Who wears a role today in a team, or in the whole organisation. */
export function workersIn(cast: Cast): FindWorker {
  const accounts = accountsIn(cast)
  return (organisation, roles, unit) => {
    for (const { name, email, hats } of accounts)
      for (const hat of hats)
        if (
          hat.until === undefined &&
          hat.organisation === organisation &&
          roles.includes(hat.role) &&
          (unit === undefined || hat.unit === unit)
        )
          return {
            name,
            accountId: madeId('account', email),
            membershipId: madeId('membership', `${email}/${organisation}/${hat.role}`),
          }
    return undefined
  }
}

export const PRESCRIBING = ['prescriber', 'ft_adviser', 'referent'] as const

/** The desks where somebody prescribes. */
export const sendersIn = ({ partners }: Cast, workerOf: FindWorker): Sender[] =>
  partners.flatMap(({ name, agencies = [], authorisation }) =>
    agencies.flatMap((agency) =>
      authorisation && workerOf(name, PRESCRIBING, agency) ? [{ organisation: name, agency, kind: authorisation.kind }] : [],
    ),
  )
