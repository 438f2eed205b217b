import type { UploadRefusal } from './messages.fr.ts'
import type { Sheet, TableKind, Tables } from './tables.ts'

/** What the server asks of the thread that reads and writes files of tables. */
export type TableOrder =
  | { readonly order: 'read'; readonly bytes: Uint8Array; readonly sheetName: string }
  | { readonly order: 'write'; readonly kind: TableKind; readonly sheets: readonly Sheet[] }

/** What the thread answers, once; a fault of ours is thrown there. */
export type TableAnswer = { readonly tables: Tables } | { readonly refusals: readonly UploadRefusal[] } | { readonly written: Uint8Array }
