import type { FieldMessage } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import type { FormBody } from '../../../platform/http/page-request.ts'

/** Several dates of a form, as the schemas take them, with what to correct. @example datesIn(form, { firstDay: 'le premier jour' }) */
export function datesIn<Name extends string>(
  form: FormBody,
  labels: Readonly<Record<Name, string>>,
): { readonly iso: Readonly<Record<Name, string | undefined>>; readonly errors: readonly FieldMessage[] } {
  const read = Object.entries<string>(labels).map(([name, label]) => ({ name, ...dateInput(form, name, label) }))
  return {
    iso: Object.fromEntries(read.map(({ name, iso }) => [name, iso])) as Record<Name, string | undefined>,
    errors: read.flatMap(({ errors }) => errors),
  }
}
