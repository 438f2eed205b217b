import type { CalendarDate, Law } from '@maillage/kernel'
import { inclusionContractPosts } from '../parameters/contract-rules.ts'
import type { Anomaly } from '../reasons.ts'
import { anomaly, type EmploymentAnomaly } from './reason-codes.ts'

/**
 * Whether inclusion contracts take more of the posts of an annex than they may: 20 %, 30 % by decision.
 * `count` and `centiPosts` are hundredths of full-time posts. The figures were read in no text: the anomaly says so.
 * @example inclusionPostsAnomalies(law, { on, count: 250, centiPosts: 1000, byDecision: false })
 */
export function inclusionPostsAnomalies(
  law: Law,
  request: { readonly on: CalendarDate; readonly count: number; readonly centiPosts: number; readonly byDecision: boolean },
): Anomaly<EmploymentAnomaly>[] {
  const { on, count, centiPosts, byDecision } = request
  const found = law.on(on).find(inclusionContractPosts)
  if (!found) return []
  const percent = byDecision ? found.value.byDecision : found.value.byRight
  return count * 100 > centiPosts * percent
    ? [anomaly('employment/inclusion-contracts-too-many', { count, centiPosts, percent }, found.source)]
    : []
}
