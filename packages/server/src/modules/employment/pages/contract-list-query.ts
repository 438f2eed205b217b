import { readSort, type Sort } from '@maillage/ui'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { CONTRACT_ORDERS, type ContractFilters, ENDING_SOON } from '../queries/contract-register.ts'

/** The states that a list of contracts proposes, as they stand in its address. */
export const CONTRACT_STATES = new Map<string, { readonly state: ContractFilters['state']; readonly label: string }>([
  ['fin-proche', { state: 'ending', label: `Finissent dans les ${ENDING_SOON} jours, sans suite` }],
  ['pass-avant', { state: 'beyond-pass', label: 'Dépassent le PASS IAE, ou sans PASS IAE' }],
  ['non-signes', { state: 'unsigned', label: 'En cours, signature non enregistrée' }],
  ['a-regler', { state: 'unsettled', label: 'Avec un point à régler' }],
  ['tous', { state: 'all', label: 'Tous, même terminés' }],
])

/** What the address of the list asks; a state or an order that it does not know is as if it were absent. */
export function readContractList(query: FormBody): { readonly filters: ContractFilters; readonly sort: Sort; readonly active: number } {
  const filters: ContractFilters = {
    words: text(query, 'q').slice(0, 120),
    siaeId: recordId(text(query, 'structure')) ?? '',
    state: CONTRACT_STATES.get(text(query, 'etat'))?.state ?? '',
  }
  return {
    filters,
    sort: readSort(query, CONTRACT_ORDERS, { key: 'fin', direction: 'ascending' }),
    active: [filters.siaeId !== '', filters.state !== ''].filter(Boolean).length,
  }
}
