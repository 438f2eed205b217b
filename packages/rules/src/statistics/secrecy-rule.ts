import type { CalendarDate, Law } from '@maillage/kernel'
import { fewestPeople, structureSecrecy } from '../parameters/secrecy.ts'
import type { Audience, Counted } from './audience.ts'

/** What one structure puts in a figure: how much, and how many people are behind it. */
export interface Contribution {
  readonly unit: string
  readonly amount: number
  readonly people: number
}

/** What a group of contributions owes before it is read. */
export interface SecrecyRule {
  readonly people: number
  readonly units: number
  /** Percent from which one unit alone makes the figure; null: not looked at. */
  readonly share: number | null
}

/** Why a figure is not shown. `complement`: it is safe, and would tell a hidden one by subtraction. */
export type WhyHidden = 'too-few-people' | 'too-few-structures' | 'one-dominates' | 'complement'

/** The rule for one audience on a day. @example secrecyRule(law, { audience: 'insiders', counted: 'activity' }, on) // { people: 5, units: 3, share: 85 } */
export function secrecyRule(law: Law, reader: { readonly audience: Audience; readonly counted: Counted }, on: CalendarDate): SecrecyRule {
  const dated = law.on(on)
  return { people: dated.get(fewestPeople)[reader.counted][reader.audience], ...dated.get(structureSecrecy)[reader.audience] }
}

/**
 * Why these contributions, added up, may not be read; null when they may. Nothing at all tells nothing. A null count of people tells of no person, yet
 * still of the structures that make it.
 * @example whyUnsafe([{ unit: 'a', amount: 12, people: 12 }, { unit: 'b', amount: 3, people: 3 }], rule) // 'too-few-structures'
 */
export function whyUnsafe(contributions: readonly Contribution[], rule: SecrecyRule): Exclude<WhyHidden, 'complement'> | null {
  if (contributions.length === 0) return null
  const byUnit = new Map<string, number>()
  let people = 0
  for (const { unit, amount, people: behind } of contributions) {
    byUnit.set(unit, (byUnit.get(unit) ?? 0) + amount)
    people += behind
  }
  if (people > 0 && people < rule.people) return 'too-few-people'
  if (byUnit.size < rule.units) return 'too-few-structures'
  if (rule.share === null) return null
  const amounts = [...byUnit.values()]
  const total = amounts.reduce((sum, each) => sum + each, 0)
  return total > 0 && Math.max(...amounts) * 100 >= rule.share * total ? 'one-dominates' : null
}
