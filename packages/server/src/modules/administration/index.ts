import type { Slice } from '../../platform/http/slice.ts'
import { designPage } from './pages/design-page.tsx'

/** Pages about the platform itself. */
export const administration: Slice = { name: 'administration', pages: [designPage] }
