import { type CalendarDate, day, isoDate, normalised, partsOf } from '@maillage/kernel'
import { readSort, type Sort } from '@maillage/ui'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { type ImmersionObject, type ImmersionState, OBJECTS, stateOn } from '../model.ts'
import type { ImmersionLine } from '../queries/immersion-register.ts'

export const IMMERSION_ORDERS = ['personne', 'structure', 'debut', 'fin'] as const

/** Years that a list proposes: this one, the next, and the three before. */
const YEARS_BACK = 3

export interface ImmersionFilters {
  readonly words: string
  readonly siaeId: string
  readonly year: number
  readonly state: ImmersionState | ''
  readonly object: ImmersionObject | ''
}

const STATES: Readonly<Record<string, ImmersionState>> = {
  'a-venir': 'to-come',
  'en-cours': 'running',
  'bilan-a-noter': 'to-conclude',
  terminees: 'concluded',
}
/** The states as they stand in the address. */
export const STATE_WORDS = Object.entries(STATES)

/** The years proposed, the latest first. */
export const yearsAround = (today: CalendarDate): readonly number[] => {
  const { year } = partsOf(today)
  return Array.from({ length: YEARS_BACK + 2 }, (_, back) => year + 1 - back)
}

export const daysOfYear = (year: number) => ({ first: day(`${year}-01-01`), last: day(`${year}-12-31`) })

/** What the address of the list asks; what it does not know is as if it were absent. */
export function readImmersionList(
  query: FormBody,
  today: CalendarDate,
): { readonly filters: ImmersionFilters; readonly sort: Sort; readonly active: number } {
  const asked = Number(text(query, 'annee'))
  const { year: current } = partsOf(today)
  const year = yearsAround(today).includes(asked) ? asked : current
  const object = OBJECTS.find((each) => each === text(query, 'objet')) ?? ''
  const filters = {
    words: text(query, 'q').slice(0, 120),
    siaeId: recordId(text(query, 'structure')) ?? '',
    year,
    state: STATES[text(query, 'etat')] ?? '',
    object,
  } as const
  return {
    filters,
    sort: readSort(query, IMMERSION_ORDERS, { key: 'debut', direction: 'descending' }),
    active: [filters.siaeId !== '', year !== current, filters.state !== '', object !== ''].filter(Boolean).length,
  }
}

const ORDER: Readonly<Record<string, (line: ImmersionLine) => string>> = {
  personne: ({ familyKey }) => familyKey,
  structure: ({ siaeName }) => normalised(siaeName),
  debut: ({ first }) => isoDate(first),
  fin: ({ last, conclusion }) => isoDate(conclusion?.endedOn ?? last),
}

/** The lines that the filters keep, in the order asked. */
export function chosenImmersions(
  lines: readonly ImmersionLine[],
  filters: ImmersionFilters,
  sort: Sort,
  today: CalendarDate,
): readonly ImmersionLine[] {
  const words = normalised(filters.words).split(' ').filter(Boolean).slice(0, 6)
  const kept = lines.filter(
    (line) =>
      words.every((word) => line.searchKey.includes(` ${word}`)) &&
      (filters.siaeId === '' || line.siaeId === filters.siaeId) &&
      (filters.object === '' || line.object === filters.object) &&
      (filters.state === '' || stateOn(line, today) === filters.state),
  )
  const key = ORDER[sort.key] ?? (() => '')
  const sense = sort.direction === 'descending' ? -1 : 1
  return kept.toSorted((a, b) => sense * key(a).localeCompare(key(b), 'fr') || b.first - a.first || (a.id < b.id ? -1 : 1))
}
