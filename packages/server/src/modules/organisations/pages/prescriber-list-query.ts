import { readSort, type Sort } from '@maillage/ui'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { PRESCRIBER_ORDERS, type PrescriberFilters } from '../queries/prescriber-register.ts'

const SHOWN_RIGHTS = new Map<string, PrescriberFilters['right']>([
  ['de-droit', 'order'],
  ['prefet', 'prefect'],
  ['aucune', 'none'],
])

/** What the address of the register of prescribers asks; what it does not understand is as if it were absent. */
export function readPrescriberList(query: FormBody): { readonly filters: PrescriberFilters; readonly sort: Sort; readonly active: number } {
  const right = SHOWN_RIGHTS.get(text(query, 'habilitation')) ?? 'authorised'
  const asked = text(query, 'departement')
  const departement = /^[0-9AB]{2,3}$/.test(asked) ? asked : ''
  return {
    filters: { words: text(query, 'q').slice(0, 120), departement, right },
    active: [departement !== '', right !== 'authorised'].filter(Boolean).length,
    sort: readSort(query, PRESCRIBER_ORDERS, { key: 'nom', direction: 'ascending' }),
  }
}
