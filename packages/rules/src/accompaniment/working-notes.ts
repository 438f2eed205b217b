import { addDays, addMonths, type CalendarDate, invariant, type Law, type Parameter, type Source } from '@maillage/kernel'
import { type KeptFor, notesLeftBehind, workingNote } from '../parameters/retention.ts'

const after = (from: CalendarDate, { unit, count }: KeptFor): CalendarDate =>
  unit === 'months' ? addMonths(from, count) : addDays(from, count)

/** A length of keeping, with the text it stands on. */
interface Kept {
  readonly value: KeptFor
  readonly source: Source
}

function inForce(law: Law, length: Parameter<KeptFor>, on: CalendarDate): Kept {
  const value = law.on(on).get(length)
  const source = law.on(on).find(length)?.source
  invariant(source, 'a value in force has a source')
  return { value, source }
}

/** How long a working note is kept since it was last written, on which text. */
export const noteKeptFor = (law: Law, on: CalendarDate): Kept => inForce(law, workingNote, on)

/** How long the notes of somebody who left are kept since their last day, on which text. */
export const leftBehindKeptFor = (law: Law, on: CalendarDate): Kept => inForce(law, notesLeftBehind, on)

/**
 * The last day on which a working note is read: a correction gives it a new one, a reading or a handing over does not.
 * @example noteKeptUntil(nationalLaw, day('2026-11-21')) // 2027-11-21
 */
export const noteKeptUntil = (law: Law, writtenOn: CalendarDate): CalendarDate => after(writtenOn, noteKeptFor(law, writtenOn).value)

/**
 * The last day on which the notes that somebody leaves behind still exist, which nobody reads meanwhile.
 * @param lastDay of the membership under which they were written
 * @example leftBehindUntil(nationalLaw, day('2026-11-30')) // 2026-12-30
 */
export const leftBehindUntil = (law: Law, lastDay: CalendarDate): CalendarDate => after(lastDay, leftBehindKeptFor(law, lastDay).value)

/**
 * The last of the last days whose notes left behind may go today.
 * @example leftBehindCutoff(nationalLaw, day('2026-12-31')) // 2026-11-30: until 30 December they still existed
 */
export function leftBehindCutoff(law: Law, today: CalendarDate): CalendarDate {
  let lastDay = addDays(today, -1)
  while (leftBehindUntil(law, lastDay) >= today) lastDay = addDays(lastDay, -1)
  return lastDay
}
