import { type CalendarDate, normalised } from '@maillage/kernel'
import type { GridMember } from '../queries/grid-team.ts'
import type { GridFacts } from './read-line.ts'

/** Every way to write the initials of somebody: given names or family first, each word of a double name or its first only. */
export function initialsOf({ name, birthName }: Pick<GridMember, 'name' | 'birthName'>): ReadonlySet<string> {
  const words = name.split(' ')
  const from = words.findIndex((word) => word === word.toLocaleUpperCase('fr') && word.length > 1)
  const given = lettersOf((from < 0 ? words : words.slice(0, from)).join(' '))
  const families = [lettersOf(from < 0 ? '' : words.slice(from).join(' ')), lettersOf(birthName)]
  const ways = new Set<string>()
  for (const family of families)
    for (const first of new Set([given, given.slice(0, 1)]))
      for (const last of new Set([family, family.slice(0, 1)])) ways.add(first + last).add(last + first)
  return ways
}

const lettersOf = (text: string) =>
  normalised(text)
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('')

/** Who a line may be about: same initials, same sex when both say it, age within a year of what the file says. */
export function candidates(facts: GridFacts, team: readonly GridMember[]): readonly GridMember[] {
  const { initials } = facts
  if (initials === null) return []
  return team.filter(
    (member) =>
      initialsOf(member).has(initials) &&
      (facts.sex === null || member.sex === null || member.sex === facts.sex) &&
      (facts.age === null || member.age === null || Math.abs(member.age - facts.age) <= 1),
  )
}

export type Match =
  | { readonly member: GridMember; readonly why?: undefined; readonly entry?: undefined }
  | { readonly member?: undefined; readonly why: 'nobody' | 'several' | 'entry-differs'; readonly entry?: CalendarDate }

/**
 * The person of a line. Initials are shared by many: somebody is taken for sure only when the day of entry agrees too, or when no other can be meant
 * and the file says no entry. Otherwise it is asked.
 */
export function matchPerson(facts: GridFacts, team: readonly GridMember[]): Match {
  const possible = candidates(facts, team)
  const entered = facts.entry === null ? possible : possible.filter(({ open }) => open.first === facts.entry)
  const [only] = entered
  if (only && entered.length === 1) return { member: only }
  if (entered.length > 1) return { why: 'several' }
  const [near] = possible
  return near ? { why: 'entry-differs', entry: near.open.first } : { why: 'nobody' }
}
