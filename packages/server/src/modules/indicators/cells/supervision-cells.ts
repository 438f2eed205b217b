import { daysOf, includes, type Month } from '@maillage/kernel'
import type { StaffPost } from '../queries/staff-posts.ts'
import type { CellValue } from './cell-value.ts'

/** People of each month and the full-time equivalents (hundredths) that supervise and accompany them on its last day; a month without a post says so. */
export function supervisionCells(
  months: readonly Month[],
  posts: readonly StaffPost[],
  people: ReadonlyMap<Month, number>,
): readonly CellValue[] {
  return months.flatMap((month): CellValue[] => {
    const present = people.get(month) ?? 0
    if (present === 0) return []
    const fte = posts.filter((post) => includes(post, daysOf(month).last)).reduce((sum, each) => sum + each.fte, 0)
    const known = { indicator: 'supervision', month, dimension: 'all', people: present } as const
    return fte === 0
      ? [{ ...known, state: 'not-declared', numerator: null, denominator: null }]
      : [{ ...known, state: 'known', numerator: present, denominator: fte }]
  })
}
