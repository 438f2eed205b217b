import type { CalendarDate, CentiHours } from '@maillage/kernel'
import type { RecordedExitReason } from '@maillage/rules/exits'
import { type CellValue, cellName } from '../../../platform/uploads/tables.ts'
import type { ContractType } from '../../employment/index.ts'
import type { LineReason } from '../import-run.ts'
import { type GridKey, labelOf } from './grid-columns.ts'
import { ageIn, dayIn, dayInText, hoursIn, initialsIn, sexIn, textIn } from './read-cells.ts'
import { contractTypeIn, exitReasonIn } from './words.ts'

/** What somebody corrected on the screen: the text of a column, who it is, the end of a contract. */
export type Corrections = Readonly<Partial<Record<GridKey | 'stayId' | 'contractLast', string>>>

/** What a line says, read; null where it says nothing, or nothing readable. */
export interface GridFacts {
  readonly initials: string | null
  readonly sex: 'F' | 'M' | null
  readonly age: number | null
  readonly entry: CalendarDate | null
  readonly measure: { readonly type: ContractType | null; readonly firstDay: CalendarDate | null } | null
  readonly contractLast: CalendarDate | null
  readonly contractHours: CentiHours | null
  readonly workplace: string | null
  readonly exitOn: CalendarDate | null
  readonly exitReason: RecordedExitReason | null
  readonly paid: CentiHours | null
  readonly worked: CentiHours | null
}

interface Place {
  readonly line: number
  readonly columns: Readonly<Record<string, number>>
}

/** Columns of which the platform holds nothing: they stay in the file. */
const KEPT: readonly GridKey[] = ['status', 'orientation', 'approval', 'difficulties', 'actions', 'partners', 'service']

/** Reads the cells of a line, with what was corrected in their place. What is not readable is said, cell by cell. */
export function readLine(
  cells: readonly CellValue[],
  { line, columns }: Place,
  corrections: Corrections,
  today: CalendarDate,
): { readonly facts: GridFacts; readonly reasons: readonly LineReason[] } {
  const reasons: LineReason[] = []
  const cellOf = (key: GridKey) => (columns[key] === undefined ? undefined : cellName(line, columns[key]))
  const at = (key: GridKey): CellValue | undefined =>
    corrections[key] ?? (columns[key] === undefined ? undefined : (cells[columns[key]] ?? null))
  const say = (code: string, key: GridKey, blocking: boolean) =>
    reasons.push({ code, cell: cellOf(key), blocking, details: { column: labelOf(key), said: (textIn(at(key)) ?? '').slice(0, 80) } })
  const read = <T>(key: GridKey, value: T | 'unreadable' | 'no-such-day', code: string, blocking = true): T | null => {
    if (value !== 'unreadable' && value !== 'no-such-day') return value
    say(value === 'no-such-day' ? 'no-such-day' : code, key, blocking)
    return null
  }

  const initials = initialsIn(at('initials')) ?? null
  if (initials === null)
    say(textIn(at('initials')) === null ? 'no-initials' : 'initials-unreadable', 'initials', corrections.stayId === undefined)
  const exitText = textIn(at('exitNature'))
  const exitReason = exitText === null ? null : (exitReasonIn(exitText) ?? null)
  if (exitText !== null && exitReason === null) say('exit-nature-unknown', 'exitNature', true)
  const exitOn = read('exitDate', dayIn(at('exitDate'), today), 'day-unreadable')
  if (exitOn !== null && exitText === null) say('exit-nature-missing', 'exitNature', true)
  if (exitOn === null && exitReason !== null && textIn(at('exitDate')) === null) say('exit-date-missing', 'exitDate', true)
  const contractLast = dayIn(corrections.contractLast, today)
  // Not what they say: it is read in the file, and nowhere else.
  for (const key of KEPT)
    if (textIn(at(key)) !== null)
      reasons.push({ code: 'kept-column', cell: cellOf(key), blocking: false, details: { column: labelOf(key) } })

  return {
    reasons,
    facts: {
      initials,
      sex: read('sex', sexIn(at('sex')), 'sex-unreadable'),
      age: read('age', ageIn(at('age')), 'age-unreadable', false),
      entry: read('entry', dayIn(at('entry'), today), 'day-unreadable'),
      measure: measureIn(at('measure'), today, (code) => say(code, 'measure', false)),
      contractLast: typeof contractLast === 'number' ? contractLast : null,
      contractHours: read('contractHours', hoursIn(at('contractHours')), 'hours-unreadable', false),
      workplace: textIn(at('workplace')),
      exitOn,
      exitReason,
      paid: read('paid', hoursIn(at('paid')), 'hours-unreadable'),
      worked: read('worked', hoursIn(at('worked')), 'hours-unreadable'),
    },
  }
}

/** « CDDI / 1er mars 2024 »: a measure and its day, in one cell. */
function measureIn(value: CellValue | undefined, today: CalendarDate, say: (code: string) => void): GridFacts['measure'] {
  const text = textIn(value)
  if (text === null) return null
  const day = dayInText(text, today)
  if (day === 'no-such-day') {
    say('no-such-day')
    return null
  }
  const type = contractTypeIn(day?.rest ?? text) ?? null
  if (type === null) say('measure-unknown')
  return { type, firstDay: day?.day ?? null }
}
