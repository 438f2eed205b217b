import { type CalendarDate, dateOf, frenchList, partsOf } from '@maillage/kernel'

/** The three boxes of a `DateField`, as typed. */
export interface TypedDate {
  readonly day: string
  readonly month: string
  readonly year: string
}

export type DateBox = 'day' | 'month' | 'year'

/** Why what was typed is not a date, and the first box to correct. */
export interface DateError {
  readonly error: string
  readonly box: DateBox
}

const FRENCH: Record<DateBox, string> = { day: 'le jour', month: 'le mois', year: 'l’année' }
const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1)

/** Reads the three boxes of a `DateField` from the body of a form; what is absent is empty. */
export function readDateFields(body: Readonly<Record<string, unknown>>, name: string): TypedDate {
  const read = (box: DateBox) => {
    const typed = body[`${name}-${box}`]
    return typeof typed === 'string' ? typed.trim() : ''
  }
  return { day: read('day'), month: read('month'), year: read('year') }
}

/** « la date de naissance » gives « de la date de naissance », « le début » gives « du début ». */
function ofWhat(label: string): string {
  return label.startsWith('le ') ? `du ${label.slice(3)}` : label.startsWith('les ') ? `des ${label.slice(4)}` : `de ${label}`
}

/**
 * The date typed, `'missing'` when the three boxes are empty, or a French sentence that says what to correct and in which box.
 * `label` is the name of the date with its article. Whether a missing date is accepted is the page's to say.
 * @example dateFromParts({ day: '', month: '3', year: '1998' }, 'la date de naissance') // { error: 'Saisissez le jour de la date de naissance', box: 'day' }
 */
export function dateFromParts(typed: TypedDate, label: string): CalendarDate | 'missing' | DateError {
  const boxes: readonly DateBox[] = ['day', 'month', 'year']
  const empty = boxes.filter((box) => typed[box] === '')
  const [firstEmpty] = empty
  if (empty.length === 3) return 'missing'
  if (firstEmpty) return { error: `Saisissez ${frenchList(empty.map((box) => FRENCH[box]))} ${ofWhat(label)}`, box: firstEmpty }
  const notNumber = boxes.find((box) => !/^\d{1,4}$/.test(typed[box]))
  if (notNumber) return { error: `Saisissez ${FRENCH[notNumber]} ${ofWhat(label)} en chiffres`, box: notNumber }
  const [day, month, year] = [Number(typed.day), Number(typed.month), Number(typed.year)]
  if (typed.year.length !== 4)
    return { error: `Saisissez l’année ${ofWhat(label)} avec ses quatre chiffres, par exemple 1998`, box: 'year' }
  if (month < 1 || month > 12) return { error: `Le mois ${ofWhat(label)} est un nombre de 1 à 12`, box: 'month' }
  if (day < 1 || day > 31) return { error: `Le jour ${ofWhat(label)} est un nombre de 1 à 31`, box: 'day' }
  if (year < 1800 || year > 2999) return { error: `L’année ${ofWhat(label)} n’est pas plausible`, box: 'year' }
  const date = dateOf({ day, month, year })
  return date ?? { error: `${capital(label)} n’existe pas dans le calendrier\u00a0: ce mois n’a pas de ${day}`, box: 'day' }
}

/**
 * The values that show a date again in its three boxes.
 * @example { ...dateFieldValues('birth', day('1998-03-27')) } // { 'birth-day': '27', 'birth-month': '3', 'birth-year': '1998' }
 */
export function dateFieldValues(name: string, date: CalendarDate): Record<string, string> {
  const { day, month, year } = partsOf(date)
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}
