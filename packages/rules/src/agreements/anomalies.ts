import { daysOf, type Law, monthOf } from '@maillage/kernel'
import { amendmentInsideMonth, annexMonths, prisonPosts } from '../parameters/annex.ts'
import type { Anomaly } from '../reasons.ts'
import type { FinancialAnnex } from './annex.ts'
import { type AgreementAnomaly, anomaly } from './anomaly-codes.ts'

/**
 * What is wrong in an annex as it was recorded: longer than a year, an amendment outside it or inside a month, more posts than a prison may have.
 * An annex signed after its first day is no anomaly: it is the ordinary case from January to June.
 */
export function annexAnomalies(law: Law, annex: FinancialAnnex): Anomaly<AgreementAnomaly>[] {
  const { period, measure, posts, amendments, cofinancing } = annex
  const ofDay = law.on(period.first)
  const found: Anomaly<AgreementAnomaly>[] = []
  const months = monthOf(period.last) - monthOf(period.first) + 1
  const longest = ofDay.find(annexMonths)
  if (longest && months > longest.value) found.push(anomaly('agreements/annex-too-long', { months, most: longest.value }, longest.source))
  for (const act of amendments) {
    if (act.kind !== 'posts') continue
    const { effectOn } = act
    if (effectOn < period.first || effectOn > period.last)
      found.push(anomaly('agreements/amendment-outside-annex', { effectOn, first: period.first, last: period.last }))
    if (daysOf(monthOf(effectOn)).first !== effectOn)
      found.push(anomaly('agreements/amendment-inside-month', { effectOn }, law.on(effectOn).find(amendmentInsideMonth)?.source))
  }
  const inPrison = measure === 'prison' ? ofDay.find(prisonPosts) : undefined
  const greatest = Math.max(posts, ...amendments.flatMap((act) => (act.kind === 'posts' ? [act.posts] : [])))
  if (inPrison && greatest > inPrison.value)
    found.push(anomaly('agreements/too-many-prison-posts', { centiPosts: greatest, most: inPrison.value }, inPrison.source))
  if (cofinancing && cofinancing.departement > cofinancing.total) found.push(anomaly('agreements/cofinancing-above-total', {}))
  return found
}
