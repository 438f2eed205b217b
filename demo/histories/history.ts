import type { CalendarDate, CentiHours, Month, SiaeKind } from '@maillage/kernel'
import type { ApplicationRefusalReason, ApplicationState } from '@maillage/rules/applications'
import type { CriterionCode, PrescriberKind } from '@maillage/rules/eligibility'
import type { ContractType } from '@maillage/rules/employment'
import type { RecordedExitReason } from '@maillage/rules/exits'
import type { SuspensionReason } from '@maillage/rules/pass-iae'
import type { MadeIdentity } from './made-identity.ts'

/** A structure as histories need it; names are keys that the loader turns into ids. */
export interface Place {
  readonly kind: Exclude<SiaeKind, 'EITI'>
  readonly name: string
  readonly carrier: string
  readonly worksites: readonly string[]
  /** People present at once, when they are not as many as its kind has in the Aude. */
  readonly seats?: readonly [least: number, most: number]
  /** Last month that the structure has declared so far. */
  readonly declaredThrough: Month
}

/** Who proposes: an agency of a prescriber, with somebody who works there. */
export interface Sender {
  readonly organisation: string
  readonly agency: string
  readonly kind: PrescriberKind
}

export interface MadeApplication {
  readonly key: string
  readonly place: Place
  /** Null: the structure wrote down somebody who came by themselves. */
  readonly sender: Sender | null
  readonly sentOn: CalendarDate
  readonly state: ApplicationState
  readonly movedOn: CalendarDate
  readonly refusal: ApplicationRefusalReason | null
}

export interface MadeContract {
  readonly type: ContractType
  readonly first: CalendarDate
  readonly last: CalendarDate
  readonly weekly: CentiHours | null
}

export interface MadeMonth {
  readonly month: Month
  readonly paid: CentiHours
  readonly worked: CentiHours
}

export interface MadeStay {
  readonly place: Place
  readonly worksite: string | null
  readonly entry: CalendarDate
  readonly contracts: readonly MadeContract[]
  readonly months: readonly MadeMonth[]
  readonly exit: {
    readonly on: CalendarDate
    readonly reason: RecordedExitReason
    readonly found: { readonly first: CalendarDate; readonly last: CalendarDate } | null
  } | null
}

/** One person as the platform would have met them: proposed, judged, hired, working, gone. */
export interface History {
  readonly key: string
  readonly identity: MadeIdentity
  /** Null: the structure itself found the person. */
  readonly sender: Sender | null
  readonly criteria: readonly CriterionCode[]
  readonly diagnosis: {
    readonly madeOn: CalendarDate
    readonly carriedBy: 'prescriber' | 'level-1' | 'level-2'
    readonly levels: readonly [level1: number, level2: number]
  } | null
  readonly applications: readonly MadeApplication[]
  readonly pass: {
    readonly first: CalendarDate
    readonly last: CalendarDate
    readonly suspension: { readonly first: CalendarDate; readonly last: CalendarDate; readonly reason: SuspensionReason } | null
  } | null
  /** First the stay that opened the right; a second one goes on beside it. */
  readonly stays: readonly MadeStay[]
}
