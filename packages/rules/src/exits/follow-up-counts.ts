import type { CalendarDate, Law } from '@maillage/kernel'
import { fewestExits } from '../parameters/exit-rules.ts'
import { type FollowedExit, followUpsOf, SITUATIONS, type Situation } from './follow-up.ts'

/** What became of people at one horizon. Every follow-up stands in one place, so that a silence is never taken for an answer. */
export interface FollowUpCounts {
  readonly horizon: number
  /** Follow-ups whose days have come. */
  readonly concerned: number
  readonly situations: Readonly<Record<Situation, number>>
  readonly stopped: number
  /** Nobody answered, and the days are over. */
  readonly silent: number
  /** Their days run: asked, or to be asked. */
  readonly open: number
  /** Their days have not come. */
  readonly toCome: number
  /** In employment, among those who told their situation; null when nobody did. */
  readonly employment: { readonly numerator: number; readonly denominator: number; readonly low: number; readonly high: number } | null
  readonly state: 'shown' | 'too-few' | 'nobody'
}

/**
 * What became of the people of some exits at each horizon. The rate of employment comes with its bounds: what it would be if everybody who did not answer
 * worked, and if nobody did.
 * @example followUpCounts(law, exits, today)[1] // { horizon: 6, concerned: 14, silent: 5, employment: { numerator: 5, denominator: 9, … }, … }
 */
export function followUpCounts(law: Law, exits: readonly FollowedExit[], on: CalendarDate): readonly FollowUpCounts[] {
  const all = exits.flatMap((exit) => followUpsOf(law, exit, on).map((each) => ({ ...each, exit })))
  const fewest = law.on(on).get(fewestExits).inside
  return [...new Set(all.map(({ horizon }) => horizon))]
    .toSorted((a, b) => a - b)
    .map((horizon) => {
      const here = all.filter((each) => each.horizon === horizon)
      const many = (state: (typeof here)[number]['state']) => here.filter((each) => each.state === state).length
      const situations = Object.fromEntries(
        SITUATIONS.map((situation) => [
          situation,
          here.filter(({ exit }) => exit.answers.some((answer) => answer.horizon === horizon && answer.situation === situation)).length,
        ]),
      ) as Record<Situation, number>
      const [silent, open, toCome, stopped] = [many('no-answer'), many('due'), many('to-come'), many('stopped')]
      const told = many('answered')
      const numerator = situations['lasting-employment'] + situations['transition-employment']
      const asked = told + silent + situations['prefer-not']
      return {
        horizon,
        concerned: here.length - toCome,
        situations,
        stopped,
        silent,
        open,
        toCome,
        employment: told === 0 ? null : { numerator, denominator: told, low: numerator / asked, high: (numerator + asked - told) / asked },
        state: told === 0 ? 'nobody' : told < fewest ? 'too-few' : 'shown',
      }
    })
}
