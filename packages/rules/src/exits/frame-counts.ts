import type { Law } from '@maillage/kernel'
import type { Exit } from './classify-exit.ts'
import { type ExitFrame, exitSeenBy, type FrameReadings } from './exit-frames.ts'

/** How many exits a frame reads in each way. `undetermined`: what is missing decides. The parts add up to the exits given. */
export type FrameCount<Frame extends ExitFrame> = Readonly<
  Record<Exclude<FrameReadings[Frame], null> extends boolean ? 'yes' | 'no' : Exclude<FrameReadings[Frame], null> & string, number>
> & { readonly undetermined: number }

const PARTS: { readonly [Frame in ExitFrame]: readonly string[] } = {
  state: ['durable', 'transition', 'positive', 'other', 'excluded'],
  plie: ['employment', 'training', 'none'],
  'employment-exits': ['yes', 'no'],
  esf: ['employment', 'training', 'none'],
}

const partOf = (reading: string | boolean | null): string =>
  reading === null ? 'undetermined' : reading === true ? 'yes' : reading === false ? 'no' : reading

/**
 * The same exits counted by one frame, each exit once.
 * @example countInFrame(law, exits, 'plie') // { employment: 11, training: 2, none: 7, undetermined: 0 }
 */
export function countInFrame<Frame extends ExitFrame>(law: Law, exits: readonly Exit[], frame: Frame): FrameCount<Frame> {
  const count: Record<string, number> = Object.fromEntries([...PARTS[frame], 'undetermined'].map((part) => [part, 0]))
  for (const exit of exits) {
    const readings: Pick<FrameReadings, ExitFrame> = exitSeenBy<ExitFrame>(law, exit, [frame])
    const part = partOf(readings[frame])
    count[part] = (count[part] ?? 0) + 1
  }
  return count as FrameCount<Frame>
}
