import type { CalendarDate, Law } from '@maillage/kernel'
import { fewestExits } from '../parameters/exit-rules.ts'
import { type Interval, wilsonInterval } from '../statistics/wilson-interval.ts'
import type { Exit } from './classify-exit.ts'
import { exitSeenBy } from './exit-frames.ts'
import type { RateAudience } from './exit-rates.ts'

/** The yearly « sorties emploi »: proven hirings over the ends of insertion contracts of the year. */
export interface EmploymentExits {
  readonly numerator: number
  /** Contracts ended in the year and not renewed, whatever became of the person. */
  readonly denominator: number
  /** Ended contracts that no exit explains yet: in the denominator, as nothing proves a hiring. */
  readonly withoutExit: number
  /** Exits whose contract found has no length yet: in the denominator too. */
  readonly undetermined: number
  readonly state: 'shown' | 'too-few' | 'nobody'
  readonly interval: Interval | null
}

/**
 * The second indicator of the agreement file, with its own denominator: contracts ended, not exits counted. Short presences, deaths and moves stay in it.
 * What nothing proves is not a hiring (« embauches avérées »), and is told apart.
 * @example employmentExits(law, [exit, null], { on: today, audience: 'inside' }) // null: a contract ended, no exit recorded
 */
export function employmentExits(
  law: Law,
  ends: readonly (Exit | null)[],
  { on, audience }: { readonly on: CalendarDate; readonly audience: RateAudience },
): EmploymentExits {
  const readings = ends.map((exit) => (exit === null ? 'without-exit' : exitSeenBy(law, exit, ['employment-exits'])['employment-exits']))
  const many = (of: (typeof readings)[number]) => readings.filter((each) => each === of).length
  const numerator = many(true)
  const denominator = ends.length
  return {
    numerator,
    denominator,
    withoutExit: many('without-exit'),
    undetermined: many(null),
    state: denominator === 0 ? 'nobody' : denominator < law.on(on).get(fewestExits)[audience] ? 'too-few' : 'shown',
    interval: wilsonInterval(numerator, denominator),
  }
}
