import { readSort, type Sort } from '@maillage/ui'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { CLIENT_CATEGORIES } from '../model.ts'
import { CLIENT_ORDERS, type ClientFilters } from '../queries/client-register.ts'

/** The categories of clients, as they stand in the address of a list. */
export const CATEGORY_WORDS = {
  'private-person': 'particulier',
  'non-profit': 'association',
  'public-body': 'collectivite',
  company: 'entreprise',
} as const
export const CLIENT_STATES = [
  { value: 'anciens', label: 'Anciens clients', state: 'former' },
  { value: 'tous', label: 'Tous, anciens compris', state: 'all' },
] as const

/** What the address of the list asks; what it does not know is as if it were absent. */
export function readClientList(query: FormBody): { readonly filters: ClientFilters; readonly sort: Sort; readonly active: number } {
  const filters: ClientFilters = {
    words: text(query, 'q').slice(0, 120),
    category: CLIENT_CATEGORIES.find((each) => CATEGORY_WORDS[each] === text(query, 'categorie')) ?? '',
    state: CLIENT_STATES.find(({ value }) => value === text(query, 'etat'))?.state ?? '',
  }
  return {
    filters,
    sort: readSort(query, CLIENT_ORDERS, { key: 'client', direction: 'ascending' }),
    active: [filters.category, filters.state].filter((each) => each !== '').length,
  }
}
