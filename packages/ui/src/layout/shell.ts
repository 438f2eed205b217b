import type { NotificationKind } from '../content/notification.tsx'

/** A role in an organisation, under which the reader may act. */
export interface Hat {
  readonly id: string
  readonly label: string
  readonly detail?: string | undefined
  readonly current: boolean
}

/** A line of the main navigation. A secondary one is folded under « Plus » when there are many. */
export interface NavigationEntry {
  readonly label: string
  readonly href: string
  readonly current: boolean
  readonly secondary?: boolean | undefined
}

/** What surrounds every page: who reads, under which hat, where they can go. */
export interface Shell {
  /** Where the style sheet, the fonts and the islands stand, with their version. */
  readonly assets: string
  readonly demonstration: boolean
  /** Null: nobody is signed in. `unread`: no session was looked at, and nothing may be said of the reader. */
  readonly account: { readonly name: string /** Null: there is none to say. */; readonly hat: string | null } | null | 'unread'
  /** Where to leave at once, from any page, when somebody may come near; the session ends there. */
  readonly leave?: string | null | undefined
  readonly hats: readonly Hat[]
  readonly navigation: readonly NavigationEntry[]
  readonly csrf: string | null
  readonly notice: { readonly kind: NotificationKind; readonly title: string; readonly text?: string | undefined } | null
  /** How many errors the page shows: the title then begins with « Erreur ». */
  readonly errorCount: number
}
