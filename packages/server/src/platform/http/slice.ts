import type { RefusalDetails } from '@maillage/kernel'
import type { Actor, Hat } from '../command/actor.ts'
import type { EventHandler } from '../events/event-handler.ts'
import type { Job } from '../jobs/job.ts'
import type { Page } from './page.ts'

/** The French sentence of each refusal of a slice. */
export type Messages = Readonly<Record<string, (details: RefusalDetails) => string>>

/** A line of the main navigation; `currentEntry` says which one a page stands under. */
export interface NavigationItem {
  readonly label: string
  readonly href: string
  /** What is not opened every day: folded under « Plus » when the menu would be too long. */
  readonly secondary?: boolean | undefined
}

/** What the application takes of a slice. `app.ts` lists them, lowest first. */
export interface Slice {
  readonly name: string
  readonly pages: readonly Page[]
  readonly jobs?: readonly Job[]
  readonly subscriptions?: readonly EventHandler[]
  readonly messages?: Messages
  /** Constraint of the database → refusal it stands behind. */
  readonly constraints?: Readonly<Record<string, string>>
  readonly navigation?: (actor: Actor | null) => readonly NavigationItem[]
  /** What a person finds in their own space; none of the lines above is shown there. */
  readonly ownNavigation?: readonly NavigationItem[]
}

/** A member: an account wearing a hat. */
export type Member = Actor & { readonly hat: Hat }
