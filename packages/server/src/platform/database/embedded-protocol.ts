/** What the main thread and the thread of the embedded database say to each other. */
export interface EmbeddedStart {
  readonly folder: string | null
  readonly dump: Uint8Array<ArrayBuffer> | null
}

export type EmbeddedRequest =
  | { readonly id: number; readonly kind: 'query'; readonly text: string; readonly parameters: readonly unknown[] }
  | { readonly id: number; readonly kind: 'script'; readonly text: string }
  | { readonly id: number; readonly kind: 'dump'; readonly path: string }
  | { readonly id: number; readonly kind: 'close' }

export interface EmbeddedAnswer {
  readonly id: number
  readonly result?: { readonly rows: Record<string, unknown>[]; readonly affectedRows: number }
  readonly failure?: {
    readonly message: string
    readonly code: string | undefined
    readonly constraint: string | undefined
    readonly detail: string | undefined
    readonly table: string | undefined
    readonly hint: string | undefined
  }
}
