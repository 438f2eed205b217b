import { type Month, type SiaeKind, sumHours } from '@maillage/kernel'
import { FIGURES } from '../../employment/index.ts'
import { hoursLayout } from '../layouts/layouts.ts'
import { cellFault } from '../layouts/read-lines.ts'
import { type HoursLine, inWords, type JudgedHours, placeKey } from './judged-hours.ts'

interface Judging {
  readonly line: HoursLine
  readonly judged: JudgedHours
}

/** Kinds whose people work by the mission: their tools write a line for each week, or for each client, and two of them may well be alike. */
const BY_MISSION: readonly SiaeKind[] = ['AI', 'ETTI']

/** Of the lines of one person, one month, one site, those that make its total: all of them by missions, elsewhere one for each period that they name. */
function addedUp(kind: SiaeKind, group: readonly Judging[]): readonly Judging[] {
  if (BY_MISSION.includes(kind)) return group
  return group.filter(({ line }, at) => group.findIndex((other) => other.line.typed['month'] === line.typed['month']) === at)
}

const isAlike = (one: Judging, other: Judging) => JSON.stringify(one.line.typed) === JSON.stringify(other.line.typed)

/**
 * Adds up the lines that make one total, and says which: nobody wrote that line.
 * @param again judges the line of the total as if the file had it
 */
export function addUpLines(
  kind: SiaeKind,
  judging: readonly Judging[],
  again: (line: HoursLine, month: Month | null) => JudgedHours,
): readonly JudgedHours[] {
  const placed = judging.filter(({ judged: { row, month, state } }) => row && month !== null && state !== 'refused')
  const groups = Map.groupBy(placed, ({ judged: { row, month } }) => `${month}/${row ? placeKey(row) : ''}`)
  const become = new Map<Judging, JudgedHours | null>()
  for (const group of groups.values()) {
    const added = addedUp(kind, group)
    const [first, last] = [added[0], added.at(-1)]
    if (!first || !last || added.length < 2) continue
    const sums = FIGURES.map((each) => {
      const said = added.flatMap(({ line }) => line.values[each] ?? [])
      return [each, said.length === 0 ? null : sumHours(said)] as const
    })
    const line: HoursLine = { ...first.line, values: { ...first.line.values, ...Object.fromEntries(sums) } }
    const total = again(line, first.judged.month)
    const ranks = added.map(({ line: { rank } }) => rank).join(', ')
    if (total.faults.length > 0) {
      const why = `les lignes ${ranks} font ensemble ${inWords(line.values)}, plus que le mois n’en compte`
      become.set(last, { ...last.judged, state: 'refused', faults: [cellFault(hoursLayout, last.line.rank, 'paid', why)] })
      continue
    }
    const alike = added.some((one, at) => added.slice(at + 1).some((other) => isAlike(one, other)))
    for (const each of added) become.set(each, null)
    become.set(first, {
      ...total,
      notes: [
        `${added.length} lignes additionnées : ${ranks}.`,
        ...(alike ? ['Deux d’entre elles sont les mêmes : si l’une est en trop, retirez-la du fichier.'] : []),
        ...total.notes,
      ],
    })
  }
  return judging.flatMap((each) => {
    const now = become.get(each)
    return now === undefined ? [each.judged] : now === null ? [] : [now]
  })
}
