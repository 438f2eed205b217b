import type { Month } from '@maillage/kernel'
import type { PersonPresent } from '../queries/people-present.ts'
import type { CellValue } from './cell-value.ts'

/** How many different people were there in each month. */
export function peopleByMonth(present: readonly PersonPresent[]): ReadonlyMap<Month, number> {
  const seen = new Map<Month, Set<string>>()
  for (const { month, personId } of present) seen.set(month, (seen.get(month) ?? new Set()).add(personId))
  return new Map([...seen].map(([month, people]) => [month, people.size]))
}

/** People in pathway, month by month; a month without anybody is a zero, for the structure is there. */
export function peopleCells(months: readonly Month[], present: readonly PersonPresent[]): readonly CellValue[] {
  const counted = peopleByMonth(present)
  return months.map((month) => {
    const people = counted.get(month) ?? 0
    return { indicator: 'people', month, dimension: 'all', state: 'known', numerator: people, denominator: null, people }
  })
}
