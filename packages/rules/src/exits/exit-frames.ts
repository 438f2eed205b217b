import type { Law } from '@maillage/kernel'
import { type EsfResult, employmentExitReadings, esfResults, moreThanSixMonths } from '../parameters/exit-frames.ts'
import { type ExitClass, plieClasses } from '../parameters/exit-rules.ts'
import { classifyExit, type Exit } from './classify-exit.ts'
import { contractLength } from './contract-length.ts'

/** Who reads an exit: the State, a PLIE, the yearly « sorties emploi » of the agreement file, the European social fund. One exit, each its reading. */
export const EXIT_FRAMES = ['state', 'plie', 'employment-exits', 'esf'] as const
export type ExitFrame = (typeof EXIT_FRAMES)[number]

/** What each frame reads; null: what is missing decides. */
export interface FrameReadings {
  readonly state: ExitClass | null
  readonly plie: 'employment' | 'training' | 'none' | null
  readonly 'employment-exits': boolean | null
  /** Null before the fund had these indicators, too. */
  readonly esf: EsfResult | null
}

/** « Plus de six mois », as PLIE and the agreement file write it, where the instruction of 2008 writes « six mois et plus ». */
export function lastsMoreThanSixMonths(law: Law, { exitOn, found }: Pick<Exit, 'exitOn' | 'found'>): boolean | null {
  return found ? contractLength(found, law.on(exitOn).get(moreThanSixMonths).months) === 'longer' : null
}

const READERS: { readonly [Frame in ExitFrame]: (law: Law, exit: Exit) => FrameReadings[Frame] } = {
  state: (law, exit) => classifyExit(law, exit).value.class,
  plie: (law, exit) => {
    const of = law.on(exit.exitOn).get(plieClasses)[exit.reason] ?? 'none'
    if (of !== 'by-length') return of
    const longer = lastsMoreThanSixMonths(law, exit)
    return longer === null ? null : longer ? 'employment' : 'none'
  },
  'employment-exits': (law, exit) => {
    if (exit.reason === 'withheld') return false
    const of = law.on(exit.exitOn).get(employmentExitReadings)[exit.reason] ?? 'not-counted'
    return of === 'longer-only' ? lastsMoreThanSixMonths(law, exit) : of === 'counted'
  },
  esf: (law, exit) => {
    const results = law.on(exit.exitOn).find(esfResults)
    if (!results) return null
    return (exit.reason === 'withheld' ? undefined : results.value[exit.reason]) ?? 'none'
  },
}

/**
 * One recorded exit as each frame asked for reads it. Adding a frame changes no other reading.
 * @example exitSeenBy(law, exit, ['state', 'plie']) // { state: 'positive', plie: 'training' }
 */
export function exitSeenBy<Frame extends ExitFrame>(law: Law, exit: Exit, frames: readonly Frame[]): Pick<FrameReadings, Frame> {
  return Object.fromEntries(frames.map((frame) => [frame, READERS[frame](law, exit)])) as Pick<FrameReadings, Frame>
}
