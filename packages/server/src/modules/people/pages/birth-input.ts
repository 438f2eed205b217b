import { isoDate } from '@maillage/kernel'
import { dateFromParts, type FieldMessage, readDateFields } from '@maillage/ui'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import type { BirthPrecision } from '../model.ts'

interface TypedBirth {
  readonly birthDate: string | undefined
  readonly birthPrecision: BirthPrecision
  readonly errors: readonly FieldMessage[]
}

/** The birth as typed: boxes left empty say how precisely it is known, « inconnue » that nothing is. */
export function birthInput(form: FormBody): TypedBirth {
  const boxes = readDateFields(form, 'birthDate')
  const unknown = text(form, 'birthPrecision') === 'unknown'
  const error = (message: string, field = 'birthDate'): TypedBirth => ({
    birthDate: undefined,
    birthPrecision: 'day',
    errors: [{ field, text: message }],
  })
  if (boxes.day === '' && boxes.month === '' && boxes.year === '') {
    if (unknown) return { birthDate: undefined, birthPrecision: 'unknown', errors: [] }
    return error('Saisissez la date de naissance, ou ce que vous en savez', 'birthDate')
  }
  if (unknown) return error('Effacez la date de naissance, ou décochez « On ne sait rien de sa date de naissance »')
  const precision = boxes.day !== '' ? 'day' : boxes.month !== '' ? 'month' : 'year'
  const filled = { year: boxes.year, month: precision === 'year' ? '1' : boxes.month, day: precision === 'day' ? boxes.day : '1' }
  const typed = dateFromParts(filled, 'la date de naissance')
  if (typed === 'missing') return error('Saisissez la date de naissance, ou ce que vous en savez')
  if (typeof typed === 'object') return error(typed.error, `birthDate-${typed.box}`)
  return { birthDate: isoDate(typed), birthPrecision: precision, errors: [] }
}
