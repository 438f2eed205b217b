import type { Slice } from '../../platform/http/slice.ts'

/** Where things are. */
export const territories: Slice = { name: 'territories', pages: [] }
