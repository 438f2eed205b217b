import type { Crumb } from '@maillage/ui'
import type { VNode } from 'preact'

export interface Notice {
  readonly kind: 'success' | 'information' | 'warning'
  readonly title: string
  readonly text?: string | undefined
}

/** What a page answers. */
export type Reply =
  | {
      readonly kind: 'page'
      readonly status: number
      readonly title: string
      readonly body: VNode
      readonly breadcrumb: readonly Crumb[]
      readonly wide: boolean
      readonly errorCount: number
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly notice?: Notice | undefined; readonly session?: SessionChange | undefined }
  | {
      readonly kind: 'file'
      readonly type: string
      readonly name?: string | undefined
      readonly content: string | Uint8Array
      /** How long any browser or proxy may keep it; absent, nobody keeps it. */
      readonly keptSeconds?: number | undefined
    }
  | { readonly kind: 'not-found' }

/** What a reply does to the session cookie. */
export type SessionChange = { readonly open: string } | { readonly close: true }

interface Look {
  readonly breadcrumb?: readonly Crumb[]
  readonly wide?: boolean
  /** Sentences shown in the error summary; more than none makes the answer a 422. */
  readonly errorCount?: number
  readonly status?: number
}

/** @example return show('Structures', <Structures rows={rows} />, { wide: true }) */
export function show(title: string, body: VNode, { breadcrumb = [], wide = false, errorCount = 0, status }: Look = {}): Reply {
  return { kind: 'page', status: status ?? (errorCount > 0 ? 422 : 200), title, body, breadcrumb, wide, errorCount }
}

/** After a success: the browser asks for the next page, so that reloading it does nothing twice. */
export const goTo = (to: string, notice?: Notice): Reply => ({ kind: 'redirect', to, notice })

/** The same answer for what does not exist and for what is somebody else's. */
export const notFoundReply: Reply = { kind: 'not-found' }

/** A file to keep: a spreadsheet, a calendar. */
export const download = (name: string, type: string, content: string | Uint8Array): Reply => ({ kind: 'file', type, name, content })

/** Data for an island of a page. `keptSeconds` only for what is the same for every reader. */
export const json = (value: unknown, { keptSeconds }: { readonly keptSeconds?: number } = {}): Reply => ({
  kind: 'file',
  type: 'application/json; charset=utf-8',
  content: JSON.stringify(value),
  keptSeconds,
})
