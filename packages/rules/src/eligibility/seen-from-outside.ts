import type { CalendarDate, Law } from '@maillage/kernel'
import { criterionLevel } from './criteria.ts'
import type { CriterionCode } from './criterion-code.ts'
import { betraysThePerson, type PrescriberKind } from './prescriber-kind.ts'

/** What readers outside the referents see of a diagnosis. `prescriber` is null when its kind would betray the person. */
export interface DiagnosisSeenFromOutside {
  readonly author: 'prescriber' | 'siae'
  readonly prescriber: PrescriberKind | null
  readonly level1: number
  readonly level2: number
}

/**
 * Hides the criteria of a diagnosis (« n critères de niveau 1 / 2 ») and, for kinds that betray health, justice, shelter or asylum, its author.
 * @example seenFromOutside(law, { author: { role: 'prescriber', kind: 'SPIP' }, criteria: ['RSA', 'PM'], on }) // { prescriber: null, level1: 1, level2: 1, … }
 */
export function seenFromOutside(
  law: Law,
  diagnosis: {
    readonly author: { readonly role: 'prescriber'; readonly kind: PrescriberKind } | { readonly role: 'siae' }
    readonly criteria: readonly CriterionCode[]
    readonly on: CalendarDate
  },
): DiagnosisSeenFromOutside {
  const { author, criteria, on } = diagnosis
  const count = (level: 1 | 2) => new Set(criteria.filter((each) => criterionLevel(law, each, on) === level)).size
  return {
    author: author.role,
    prescriber: author.role === 'prescriber' && !betraysThePerson(author.kind) ? author.kind : null,
    level1: count(1),
    level2: count(2),
  }
}
