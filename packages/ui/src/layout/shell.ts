import type { NotificationKind } from '../content/notification.tsx'

/** A role in an organisation, under which the reader may act. */
export interface Hat {
  readonly id: string
  readonly label: string
  readonly detail?: string | undefined
  readonly current: boolean
}

/** What surrounds every page: who reads, under which hat, where they can go. */
export interface Shell {
  readonly demonstration: boolean
  readonly account: { readonly name: string; readonly hat: string } | null
  readonly hats: readonly Hat[]
  readonly navigation: readonly { readonly label: string; readonly href: string; readonly current: boolean }[]
  readonly csrf: string | null
  readonly notice: { readonly kind: NotificationKind; readonly title: string; readonly text?: string | undefined } | null
  /** How many errors the page shows: the title then begins with « Erreur ». */
  readonly errorCount: number
}
