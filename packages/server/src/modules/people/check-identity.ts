import type { CalendarDate, Outcome, Refusal } from '@maillage/kernel'
import { dateOf, fullYears, granted, invariant, partsOf } from '@maillage/kernel'
import { refuse } from './messages.fr.ts'
import type { Birth } from './model.ts'
import type { PersonFields } from './person-fields.ts'

const YOUNGEST = 14
const OLDEST = 110

type Typed = Pick<PersonFields, 'birthDate' | 'birthPrecision' | 'givenNames' | 'singleName' | 'ageConfirmed'>

/** The first day of what is known: a month, a year. */
function birthOf({ birthDate, birthPrecision }: Typed): Birth {
  if (birthPrecision === 'unknown' || birthDate === undefined) return { date: null, precision: 'unknown' }
  const { year, month, day } = partsOf(birthDate)
  const date = dateOf({ year, month: birthPrecision === 'year' ? 1 : month, day: birthPrecision === 'day' ? day : 1 })
  invariant(date !== undefined, 'the first day of a month exists')
  return { date, precision: birthPrecision }
}

/** What the boxes say together: every reason to look at them again, or the birth as it is known. */
export function checkIdentity(typed: Typed, today: CalendarDate): Outcome<Birth> {
  const birth = birthOf(typed)
  const refusals: Refusal[] = []
  if (typed.givenNames === '' && !typed.singleName) refusals.push(...refuse('people/given-names-missing', {}, 'givenNames').refusals)
  if (typed.birthPrecision !== 'unknown' && birth.date === null)
    refusals.push(...refuse('people/birth-date-missing', {}, 'birthDate').refusals)
  if (birth.date !== null && birth.date > today) refusals.push(...refuse('people/birth-in-the-future', {}, 'birthDate').refusals)
  else if (birth.date !== null && !typed.ageConfirmed) {
    const age = fullYears(birth.date, today)
    if (age < YOUNGEST || age > OLDEST) refusals.push(...refuse('people/age-to-confirm', { age }, 'ageConfirmed').refusals)
  }
  return refusals.length === 0 ? granted(birth) : { ok: false, refusals }
}
