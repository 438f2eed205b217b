import { centiHours, frenchDate, parseDate } from '@maillage/kernel'
import { CODE_WORDS, COLUMN_WORDS } from '../column-words.fr.ts'
import { hoursAndMinutes } from '../hours-and-minutes.ts'

const HOURS = new Set(['worked', 'paid', 'weekly_hours', 'accompaniment', 'clause'])
/** Machine words: which row, which version of what, under which law. */
const UNSAID = /(^id|_id|_key|^version|_version|^rank|^issuer_mode|^merged_into)$/

function valueWords(column: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'number') return HOURS.has(column) ? hoursAndMinutes(centiHours(value)) : String(value)
  if (Array.isArray(value)) return value.map((each) => valueWords(column, each)).join(', ')
  if (typeof value !== 'string') return JSON.stringify(value)
  const written = /^(?<day>\d{4}-\d\d-\d\d)(T|$)/.exec(value)?.groups?.['day']
  const date = written === undefined ? undefined : parseDate(written)
  return date === undefined ? (CODE_WORDS[value] ?? value) : frenchDate(date)
}

/** One row of what is kept, in the words of the person; the machine words are left to the file. */
export const OwnRow = ({ row }: { readonly row: Readonly<Record<string, unknown>> }) => (
  <ul class="govuk-list">
    {Object.entries(row)
      .filter(([column, value]) => value !== null && !UNSAID.test(column))
      .map(([column, value]) => (
        <li key={column}>
          {COLUMN_WORDS[column] ?? column}&nbsp;: {valueWords(column, value)}
        </li>
      ))}
  </ul>
)

/** Whether a column is shown without its French name. */
export const isNameless = (column: string): boolean => !UNSAID.test(column) && COLUMN_WORDS[column] === undefined
