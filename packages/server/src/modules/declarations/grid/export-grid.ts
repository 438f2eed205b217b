import { type CalendarDate, daysOf, frenchMonth, frenchShortDate, type Month, normalised, overlap, type SiaeKind } from '@maillage/kernel'
import { barrierAreaLabel } from '@maillage/rules/accompaniment'
import { exitReasonLabels, sensitivityOfExit } from '@maillage/rules/exits'
import type { CellValue, Sheet } from '../../../platform/uploads/tables.ts'
import { ACT_LABELS, type AccompaniedMonth } from '../../accompaniment/index.ts'
import type { ImportLine, RunLayout } from '../import-run.ts'
import type { EntryTold } from '../queries/entries-told.ts'
import type { GridMember } from '../queries/grid-team.ts'
import { FORM_COLUMNS, type GridKey } from './grid-columns.ts'
import { dayIn, textIn } from './read-cells.ts'
import type { GridReading } from './understand-line.ts'
import { exitReasonIn, OPEN_ORIENTATIONS, OPEN_STATUSES } from './words.ts'

export const GRID_TITLE = 'Suivi des salariés dans les Structures de l’Insertion par l’Activité Économique (SIAE)'
const NOT_SENT = 'Colonnes 11 à 14 : non transmises. Elles restent dans la structure.'
const AS_YOU_READ = 'Colonnes 4, 5 et 11 à 14 : ce que vous pouvez en lire. Ce fichier reste dans la structure.'
const FOR_THE_REFERENT = 'Réservé au référent'

type Line = Pick<ImportLine<GridReading>, 'sheet' | 'line' | 'cells' | 'reading' | 'state'>

export interface GridOf {
  readonly siae: {
    readonly name: string
    readonly kind: SiaeKind
    readonly worksites: readonly { readonly id: string; readonly name: string }[]
  }
  readonly month: Month
  readonly members: readonly GridMember[]
  /** How they came, by stay, and what was done with them, by person, as the reader may know it; both stay in the structure. */
  readonly entries?: ReadonlyMap<string, EntryTold>
  readonly accompanied?: ReadonlyMap<string, AccompaniedMonth>
}

const SENDERS: Readonly<Record<NonNullable<EntryTold['sentBy']>, string>> = {
  'authorised-prescriber': 'Prescripteur habilité',
  referrer: 'Orienteur',
  siae: 'Structure',
  person: 'Candidature spontanée',
}

/** The cell as the file has it when it says the fact, else the fact. */
const orFact = (cell: CellValue | undefined, says: boolean, fact: CellValue): CellValue => (says ? (cell ?? null) : fact)

function withFacts(
  cells: readonly CellValue[],
  columns: Readonly<Record<string, number>>,
  member: GridMember,
  today: CalendarDate,
): CellValue[] {
  const next = [...cells]
  const set = (key: GridKey, says: (cell: CellValue | undefined) => boolean, fact: CellValue) => {
    const column = columns[key]
    if (column === undefined) return
    while (next.length < column) next.push(null)
    const kept = orFact(next[column], says(next[column]), fact)
    if (kept !== null || column < next.length) next[column] = kept
  }
  const { open, exit } = member
  // An entry that the file does not say is not added to it.
  set('entry', (cell) => [open.first, null].includes(dayIn(cell, today) as CalendarDate | null), { day: open.first })
  if (exit) {
    const { on, reason } = exit
    set('exitDate', (cell) => dayIn(cell, today) === on, { day: on })
    if (reason !== 'withheld') set('exitNature', (cell) => exitReasonIn(textIn(cell) ?? '') === reason, exitReasonLabels[reason])
  }
  return next
}

/**
 * The file of the structure itself, given back cell for cell: its titles, its blank lines, its totals, the columns that the platform does not hold, and
 * in the others the facts of now. Where the file says the same fact, its own writing stays.
 */
export function ownFile(
  lines: readonly Line[],
  { sheets }: RunLayout,
  members: readonly GridMember[],
  today: CalendarDate,
): readonly Sheet[] {
  return sheets.map(({ name, merges, grid }, index) => {
    const rows: CellValue[][] = []
    for (const { sheet, line, cells, reading } of lines) {
      if (sheet !== index || cells === null) continue
      const member = reading && members.find(({ stayId }) => stayId === reading.stayId)
      rows[line] = grid && member ? withFacts(cells, grid.columns, member, today) : [...cells]
    }
    return { name, merges, rows: Array.from(rows, (row) => row ?? []) }
  })
}

/** @example initialsShown('Ana BENALI') // 'A.B.' */
export const initialsShown = (name: string) =>
  name
    .split(/[\s-]+/)
    .map((word) => `${word.slice(0, 1).toLocaleUpperCase('fr')}.`)
    .join('')

