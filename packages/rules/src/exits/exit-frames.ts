import type { Law } from '@maillage/kernel'
import { type ExitClass, plieClasses, sixMonthBoundary } from '../parameters/exit-rules.ts'
import { classifyExit, type Exit } from './classify-exit.ts'
import { contractLength } from './contract-length.ts'

/** Who reads an exit: the State, a PLIE, or the yearly « sorties emploi » of the agreement file. One exit is recorded, each frame has its own reading. */
export const EXIT_FRAMES = ['state', 'plie', 'employment-exits'] as const
export type ExitFrame = (typeof EXIT_FRAMES)[number]

/** What each frame reads; null: what is missing decides. */
export interface FrameReadings {
  readonly state: ExitClass | null
  readonly plie: 'employment' | 'training' | 'none' | null
  readonly 'employment-exits': boolean | null
}

/** « Plus de six mois », as PLIE write it, where the instruction writes « six mois et plus ». */
function isLonger(law: Law, { exitOn, found }: Exit): boolean | null {
  return found ? contractLength(found, law.on(exitOn).get(sixMonthBoundary).months) === 'longer' : null
}

/** « Sorties emploi » of the file of agreement, a contract in another SIAE included. */
const EMPLOYMENT_REASONS: readonly Exit['reason'][] = [
  'open-ended-contract',
  'aided-open-ended-contract',
  'hired-by-the-siae',
  'inclusion-contract',
  'fixed-term-contract',
  'temporary-assignment',
  'work-study-contract',
  'civil-service',
  'business-creation',
  'aided-contract',
  'another-siae',
  'qualifying-training',
]

const READERS: { readonly [Frame in ExitFrame]: (law: Law, exit: Exit) => FrameReadings[Frame] } = {
  state: (law, exit) => classifyExit(law, exit).value.class,
  plie: (law, exit) => {
    const of = law.on(exit.exitOn).get(plieClasses)[exit.reason] ?? 'none'
    if (of !== 'by-length') return of
    const longer = isLonger(law, exit)
    return longer === null ? null : longer ? 'employment' : 'none'
  },
  'employment-exits': (_law, exit) => EMPLOYMENT_REASONS.includes(exit.reason),
}

/**
 * One recorded exit as each frame asked for reads it. Adding a frame changes no other reading.
 * @example exitSeenBy(law, exit, ['state', 'plie']) // { state: 'positive', plie: 'training' }
 */
export function exitSeenBy<Frame extends ExitFrame>(law: Law, exit: Exit, frames: readonly Frame[]): Pick<FrameReadings, Frame> {
  return Object.fromEntries(frames.map((frame) => [frame, READERS[frame](law, exit)])) as Pick<FrameReadings, Frame>
}
