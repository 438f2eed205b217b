import type { FieldMessage } from '@maillage/ui'
import type { dateInput } from '../../../platform/http/date-input.ts'
import { alwaysEnds } from '../model.ts'

/** A box left empty by mistake is not a contract without end: the types that have a term ask for it. A wrong date is told already. */
export const termMissing = (
  type: string,
  { iso, errors }: Pick<ReturnType<typeof dateInput>, 'iso' | 'errors'>,
): readonly FieldMessage[] =>
  alwaysEnds(type) && iso === undefined && errors.length === 0
    ? [{ field: 'lastDay', text: 'Saisissez le dernier jour du contrat\u00a0: ce type de contrat a toujours un terme' }]
    : []
