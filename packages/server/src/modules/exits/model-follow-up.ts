import { type CalendarDate, day } from '@maillage/kernel'
import type { FollowUpAnswer, FollowUpStop } from '@maillage/rules/exits'

/** How a link reaches the person. `text`: the counsellor copies a sentence into their own telephone. */
export const LINK_WAYS = ['paper', 'text', 'mail'] as const
export type LinkWay = (typeof LINK_WAYS)[number]

/** A stop as the database gives it. */
export interface StopRow {
  readonly why: FollowUpStop
  readonly on: string
}

/** A link that may still be answered, or was. */
export interface GivenLink {
  readonly horizon: number
  readonly way: LinkWay
  readonly lastDay: CalendarDate
  readonly used: boolean
}

/** What follows an exit. */
export interface AfterExit {
  readonly answers: readonly FollowUpAnswer[]
  readonly stops: readonly { readonly why: FollowUpStop; readonly on: CalendarDate }[]
  readonly links: readonly GivenLink[]
  /** Whether a link may be given: never to somebody who died, who is detained, who came back or who opposed it. */
  readonly reachable: boolean
}

export const stopsOf = (rows: readonly StopRow[]): AfterExit['stops'] => rows.map(({ why, on }) => ({ why, on: day(on) }))
