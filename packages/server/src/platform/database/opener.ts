import { type CalendarDate, isoDate } from '@maillage/kernel'

/** The roles a transaction may take. The loader bypasses row security: import, restore and demonstration only. */
export type TransactionRole = 'maillage_app' | 'maillage_job' | 'maillage_public' | 'maillage_loader'

/** What row security reads: who acts, for whom, where, why, on which legal day. */
export interface DatabaseContext {
  readonly account: string | null
  /** Hash of the token of this browser's session: what changes that session alone. */
  readonly session?: string | null
  readonly organisation: string | null
  readonly units: readonly string[]
  readonly functions: readonly string[]
  readonly territories: readonly string[]
  /** The role of the hat worn: some tables are never shown to some roles, whatever the unit. */
  readonly hatRole?: string | null
  readonly subjectPerson: string | null
  readonly purpose: string | null
  readonly today: CalendarDate
  readonly requestId: string
}

/** PostgreSQL's way to write a list of plain words: ids and codes only, so no quoting is needed. */
function arrayLiteral(words: readonly string[]): string {
  for (const word of words) if (!/^[A-Za-z0-9_:-]+$/.test(word)) throw new RangeError('A context holds ids and codes only')
  return `{${words.join(',')}}`
}

// `pg_temp` is named last: unnamed, it would be searched first, and a temporary table could stand in for a real one.
const SETTINGS = [
  ['role', 'role'],
  ['search_path', 'maillage, pg_temp'],
  ['TimeZone', 'UTC'],
  ['statement_timeout', '15s'],
  // A request reads a few rows: compiling its plan took longer than the plan, as soon as an estimate was large.
  ['jit', 'off'],
  ['maillage.account', 'account'],
  ['maillage.session', 'session'],
  ['maillage.organisation', 'organisation'],
  ['maillage.units', 'units'],
  ['maillage.functions', 'functions'],
  ['maillage.territories', 'territories'],
  ['maillage.hat_role', 'hatRole'],
  ['maillage.subject_person', 'subjectPerson'],
  ['maillage.purpose', 'purpose'],
  ['maillage.today', 'today'],
  ['maillage.request_id', 'requestId'],
] as const

const OPENER = `select ${SETTINGS.map(([name], index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`

/**
 * The first statement of every transaction: takes the role and tells row security who acts, in one parameterised round trip.
 * Everything it sets ends with the transaction.
 */
export function opener(role: TransactionRole, context: DatabaseContext): { readonly text: string; readonly parameters: readonly string[] } {
  return {
    text: OPENER,
    parameters: [
      role,
      'maillage, pg_temp',
      'UTC',
      '15s',
      'off',
      context.account ?? '',
      context.session ?? '',
      context.organisation ?? '',
      arrayLiteral(context.units),
      arrayLiteral(context.functions),
      arrayLiteral(context.territories),
      context.hatRole ?? '',
      context.subjectPerson ?? '',
      context.purpose ?? '',
      isoDate(context.today),
      context.requestId,
    ],
  }
}
