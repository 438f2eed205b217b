import type { CalendarDate } from '@maillage/kernel'

/** What a skill is: something to do, a disposition, something to know, a way of working. */
export const SKILL_KINDS = ['task', 'knowledge', 'aptitude', 'behaviour'] as const
export type SkillKind = (typeof SKILL_KINDS)[number]

/** How far somebody was seen doing it, the least first. */
export const LEVELS = ['once', 'helped', 'alone', 'shows'] as const
export type Level = (typeof LEVELS)[number]

/** What a certificate says is acquired. */
const ACQUIRED: readonly Level[] = ['alone', 'shows']

export const LABEL_LIMIT = 120
export const TRADE_LIMIT = 80

/** A skill in the list of a structure. */
export interface Skill {
  readonly id: string
  readonly trade: string
  readonly kind: SkillKind
  readonly label: string
  /** Null: still in the list. */
  readonly retiredOn: CalendarDate | null
}

/** Somebody was seen doing it. */
export interface Sighting {
  readonly level: Level
  readonly seenOn: CalendarDate
  /** The name under which its author works; null when they are not a member any more. */
  readonly by: string | null
  readonly mine: boolean
}

/** A skill with what was seen of one person, the latest first. */
export interface SkillSeen extends Skill {
  readonly siaeId: string
  readonly siaeName: string
  readonly sightings: readonly Sighting[]
}

/** How far the person was last seen; null when never. */
export const latestLevel = ({ sightings }: Pick<SkillSeen, 'sightings'>): Level | null => sightings[0]?.level ?? null

/** Whether a certificate says it: last seen done alone, or shown to others. */
export const isAcquired = (skill: Pick<SkillSeen, 'sightings'>): boolean => {
  const level = latestLevel(skill)
  return level !== null && ACQUIRED.includes(level)
}
