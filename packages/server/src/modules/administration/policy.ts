import type { Actor } from '../../platform/command/actor.ts'

/** Who looks after the platform itself: accounts marked so, whatever hat they wear. They see failures, never people. */
export const mayOperate = ({ administrator }: Actor): boolean => administrator
