import type { CalendarDate } from '@maillage/kernel'
import { type ApplicationRefusalReason, type ApplicationState, type TransitionName, transitionNamed } from '@maillage/rules/applications'

/** Who proposes the person. A referrer sends people without prescribing; `siae` is the structure writing down somebody who came by themselves. */
export const SENDER_KINDS = ['authorised-prescriber', 'referrer', 'siae', 'person'] as const
export type SenderKind = (typeof SENDER_KINDS)[number]

/** A candidature: somebody proposes a person to a structure, the structure answers. */
export interface Application {
  readonly id: string
  readonly personId: string
  readonly siaeId: string
  readonly organisationId: string
  readonly senderKind: SenderKind
  readonly state: ApplicationState
  readonly message: string
  readonly wantedPost: string | null
  readonly sentOn: CalendarDate
  readonly promisedOn: CalendarDate
  readonly lastMovedOn: CalendarDate
  readonly refusalReason: ApplicationRefusalReason | null
  readonly answer: string | null
  readonly archivedOn: CalendarDate | null
  readonly version: number
}

const AWAITED: readonly ApplicationState[] = ['new', 'processing']

/** Whether nobody answered by the day promised. « En attente » is an answer. A fact, never a mark. */
export const isLate = ({ state, promisedOn }: Pick<Application, 'state' | 'promisedOn'>, today: CalendarDate): boolean =>
  AWAITED.includes(state) && promisedOn < today

const PROCESSED: readonly ApplicationState[] = ['accepted', 'refused', 'cancelled', 'obsolete']

/** Whether an application in this state has been dealt with. */
export const isProcessed = (state: ApplicationState): boolean => PROCESSED.includes(state)

const BY_RECEIVER = ['accept', 'process', 'postpone', 'add-to-pool', 'refuse', 'transfer'] as const satisfies readonly TransitionName[]
export type ReceiverTransition = (typeof BY_RECEIVER)[number]

/** What a structure may do with an application in this state, in the order in which the page proposes it. */
export const possibleMoves = (state: ApplicationState): readonly ReceiverTransition[] =>
  BY_RECEIVER.filter((name) => transitionNamed(name).from.includes(state))
