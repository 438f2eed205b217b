import type { ConnectionSource } from './connection.ts'
import type { EmbeddedSource } from './embedded.ts'

/** A database in the hands of who administers it: a server by its address, or the folder of the embedded one. */
export type Administered =
  | { readonly kind: 'postgresql'; readonly source: ConnectionSource; readonly url: string }
  | { readonly kind: 'embedded'; readonly source: EmbeddedSource; readonly folder: string }
