import { type CentiHours, centiHours, frenchHours, type Month, sumHours } from '@maillage/kernel'
import { readMonthHours } from '@maillage/rules/employment'
import { refuse } from './messages.fr.ts'
import { FIGURES, type HoursFigures, type HoursMeasure, type HoursRow, sameFigures } from './model-months.ts'
import type { HoursStay, HoursWriting, KnownHours } from './store-months.ts'

/** A line of a month as it was typed, with the version that the form had read (none: nobody had typed it). */
export interface TypedHours extends HoursFigures {
  readonly stayId: string
  readonly hoursId: string | null
  readonly version: number
  readonly worksiteId: string | null
  readonly measure: HoursMeasure
}

type HoursRefusal = ReturnType<typeof refuse>['refusals'][number]

export interface HoursChanges {
  readonly writings: readonly HoursWriting[]
  readonly refusals: readonly HoursRefusal[]
}

interface Facts {
  readonly month: Month
  readonly known: KnownHours
  readonly stays: ReadonlyMap<string, HoursStay>
  readonly nextId: () => string
}

const fieldOf = (index: number, box: string) => `rows-${index}-${box}`
const isBlank = (figures: HoursFigures) => FIGURES.every((each) => figures[each] === null)
const samePlace = (a: Pick<HoursRow, 'stayId' | 'worksiteId' | 'measure'>, b: Pick<HoursRow, 'stayId' | 'worksiteId' | 'measure'>) =>
  a.stayId === b.stayId && a.worksiteId === b.worksiteId && a.measure === b.measure

/** Figures that no month can hold, box by box, then person by person: two places of work do not make a month longer. */
function impossible(typed: readonly TypedHours[], month: Month): readonly HoursRefusal[] {
  const found: HoursRefusal[] = []
  const told = (hours: CentiHours, field: string) => {
    const read = readMonthHours({ month, hours })
    if (!read.ok) found.push(...refuse('employment/hours-impossible', read.refusals[0]?.details, field).refusals)
    return read.ok
  }
  const possible = typed.map((row, index) =>
    FIGURES.every((each) => {
      const hours = row[each]
      return hours === null || told(hours, fieldOf(index, each))
    }),
  )
  for (const each of ['paid', 'worked'] as const) {
    typed.forEach((row, index) => {
      const together = typed.flatMap((other, place) => (other.stayId === row.stayId && possible[place] ? (other[each] ?? []) : []))
      const last = typed.findLastIndex(({ stayId }) => stayId === row.stayId)
      if (together.length > 1 && last === index && possible[index]) told(sumHours(together), fieldOf(index, each))
    })
  }
  return found
}

/** Two lines of a person on one place of work: which one is right? */
function doubled(typed: readonly TypedHours[]): readonly HoursRefusal[] {
  return typed.flatMap((row, index) => {
    const before = typed.findIndex((other) => samePlace(other, row) && !isBlank(other))
    return isBlank(row) || before === index ? [] : refuse('employment/hours-same-site-twice', {}, fieldOf(index, 'worksiteId')).refusals
  })
}

const told = (hours: CentiHours | null) => (hours === null ? '–' : frenchHours(hours))

/**
 * What a form changes in the hours of a month: lines that nobody touched write nothing, those that somebody else changed meanwhile are refused, one
 * by one, with what is written now.
 */
export function hoursChanges(typed: readonly TypedHours[], { month, known, stays, nextId }: Facts): HoursChanges {
  const refusals: HoursRefusal[] = [...impossible(typed, month), ...doubled(typed)]
  const writings: HoursWriting[] = []
  const nowAt = (place: Pick<HoursRow, 'stayId' | 'worksiteId' | 'measure'>) => known.current.find((each) => samePlace(each, place))
  const meanwhile = (index: number, { paid, worked }: HoursFigures) =>
    refusals.push(...refuse('employment/hours-meanwhile', { paid: told(paid), worked: told(worked) }, fieldOf(index, 'paid')).refusals)

  const leaving = new Set<string>()
  const arriving: { index: number; row: TypedHours }[] = []
  typed.forEach((row, index) => {
    const stay = stays.get(row.stayId)
    if (!stay) return
    const { personId } = stay
    if (row.hoursId === null) {
      if (!isBlank(row)) arriving.push({ index, row })
      return
    }
    const read = known.read.get(`${row.hoursId}/${row.version}`)
    const now = known.current.find(({ id }) => id === row.hoursId)
    if (!read || !now) return
    const moved = !samePlace(now, row)
    if (!moved && sameFigures(row, read)) return
    if (now.version !== row.version) {
      if (moved || now.cancelled || !sameFigures(row, now)) meanwhile(index, now)
      return
    }
    const next = { hoursId: now.id, personId, version: now.version + 1, clauseOf: stay }
    if (moved || isBlank(row)) {
      leaving.add(now.id)
      writings.push({ ...next, figures: read, cancelled: true })
      if (moved && !isBlank(row)) arriving.push({ index, row })
      return
    }
    writings.push({ ...next, figures: row, cancelled: false })
  })

  for (const { index, row } of arriving) {
    const stay = stays.get(row.stayId)
    const now = nowAt(row)
    if (!stay) continue
    const { personId } = stay
    const { stayId, worksiteId, measure } = row
    if (!now) {
      writings.push({
        hoursId: nextId(),
        personId,
        version: 1,
        figures: row,
        cancelled: false,
        clauseOf: stay,
        opens: { stayId, worksiteId, measure },
      })
      continue
    }
    if (now.cancelled || leaving.has(now.id)) {
      const left = writings.findIndex(({ hoursId }) => hoursId === now.id)
      const back = { hoursId: now.id, personId, version: now.version + 1, figures: row, cancelled: false, clauseOf: stay }
      if (left < 0) writings.push(back)
      else writings[left] = back
      continue
    }
    // Another line of the same form holds this place: said above. Otherwise somebody typed it meanwhile.
    const onForm = typed.some((other) => other.hoursId === now.id && samePlace(other, row))
    if (!onForm && !sameFigures(row, now)) meanwhile(index, now)
  }
  return { writings, refusals }
}

/** No hours at all in the month, which is a fact too. */
export const NO_HOURS: HoursFigures = { paid: centiHours(0), worked: centiHours(0), accompaniment: null, clause: null }
