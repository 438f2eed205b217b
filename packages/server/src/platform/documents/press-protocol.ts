/** What the server asks of the process that makes documents. */
export interface PressOrder {
  readonly id: number
  /** Source of the template, which finds its data in `sys.inputs.data`. */
  readonly template: string
  /** JSON */
  readonly data: string
}

/** What the process answers. `starting` once, when it is ready or cannot be. */
export type PressAnswer =
  | { readonly starting: 'ready' | 'absent' }
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly fault: 'unprintable' | 'template'; readonly message: string }
