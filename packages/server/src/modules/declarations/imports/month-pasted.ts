import { frenchMonth, type Month, normalised } from '@maillage/kernel'
import type { ReadCtx } from '../../../platform/command/read.ts'
import type { Employer } from '../../employment/index.ts'
import type { FileTable } from '../layouts/file-table.ts'
import { hoursLayout } from '../layouts/layouts.ts'
import { type PastedHours, pastedHours } from '../layouts/pasted-hours.ts'
import { cellFault, readLines } from '../layouts/read-lines.ts'
import { rememberedTitles } from '../store-imports.ts'
import { nameTyped } from './find-person.ts'
import { groundOf, judgeLines } from './judge-hours.ts'
import type { JudgedHours } from './judged-hours.ts'
import { CHOSEN_PERSON } from './judged-line.ts'

/** Who was chosen among people of one name: the name as the text writes it, in the order of its lines. A line added above does not move the choice. */
export type ChosenPeople = readonly { readonly name: string; readonly personId: string }[]

/** A pasted month as it is understood. */
export interface PastedMonth extends PastedHours {
  readonly lines: readonly JudgedHours[]
  /** Who has a contract in the month and hours nowhere, neither in the text nor recorded. */
  readonly missing: readonly string[]
}

/** The name of each line as it is written, to hold a choice. */
const namesIn = (table: FileTable): ReadonlyMap<number, string> =>
  new Map(readLines(hoursLayout, table).map(({ rank, values }) => [rank, normalised(nameTyped(values))]))

/** The table with the people chosen, each choice given to the next line of that name. */
function withChosen(table: FileTable, chosen: ChosenPeople): FileTable {
  if (chosen.length === 0) return table
  const names = namesIn(table)
  const waiting = chosen.map(({ name, personId }) => ({ name: normalised(name), personId }))
  return {
    columns: [...table.columns, CHOSEN_PERSON],
    rows: table.rows.map(({ rank, cells }) => {
      const at = waiting.findIndex(({ name }) => name === names.get(rank))
      const [found] = at < 0 ? [] : waiting.splice(at, 1)
      return { rank, cells: [...cells, found?.personId ?? ''] }
    }),
  }
}

/** A text of another month is not pasted here: nobody would see it happen. */
function inMonth(line: JudgedHours, month: Month): JudgedHours {
  if (line.month === null || line.month === month) return line
  const why = `le texte dit ${frenchMonth(line.month)}, et cette page est celle de ${frenchMonth(month)}`
  return { ...line, state: 'refused', faults: [cellFault(hoursLayout, line.rank, 'month', why)], differences: [], acts: [] }
}

/** Reads a month pasted for a structure, line by line, held against what is recorded. */
export async function monthPasted(
  ctx: Pick<ReadCtx, 'tx' | 'actor' | 'today'>,
  {
    siae,
    month,
    state,
    text,
    chosen,
  }: {
    readonly siae: Employer
    readonly month: Month
    readonly state: string
    readonly text: string
    readonly chosen: ChosenPeople
  },
): Promise<PastedMonth> {
  const remembered = await rememberedTitles(ctx, { organisationId: siae.organisationId, siaeId: siae.id, kind: 'hours' })
  const pasted = pastedHours(text, remembered)
  const table = withChosen(pasted.table, chosen)
  const read = readLines(hoursLayout, table)
  const ground = await groundOf(ctx, siae, { lines: read, months: [month], known: new Map([[month, state]]) })
  const lines = judgeLines(ground, read, month).map((line) => inMonth(line, month))
  const told = new Set(lines.flatMap(({ personId }) => personId ?? []))
  const missing = (ground.teams.get(month) ?? []).filter(
    ({ personId, contracts, hours }) => contracts.length > 0 && hours.length === 0 && !told.has(personId),
  )
  return { ...pasted, table, lines, missing: missing.map(({ name }) => name) }
}
