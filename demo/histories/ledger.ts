import type { Law, Month } from '@maillage/kernel'
import { hoursThatCount } from '@maillage/rules/employment'
import type { History, Place } from './history.ts'

/** What a structure declares of a month in one place of work: hundredths of an hour, and people. */
export interface Worked {
  readonly counted: number
  readonly paid: number
  readonly worked: number
  readonly people: number
}

type OfMonths = Map<Month, Map<string | null, Worked>>

const NOTHING: Worked = { counted: 0, paid: 0, worked: 0, people: 0 }

/** Hours of each structure by month and place of work, added from its histories. */
export class Ledger {
  readonly #law: Law
  readonly #structures = new Map<string, OfMonths>()

  constructor(law: Law) {
    this.#law = law
  }

  add({ stays }: History): void {
    for (const { place, worksite, months } of stays) {
      const ofStructure: OfMonths = this.#structures.get(place.name) ?? new Map()
      this.#structures.set(place.name, ofStructure)
      for (const { month, paid, worked } of months) {
        const ofMonth = ofStructure.get(month) ?? new Map<string | null, Worked>()
        ofStructure.set(month, ofMonth)
        const before = ofMonth.get(worksite) ?? NOTHING
        const found = hoursThatCount(this.#law, place.kind, month, { paid, worked })
        const hours = found.state === 'counted' ? found.hours : 0
        ofMonth.set(worksite, {
          counted: before.counted + hours,
          paid: before.paid + paid,
          worked: before.worked + worked,
          // Enrolled, and no mission in the month: declared, and not counted among those who worked.
          people: before.people + (hours > 0 ? 1 : 0),
        })
      }
    }
  }

  monthsOf(place: Place): ReadonlyMap<Month, ReadonlyMap<string | null, Worked>> {
    return this.#structures.get(place.name) ?? new Map()
  }

  /** Hundredths of an hour that the aid counts in an ordinary month. */
  ordinaryMonth(place: Place): number {
    const months = [...this.monthsOf(place).values()]
    const total = months.flatMap((month) => [...month.values()]).reduce((sum, { counted }) => sum + counted, 0)
    return months.length === 0 ? 0 : total / months.length
  }
}
