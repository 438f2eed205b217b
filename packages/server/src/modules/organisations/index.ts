import type { Slice } from '../../platform/http/slice.ts'

/** Who the actors are, what they do, where and since when. */
export const organisations: Slice = { name: 'organisations', pages: [] }
