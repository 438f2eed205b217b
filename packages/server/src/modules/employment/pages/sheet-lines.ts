import { type CentiHours, centiHours, type Month } from '@maillage/kernel'
import { employmentRefusalSentence, readMonthHours } from '@maillage/rules/employment'
import type { FieldMessage } from '@maillage/ui'
import type { FormBody } from '../../../platform/http/page-request.ts'
import { text } from '../../../platform/http/page-request.ts'
import { FIGURES, type HoursFigures, type HoursMeasure, sameFigures } from '../model-months.ts'
import type { TeamMember } from '../queries/month-team.ts'
import type { KnownHours } from '../store-months.ts'
import { readHours } from '../typed-hours.ts'
import { typedHours } from './month-parts.tsx'

/** A line of the form: whose it is, what it had read, what is in its boxes. */
export interface SheetLine {
  readonly stayId: string
  readonly hoursId: string
  readonly version: string
  readonly worksiteId: string
  readonly measure: string
  readonly paid: string
  readonly worked: string
  readonly accompaniment: string
  readonly clause: string
  /** What somebody else wrote in it while it was being typed. */
  readonly meanwhile?: { readonly figures: HoursFigures; readonly by: string | null }
}

const BOXES = ['stayId', 'hoursId', 'version', 'worksiteId', 'measure', ...FIGURES] as const

/** The lines that were sent, in their order. */
export function sentLines(form: FormBody): readonly SheetLine[] {
  const found: SheetLine[] = []
  for (let index = 0; form[`rows-${index}-stayId`] !== undefined; index++)
    found.push(Object.fromEntries(BOXES.map((box) => [box, text(form, `rows-${index}-${box}`)])) as unknown as SheetLine)
  return found
}

const figuresIn = (figures: HoursFigures) =>
  Object.fromEntries(FIGURES.map((each) => [each, typedHours(figures[each])])) as Record<keyof HoursFigures, string>

/** A line nobody typed yet, on the place of work that the contract says. */
export const freshLine = ({ stayId, contracts }: TeamMember, worksiteId = contracts.at(-1)?.worksiteId ?? ''): SheetLine => ({
  stayId,
  hoursId: '',
  version: '0',
  worksiteId,
  measure: 'common',
  paid: '',
  worked: '',
  accompaniment: '',
  clause: '',
})

const lineOf = (stayId: string, line: TeamMember['hours'][number]): SheetLine => ({
  stayId,
  hoursId: line.id,
  version: String(line.version),
  worksiteId: line.worksiteId ?? '',
  measure: line.measure,
  ...figuresIn(line),
})

/** The lines of a team as they are written: one for each place of work, an empty one for whoever has none. */
export const writtenLines = (team: readonly TeamMember[]): readonly SheetLine[] =>
  team.flatMap((member) => (member.hours.length === 0 ? [freshLine(member)] : member.hours.map((line) => lineOf(member.stayId, line))))

const figure = (typed: string): CentiHours | null | undefined => {
  const read = readHours(typed)
  return typed === '' ? null : read === undefined ? undefined : centiHours(read)
}

/** Whether a line still says what it had read. */
function untouched(line: SheetLine, read: HoursFigures | undefined, now: TeamMember['hours'][number]): boolean {
  if (!read || line.worksiteId !== (now.worksiteId ?? '')) return false
  const typed = FIGURES.map((each) => figure(line[each]))
  return (
    typed.every((each) => each !== undefined) &&
    sameFigures(Object.fromEntries(FIGURES.map((each, at) => [each, typed[at]])) as unknown as HoursFigures, read)
  )
}

/**
 * The lines that come back to be corrected: as typed, those that somebody wrote meanwhile with what is written now beside; one that was not touched
 * simply shows it. Whoever sends again prefers their own.
 */
export function linesAgain(sent: readonly SheetLine[], team: readonly TeamMember[], known: KnownHours): readonly SheetLine[] {
  const members = new Map(team.map((member) => [member.stayId, member]))
  const again = sent.flatMap((line): SheetLine[] => {
    const member = members.get(line.stayId)
    if (!member) return []
    const now = member.hours.find(
      ({ id, worksiteId, measure }) =>
        id === line.hoursId || (line.hoursId === '' && (worksiteId ?? '') === line.worksiteId && measure === line.measure),
    )
    if (!now || (now.id === line.hoursId && String(now.version) === line.version)) return [line]
    if (untouched(line, known.read.get(`${line.hoursId}/${line.version}`), now)) return [lineOf(line.stayId, now)]
    // A line that holds nothing of one's own gives way to what was written.
    if (line.hoursId === '' && FIGURES.every((each) => line[each] === '')) return [lineOf(line.stayId, now)]
    if (line.hoursId === '' && sent.some(({ hoursId }) => hoursId === now.id)) return [line]
    return [{ ...line, hoursId: now.id, version: String(now.version), meanwhile: { figures: now, by: now.by } }]
  })
  const shown = new Set(again.map(({ stayId }) => stayId))
  return [...again, ...writtenLines(team.filter(({ stayId }) => !shown.has(stayId)))]
}

/** What the command takes of a line. */
export const inputOf = ({ stayId, hoursId, version, worksiteId, measure, paid, worked, accompaniment, clause }: SheetLine) => ({
  stayId,
  hoursId,
  version,
  worksiteId,
  measure: measure as HoursMeasure,
  paid,
  worked,
  accompaniment,
  clause,
})

/** Figures that no month can hold, said at once with what is not a figure at all. */
export const impossibleBoxes = (lines: readonly SheetLine[], month: Month): readonly FieldMessage[] =>
  lines.flatMap((line, index) =>
    FIGURES.flatMap((each) => {
      const hours = figure(line[each])
      const read = hours === null || hours === undefined ? undefined : readMonthHours({ month, hours })
      return read === undefined || read.ok
        ? []
        : read.refusals.map((told) => ({ field: `rows-${index}-${each}`, text: employmentRefusalSentence(told as never) }))
    }),
  )
