import { addDays, addMonths, type CalendarDate, type DatedValue, invariant, type Law, type Parameter } from '@maillage/kernel'
import {
  accessLog,
  applicationText,
  endedAccess,
  formAnswers,
  formerMember,
  inactivePerson,
  type KeptFor,
  sentMail,
} from '../parameters/retention.ts'

export const RETENTION_RULES = ['person', 'application-text', 'person-access', 'access-log', 'mail', 'request-outcome', 'account'] as const
export type RetentionRule = (typeof RETENTION_RULES)[number]

const LENGTHS: Readonly<Record<RetentionRule, Parameter<KeptFor>>> = {
  person: inactivePerson,
  'application-text': applicationText,
  'person-access': endedAccess,
  'access-log': accessLog,
  mail: sentMail,
  'request-outcome': formAnswers,
  account: formerMember,
}

/** How long a rule keeps, on which text; a day that no text covers throws, as for any figure. */
export function keptFor(law: Law, rule: RetentionRule, today: CalendarDate): Pick<DatedValue<KeptFor>, 'value' | 'source'> {
  const value = law.on(today).get(LENGTHS[rule])
  const source = law.on(today).find(LENGTHS[rule])?.source
  invariant(source, 'a value in force has a source')
  return { value, source }
}

/**
 * The last day whose facts have been kept long enough: what ended on it or before may go today, what ended on the day after may not.
 * @example retentionCutoff(nationalLaw, 'person', day('2026-11-21')) // 2024-11-21
 */
export function retentionCutoff(law: Law, rule: RetentionRule, today: CalendarDate): CalendarDate {
  const { unit, count } = keptFor(law, rule, today).value
  return unit === 'months' ? addMonths(today, -count) : addDays(today, -count)
}
