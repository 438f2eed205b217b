import { addDays, addMonths, type CalendarDate, type DatedValue, invariant, type Law, type Parameter } from '@maillage/kernel'
import {
  accessAfterLastContact,
  accessLog,
  applicationText,
  endedAccess,
  fileTraces,
  formAnswers,
  formerMember,
  inactivePerson,
  type KeptFor,
  nirAfterExit,
  privateClient,
  sentMail,
} from '../parameters/retention.ts'

export const RETENTION_RULES = [
  'person',
  'application-text',
  'person-access',
  'access-log',
  'mail',
  'request-outcome',
  'account',
  'file-trace',
  'nir',
  'private-client',
] as const
export type RetentionRule = (typeof RETENTION_RULES)[number]

const LENGTHS: Readonly<Record<RetentionRule, Parameter<KeptFor>>> = {
  person: inactivePerson,
  'application-text': applicationText,
  'person-access': endedAccess,
  'access-log': accessLog,
  mail: sentMail,
  'request-outcome': formAnswers,
  account: formerMember,
  'file-trace': fileTraces,
  nir: nirAfterExit,
  'private-client': privateClient,
}

type Kept = Pick<DatedValue<KeptFor>, 'value' | 'source'>

function inForce(law: Law, length: Parameter<KeptFor>, today: CalendarDate): Kept {
  const value = law.on(today).get(length)
  const source = law.on(today).find(length)?.source
  invariant(source, 'a value in force has a source')
  return { value, source }
}

const before = (today: CalendarDate, { unit, count }: KeptFor): CalendarDate =>
  unit === 'months' ? addMonths(today, -count) : addDays(today, -count)

/** How long a rule keeps, on which text; a day that no text covers throws, as for any figure. */
export const keptFor = (law: Law, rule: RetentionRule, today: CalendarDate): Kept => inForce(law, LENGTHS[rule], today)

/**
 * The last day whose facts have been kept long enough: what ended on it or before may go today, what ended on the day after may not.
 * @example retentionCutoff(nationalLaw, 'person', day('2026-11-21')) // 2024-11-21
 */
export const retentionCutoff = (law: Law, rule: RetentionRule, today: CalendarDate): CalendarDate =>
  before(today, keptFor(law, rule, today).value)

/** How long a team still reads somebody whom its organisation has left alone, on which text. */
export const accessKeptFor = (law: Law, today: CalendarDate): Kept => inForce(law, accessAfterLastContact, today)

/**
 * The last day whose last contact no longer opens a file: a stay that ended on it or before closes tonight, one that ended on the day after does not.
 * @example accessCutoff(nationalLaw, day('2026-11-21')) // 2024-11-21
 */
export const accessCutoff = (law: Law, today: CalendarDate): CalendarDate => before(today, accessKeptFor(law, today).value)
