import { day } from '@maillage/kernel'
import { type FieldMessage, readSort, type Sort } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { HIRE_ORDERS, type HireFilters } from '../queries/hire-register.ts'

export const HIRE_STATES = new Map<string, { readonly state: HireFilters['state']; readonly label: string }>([
  ['a-regler', { state: 'unsettled', label: 'Avec un point à régler' }],
  ['declarees', { state: 'declared', label: 'Déclarées' }],
  ['annulees', { state: 'cancelled', label: 'Annulées' }],
])

interface Asked {
  readonly filters: HireFilters
  readonly sort: Sort
  /** How many filters are on, the search apart. */
  readonly active: number
  readonly errors: readonly FieldMessage[]
}

/**
 * What the address of the list asks. A state or an order that it does not know is as if it were absent; a day that is none is told, and not used.
 * @example readHireList({ q: 'benali', etat: 'a-regler', 'du-day': '1', 'du-month': '9', 'du-year': '2026', tri: '-debut' })
 */
export function readHireList(query: FormBody): Asked {
  const from = dateInput(query, 'du', 'le début de la période')
  const to = dateInput(query, 'au', 'la fin de la période')
  const filters: HireFilters = {
    words: text(query, 'q').slice(0, 120),
    state: HIRE_STATES.get(text(query, 'etat'))?.state ?? '',
    siaeId: recordId(text(query, 'structure')) ?? '',
    from: from.iso === undefined ? null : day(from.iso),
    to: to.iso === undefined ? null : day(to.iso),
  }
  const { state, siaeId } = filters
  const reversed = filters.from !== null && filters.to !== null && filters.to < filters.from
  return {
    filters,
    sort: readSort(query, HIRE_ORDERS, { key: 'debut', direction: 'descending' }),
    active: [state !== '', siaeId !== '', filters.from !== null || filters.to !== null].filter(Boolean).length,
    errors: [
      ...from.errors,
      ...to.errors,
      ...(reversed ? [{ field: 'au', text: 'La fin de la période vient avant son début : corrigez l’une des deux dates' }] : []),
    ],
  }
}
