import { type Law, type Month, monthOf } from '@maillage/kernel'
import { classifyExit, type Exit } from '@maillage/rules/exits'
import type { CellValue } from './cell-value.ts'

/** The classes that a rate reads, and those that are dynamic. */
export const DYNAMIC_CLASSES = ['class:durable', 'class:transition', 'class:positive'] as const
export const EXIT_CLASSES = [...DYNAMIC_CLASSES, 'class:other'] as const

/** Where an exit goes: a class that counts, why it does not, or what it lacks. */
export function placeOfExit(law: Law, exit: Exit): string {
  const { class: of, counted, why, missing } = classifyExit(law, exit).value
  if (counted === false) return `excluded:${why ?? 'withdrawn-by-its-reason'}`
  if (counted === null || of === null) return `missing:${missing[0] ?? 'hours'}`
  return `class:${of}`
}

/** The exits of a structure, month by month: the four classes that rates read, then what is left out and why. Nothing in a month without any exit. */
export function exitCells(law: Law, months: readonly Month[], exits: readonly Exit[]): readonly CellValue[] {
  const counts = new Map<Month, Map<string, number>>()
  for (const exit of exits) {
    const ofMonth = counts.get(monthOf(exit.exitOn)) ?? new Map<string, number>(EXIT_CLASSES.map((each) => [each, 0]))
    const place = placeOfExit(law, exit)
    counts.set(monthOf(exit.exitOn), ofMonth.set(place, (ofMonth.get(place) ?? 0) + 1))
  }
  return months.flatMap((month) =>
    [...(counts.get(month) ?? [])].map(([dimension, count]) => ({
      indicator: 'exits' as const,
      month,
      dimension,
      state: 'known' as const,
      numerator: count,
      denominator: null,
      people: count,
    })),
  )
}
