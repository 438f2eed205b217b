import { type CalendarDate, day, isoDate, normalised, partsOf } from '@maillage/kernel'
import { type ExitClass, exitClassLabels, type NotCounted, notCountedLabels } from '@maillage/rules/exits'
import { readSort, type Sort } from '@maillage/ui'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { ExitLine } from '../queries/exit-register.ts'

export const EXIT_ORDERS = ['personne', 'structure', 'entree', 'sortie', 'classe'] as const

/** Years that a list proposes: this one and the four before. */
const YEARS_BACK = 4

export interface ExitFilters {
  readonly words: string
  readonly siaeId: string
  readonly year: number
  /** A class, what lacks to be classed or counted, or everything. */
  readonly class: ExitClass | 'incomplete' | ''
  /** Counted, or not for this reason. */
  readonly counted: 'yes' | NotCounted | ''
}

const CLASSES = ['incomplete', ...Object.keys(exitClassLabels)]
const COUNTED = ['yes', ...Object.keys(notCountedLabels)]

/** The years proposed, the latest first. */
export const yearsUntil = (today: CalendarDate): readonly number[] => {
  const { year } = partsOf(today)
  return Array.from({ length: YEARS_BACK + 1 }, (_, back) => year - back)
}

export const daysOfYear = (year: number) => ({ first: day(`${year}-01-01`), last: day(`${year}-12-31`) })

/** What the address of the list asks; what it does not know is as if it were absent. */
export function readExitList(
  query: FormBody,
  today: CalendarDate,
): { readonly filters: ExitFilters; readonly sort: Sort; readonly active: number } {
  const years = yearsUntil(today)
  const asked = Number(text(query, 'annee'))
  const [ofClass, counted] = [text(query, 'classe'), text(query, 'comptee')]
  const filters = {
    words: text(query, 'q').slice(0, 120),
    siaeId: recordId(text(query, 'structure')) ?? '',
    year: years.includes(asked) ? asked : (years[0] ?? 0),
    class: (CLASSES.includes(ofClass) ? ofClass : '') as ExitFilters['class'],
    counted: (COUNTED.includes(counted) ? counted : '') as ExitFilters['counted'],
  }
  return {
    filters,
    sort: readSort(query, EXIT_ORDERS, { key: 'sortie', direction: 'descending' }),
    active: [filters.siaeId !== '', years.includes(asked) && asked !== years[0], filters.class !== '', filters.counted !== ''].filter(
      Boolean,
    ).length,
  }
}

const ORDER: Readonly<Record<string, (line: ExitLine) => string>> = {
  personne: ({ familyKey }) => familyKey,
  structure: ({ siaeName }) => normalised(siaeName),
  entree: ({ entry }) => isoDate(entry),
  sortie: ({ exitOn }) => isoDate(exitOn),
  classe: ({ finding }) => (finding.class === null ? '' : exitClassLabels[finding.class]),
}

/** The lines that the filters keep, in the order asked; the latest exit first among equals. */
export function chosenExits(lines: readonly ExitLine[], filters: ExitFilters, sort: Sort): readonly ExitLine[] {
  const words = normalised(filters.words).split(' ').filter(Boolean).slice(0, 6)
  const kept = lines.filter(
    ({ searchKey, finding }) =>
      words.every((word) => searchKey.includes(` ${word}`)) &&
      (filters.class === '' || (filters.class === 'incomplete' ? finding.missing.length > 0 : finding.class === filters.class)) &&
      (filters.counted === '' || (filters.counted === 'yes' ? finding.counted === true : finding.why === filters.counted)),
  )
  const key = ORDER[sort.key] ?? (() => '')
  const sense = sort.direction === 'descending' ? -1 : 1
  return kept.toSorted((a, b) => sense * key(a).localeCompare(key(b), 'fr') || b.exitOn - a.exitOn || (a.id < b.id ? -1 : 1))
}
