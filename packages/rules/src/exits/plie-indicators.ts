import { addMonths, type CalendarDate, type Law } from '@maillage/kernel'
import { plieHorizons } from '../parameters/exit-frames.ts'
import { fewestExits } from '../parameters/exit-rules.ts'
import { classifyExit, type Exit } from './classify-exit.ts'
import { exitSeenBy, lastsMoreThanSixMonths } from './exit-frames.ts'

/** What is known of an exit for the results of a PLIE, over the exit itself. */
export interface PlieFacts {
  readonly exit: Exit
  /** Contracts of the stay begun by the exit; null: not known. */
  readonly contracts: number | null
  /** Whether the last contract ended before its agreed day. */
  readonly brokenOff: boolean
  /** Whether the business created is alive at its horizon; null: nobody answered. */
  readonly businessAlive: boolean | null
  /** Whether employment or training was said at a follow-up within the horizon; null: nobody answered at the horizon, and nothing before says so. */
  readonly accessAfter: boolean | null
}

export const PLIE_INDICATORS = [
  'employment',
  'qualifying-training',
  'business-survival',
  'lasting-employment',
  'access',
  'abandonment',
] as const
export type PlieIndicator = (typeof PLIE_INDICATORS)[number]

/** A result as a count of a count; what is not known is in neither. */
export interface PlieResult {
  readonly numerator: number
  readonly denominator: number
  /** Exits concerned whose answer nobody has: never counted as a no. */
  readonly unknown: number
  /** Exits concerned whose horizon has not come. */
  readonly tooEarly: number
  /**
   * The rate if every missing answer were a no, then if it were a yes: a yes may be known from the exit itself where a no waits for an answer, so that
   * the rate of the known alone would flatter. Null when nobody is concerned.
   */
  readonly between: { readonly low: number; readonly high: number } | null
  readonly state: 'shown' | 'too-few' | 'nobody'
}

type Reading = 'yes' | 'no' | 'unknown' | 'too-early' | 'not-concerned'

const known = (answer: boolean | null): Reading => (answer === null ? 'unknown' : answer ? 'yes' : 'no')

/** Salaried reasons that last by nature. */
const OPEN_ENDED: readonly Exit['reason'][] = ['open-ended-contract', 'aided-open-ended-contract', 'hired-by-the-siae', 'civil-service']
/** Salaried reasons whose contract found says whether it lasts. */
const BY_LENGTH: readonly Exit['reason'][] = ['fixed-term-contract', 'temporary-assignment', 'work-study-contract', 'aided-contract']

const READERS: { readonly [Of in PlieIndicator]: (law: Law, facts: PlieFacts, on: CalendarDate) => Reading } = {
  employment: (law, { exit }) => {
    const { plie } = exitSeenBy(law, exit, ['plie'])
    return known(plie === null ? null : plie === 'employment')
  },
  'qualifying-training': (_law, { exit }) => known(exit.reason === 'qualifying-training'),
  'business-survival': (law, { exit, businessAlive }, on) => {
    if (exit.reason !== 'business-creation') return 'not-concerned'
    return on < addMonths(exit.exitOn, law.on(exit.exitOn).get(plieHorizons).businessMonths) ? 'too-early' : known(businessAlive)
  },
  'lasting-employment': (law, { exit }) => {
    if (OPEN_ENDED.includes(exit.reason)) return 'yes'
    return BY_LENGTH.includes(exit.reason) ? known(lastsMoreThanSixMonths(law, exit)) : 'no'
  },
  access: (law, { exit, accessAfter }, on) => {
    const { plie } = exitSeenBy(law, exit, ['plie'])
    if (plie === 'employment' || plie === 'training' || accessAfter === true) return 'yes'
    return on < addMonths(exit.exitOn, law.on(exit.exitOn).get(plieHorizons).accessMonths) ? 'too-early' : known(accessAfter)
  },
  abandonment: (law, { exit, contracts, brokenOff }) => {
    if (!brokenOff || classifyExit(law, exit).value.class !== 'other') return 'no'
    return known(contracts === null ? null : contracts <= law.on(exit.exitOn).get(plieHorizons).firstContracts)
  },
}

/**
 * One of the results of a PLIE over exits. Two have an expected rate: employment, as its frame reads it, and qualifying training. Then its four: survival of the businesses created (3 years), lasting salaried employment (more than six months),
 * access to employment or training within 12 months, abandonment during the first two contracts. What nobody answered is never a no.
 * An abandonment is proposed by us: the contract broken before its agreed day, the person then in neither employment nor training.
 * @example plieResult(law, facts, { indicator: 'lasting-employment', on: today, audience: 'inside' }) // { numerator: 4, denominator: 9, unknown: 1, … }
 */
export function plieResult(
  law: Law,
  facts: readonly PlieFacts[],
  { indicator, on, audience }: { readonly indicator: PlieIndicator; readonly on: CalendarDate; readonly audience: 'inside' | 'public' },
): PlieResult {
  const readings = facts.map((each) => READERS[indicator](law, each, on))
  const many = (of: Reading) => readings.filter((each) => each === of).length
  const numerator = many('yes')
  const denominator = numerator + many('no')
  const unknown = many('unknown')
  const concerned = denominator + unknown
  const fewest = law.on(on).get(fewestExits)[audience]
  return {
    numerator,
    denominator,
    unknown,
    tooEarly: many('too-early'),
    between: concerned === 0 ? null : { low: numerator / concerned, high: (numerator + unknown) / concerned },
    state: denominator === 0 ? 'nobody' : concerned < fewest ? 'too-few' : 'shown',
  }
}
