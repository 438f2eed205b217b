import { isoDate } from '@maillage/kernel'
import { dateFromParts, type FieldMessage, readDateFields } from '@maillage/ui'
import type { FormBody } from './page-request.ts'

/**
 * The date typed in three boxes, as the schemas take it (`2026-11-21`); undefined when nothing was typed, with what to correct when it is no date.
 * @example const firstDay = dateInput(request.form, 'firstDay', 'le premier jour')
 */
export function dateInput(
  form: FormBody,
  name: string,
  label: string,
): { readonly iso: string | undefined; readonly errors: readonly FieldMessage[] } {
  const typed = dateFromParts(readDateFields(form, name), label)
  if (typed === 'missing') return { iso: undefined, errors: [] }
  if (typeof typed === 'object') return { iso: undefined, errors: [{ field: `${name}-${typed.box}`, text: typed.error }] }
  return { iso: isoDate(typed), errors: [] }
}
