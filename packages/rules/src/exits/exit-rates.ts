import type { CalendarDate, Law } from '@maillage/kernel'
import { exitTargets, fewestExits } from '../parameters/exit-rules.ts'
import { type Interval, wilsonInterval } from '../statistics/wilson-interval.ts'
import { classifyExit, type Exit, type ExitMissing } from './classify-exit.ts'
import type { NotCounted } from './steps.ts'

/** Who reads a rate: the structure and its signed funders, or everybody. */
export type RateAudience = 'inside' | 'public'

/** A rate as a count of a count. `too-few`: the counts are right, and a percentage would say more than they do. */
export interface ExitRate {
  readonly numerator: number
  readonly denominator: number
  readonly state: 'shown' | 'too-few' | 'nobody'
  readonly interval: Interval | null
  /** The part the instruction aims at, in percent; null: none. */
  readonly target: number | null
}

export interface ExitRates {
  /** (durable + transition + positive) / counted: « sorties dynamiques ». */
  readonly dynamic: ExitRate
  /** (durable + transition) / counted. */
  readonly employment: ExitRate
  /** durable / counted. */
  readonly durable: ExitRate
  readonly excluded: Readonly<Record<NotCounted, number>>
  /** Exits whose class or counting is not known: in no rate, to be completed. */
  readonly undetermined: Readonly<Record<ExitMissing, number>>
  /** Counted exits after which the person is still in the IAE. */
  readonly stayingInIae: number
}

/**
 * The three rates of a set of exits, with what was left out and why. Every rate carries Wilson's interval: two structures whose intervals overlap are not
 * told apart. Exits that lack a fact are in no rate and are counted apart.
 * @example exitRates(law, exits, { on: day('2025-12-31'), audience: 'inside' }).dynamic // { numerator: 11, denominator: 20, … }
 */
export function exitRates(
  law: Law,
  exits: readonly Exit[],
  { on, audience }: { readonly on: CalendarDate; readonly audience: RateAudience },
): ExitRates {
  const found = exits.map((each) => classifyExit(law, each).value)
  const counted = found.filter((each) => each.counted === true && each.class !== null)
  const many = (...classes: readonly string[]) => counted.filter((each) => each.class !== null && classes.includes(each.class)).length
  const fewest = law.on(on).get(fewestExits)[audience]
  const targets = law.on(on).find(exitTargets)?.value
  const denominator = counted.length
  const rate = (numerator: number, target: number | undefined): ExitRate => ({
    numerator,
    denominator,
    state: denominator === 0 ? 'nobody' : denominator < fewest ? 'too-few' : 'shown',
    interval: wilsonInterval(numerator, denominator),
    target: target ?? null,
  })
  const because = (why: NotCounted) => found.filter((each) => each.why === why).length
  const lacking = (what: ExitMissing) => found.filter((each) => each.counted !== false && each.missing.includes(what)).length
  return {
    dynamic: rate(many('durable', 'transition', 'positive'), targets?.dynamic),
    employment: rate(many('durable', 'transition'), undefined),
    durable: rate(many('durable'), targets?.durable),
    excluded: {
      'withdrawn-by-its-reason': because('withdrawn-by-its-reason'),
      'presence-too-short': because('presence-too-short'),
      'hours-too-few': because('hours-too-few'),
      'internal-move': because('internal-move'),
    },
    undetermined: { 'length-of-contract-found': lacking('length-of-contract-found'), hours: lacking('hours') },
    stayingInIae: counted.filter((each) => each.staysInIae).length,
  }
}
