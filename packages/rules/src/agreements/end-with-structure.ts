import { addDays, type CalendarDate } from '@maillage/kernel'
import type { FinancialAnnex } from './annex.ts'
import { annexEnd } from './segments.ts'

/**
 * The annex of a structure that ends: it opens nothing after the last day of the structure, since it is an act about that structure (CT L5132-2,
 * R5132-2; that no other act is needed is practice, unchecked). Known on that day at the latest, and after every end that was signed.
 * An annex that was to begin later opens nothing at all; one that ends before is given back as it is.
 * @example annexEnd(endWithStructure(annex, day('2025-06-30'))) // 30 June
 */
export function endWithStructure(annex: FinancialAnnex, last: CalendarDate | null): FinancialAnnex {
  if (last === null || last >= annexEnd(annex)) return annex
  const dayBefore = addDays(annex.period.first, -1)
  const knownOn = annex.amendments.reduce(
    (latest, act) => (act.knownOn > latest ? act.knownOn : latest),
    annex.knownOn > last ? annex.knownOn : last,
  )
  return { ...annex, amendments: [...annex.amendments, { kind: 'end', knownOn, last: last > dayBefore ? last : dayBefore }] }
}
