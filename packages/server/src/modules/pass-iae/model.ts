import type { CalendarDate, Period } from '@maillage/kernel'
import type {
  Closure,
  HeldPass,
  PassNumber,
  Prolongation,
  ProlongationReason,
  StartMoved,
  Suspension,
  SuspensionReason,
} from '@maillage/rules/pass-iae'

/** Who issues the number: the State's service, or a demonstration that nobody can take for a right. */
export type IssuerMode = 'external' | 'demonstration'

/** A request waits, then is granted or refused by a prescriber, or withdrawn by who asked: nothing comes after. */
export type RequestState = 'waiting' | 'granted' | 'refused' | 'withdrawn'

/** `reason` null: it is not for this reader. */
export interface RecordedSuspension {
  readonly id: string
  readonly version: number
  readonly first: CalendarDate
  readonly last: CalendarDate | null
  readonly reason: SuspensionReason | null
  readonly siaeName: string | null
  /** What wrote its days last: `hire` when a structure hired the person and so ended it. */
  readonly cause: 'declared' | 'corrected' | 'hire' | 'return' | 'cancelled'
}

export interface RecordedProlongation {
  readonly id: string
  readonly first: CalendarDate
  readonly last: CalendarDate | null
  readonly reason: ProlongationReason | null
}

/** What the State's certificate says, as it was typed. */
export interface Certificate extends Period {
  readonly confrontedOn: CalendarDate
}

/** A right with everything recorded about it, as one reader may know it. */
export interface RecordedPass {
  readonly id: string
  readonly personId: string
  readonly number: PassNumber | null
  readonly issuerMode: IssuerMode
  readonly cancelled: boolean
  readonly issuedFirst: CalendarDate
  readonly moves: readonly StartMoved[]
  readonly suspensions: readonly RecordedSuspension[]
  readonly prolongations: readonly RecordedProlongation[]
  readonly closure: Closure | null
  /** The days stored, null once cancelled. */
  readonly stored: (Period & { readonly version: number }) | null
  readonly certificate: Certificate | null
}

/**
 * What stands for a ground that the reader may not know. Its days are exact, so every date is; its own sensitivity makes `redact` withhold its step.
 * A suspension is told as « contrat suspendu », as the rules ask.
 */
const UNTOLD_PROLONGATION: ProlongationReason = 'particular-difficulties'
const UNTOLD_SUSPENSION: SuspensionReason = 'contract-suspended'

/** A suspension as the rules read it. */
export const suspensionOf = ({ first, last, reason }: RecordedSuspension): Suspension => ({
  kind: 'suspension',
  first,
  last,
  reason: reason ?? UNTOLD_SUSPENSION,
})

const prolongationOf = ({ first, last, reason }: RecordedProlongation): Prolongation => ({
  kind: 'prolongation',
  first,
  last,
  reason: reason ?? UNTOLD_PROLONGATION,
})

/** The right and its acts as the rules read them. */
export const heldOf = ({ issuedFirst, moves, suspensions, prolongations, closure }: RecordedPass): HeldPass => ({
  pass: { first: issuedFirst },
  acts: [...moves, ...suspensions.map(suspensionOf), ...prolongations.map(prolongationOf), ...(closure ? [closure] : [])],
})

/** The latest right of a person among those that stand. */
export function latestOf<P extends Pick<RecordedPass, 'issuedFirst' | 'cancelled'>>(passes: readonly P[]): P | undefined {
  return passes
    .filter((each) => !each.cancelled)
    .toSorted((a, b) => a.issuedFirst - b.issuedFirst)
    .at(-1)
}
