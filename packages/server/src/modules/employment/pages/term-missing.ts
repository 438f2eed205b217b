import { alwaysEnds } from '@maillage/rules/employment'
import type { FieldMessage } from '@maillage/ui'
import type { dateInput } from '../../../platform/http/date-input.ts'

/**
 * A box left empty by mistake is not a contract without end: the types that have a term ask for it. A wrong date is told already.
 * A contract really signed without one, which comes by another way, is recorded with an anomaly: it is a fact.
 */
export const termMissing = (
  type: string,
  { iso, errors }: Pick<ReturnType<typeof dateInput>, 'iso' | 'errors'>,
): readonly FieldMessage[] =>
  alwaysEnds(type) && iso === undefined && errors.length === 0
    ? [{ field: 'lastDay', text: 'Saisissez le dernier jour du contrat\u00a0: ce type de contrat a toujours un terme' }]
    : []