const listed = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join(', '))

/** What stays in the structure: the status at entry, and the columns 11 to 14. */
function confidentialOf({ stayId, personId }: GridMember, { entries, accompanied }: GridOf): Partial<Record<GridKey, CellValue>> {
  const [entry, done] = [entries?.get(stayId), accompanied?.get(personId)]
  const acts = (done?.acts ?? [])
    .filter(({ kind }) => kind !== 'workshop')
    .map(({ kind, count }) => (count === 1 ? ACT_LABELS[kind] : `${ACT_LABELS[kind]} (${count})`))
  const workshops = (done?.themes ?? []).map((theme) => `Atelier ${theme}`)
  const steps = done?.steps ?? []
  return {
    status: listed(entry?.criteria ?? []),
    orientation: entry?.sentBy ? SENDERS[entry.sentBy] : null,
    difficulties: listed((done?.barriers ?? []).map(barrierAreaLabel)),
    actions: listed([...steps.filter(({ byPartner }) => !byPartner).map(({ words }) => words), ...workshops, ...acts]),
    partners: listed(done?.partners ?? []),
    service: listed(steps.filter(({ byPartner }) => byPartner).map(({ words }) => words)),
  }
}

/** What is written of somebody from the facts alone, column by column. */
function factsOf(member: GridMember, of: GridOf, sent: boolean): Partial<Record<GridKey, CellValue>> {
  const { siae, month, entries } = of
  const contract = member.contracts.at(-1)
  const { last } = daysOf(month)
  const right = entries?.get(member.stayId)?.rightFirst ?? null
  const { exit } = member
  const left = exit !== null && exit.on <= last
  const nature =
    exit === null ? null : sent && sensitivityOfExit(exit.reason) !== 'ordinary' ? FOR_THE_REFERENT : exitReasonLabels[exit.reason]
  return {
    initials: initialsShown(member.name),
    sex: member.sex === 'M' ? 'H' : member.sex,
    age: member.age,
    ...(sent ? {} : confidentialOf(member, of)),
    ...(right === null ? {} : { approval: { day: right } }),
    entry: { day: member.open.first },
    measure: contract ? `${contract.type} ${frenchShortDate(contract.first)}` : null,
    contractHours: contract && contract.weekly !== null ? contract.weekly / 100 : null,
    workplace: siae.worksites.find(({ id }) => id === contract?.worksiteId)?.name ?? null,
    exitDate: left ? { day: exit.on } : null,
    exitNature: left ? nature : null,
  }
}

/** Of what the file says of somebody, only words known to betray nothing may leave. */
function mayLeave(cells: readonly CellValue[], columns: Readonly<Record<string, number>>): Partial<Record<GridKey, CellValue>> {
  const said = (key: GridKey) => normalised(textIn(cells[columns[key] ?? -1]) ?? '')
  const status = OPEN_STATUSES.find((each) => said('status') === normalised(each))
  const orientation = OPEN_ORIENTATIONS.find(([known]) => known.test(said('orientation')))?.[1]
  return { status: status ?? null, orientation: orientation ?? null }
}

/** The grid made from the facts, on the form with its exact labels. `sent`: what may leave the structure, made of known words and nothing else. */
export function factsGrid(
  of: GridOf,
  edition: 'own' | 'sent',
  file?: { readonly lines: readonly Line[]; readonly layout: RunLayout },
): Sheet {
  const { siae, month, members } = of
  const days = daysOf(month)
  const present = members.filter(({ open }) => overlap(open, days))
  const year = Math.floor(month / 12)
  const rows: CellValue[][] = [
    [GRID_TITLE],
    ['NOM DE LA STRUCTURE', siae.name, null, 'Mois', frenchMonth(month).replace(` ${year}`, ''), 'Année', year],
    ['Type de structure (EI, ETTI, AI, chantier d’insertion)', siae.kind],
    edition === 'sent' ? [NOT_SENT] : present.length === 0 ? [] : [AS_YOU_READ],
    [],
    FORM_COLUMNS.map(({ label }) => label),
    ...present.map((member) => {
      const line = file?.lines.find(({ reading, state }) => reading?.stayId === member.stayId && state !== 'not-a-fact')
      const columns = line && file?.layout.sheets[line.sheet]?.grid?.columns
      const written = { ...(line?.cells && columns ? mayLeave(line.cells, columns) : {}), ...factsOf(member, of, edition === 'sent') }
      return FORM_COLUMNS.map(({ key }) => written[key] ?? null)
    }),
  ]
  return { name: 'Suivi mensuel', rows, merges: [{ top: 0, left: 0, bottom: 0, right: FORM_COLUMNS.length - 1 }] }
}
