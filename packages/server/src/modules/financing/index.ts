import type { Slice } from '../../platform/http/slice.ts'
import { restateAid } from './jobs/restate-aid.ts'
import { aidCsv } from './pages/aid-csv.ts'
import { aidPage } from './pages/aid-page.tsx'

export type { AidYear, AnnexYear, AwaitedHours } from './model.ts'
export { aidOf, type SiaeAid } from './queries/aid-of.ts'

/** What the hours of a structure are worth, who pays, and what changed since it was said. */
export const financing: Slice = {
  name: 'financing',
  pages: [aidPage, aidCsv],
  subscriptions: restateAid,
}
