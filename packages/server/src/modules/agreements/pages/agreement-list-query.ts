import { SIAE_KINDS } from '@maillage/kernel'
import { readSort, type Sort } from '@maillage/ui'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { AGREEMENT_ORDERS, type AgreementFilters } from '../queries/agreement-register.ts'

/** The states that the address names, with their words. */
export const STATES = [
  { value: 'sans-annexe', label: 'Sans annexe aujourd’hui', state: 'without' },
  { value: 'bientot-finie', label: 'Annexe qui se termine dans 60 jours', state: 'ending' },
] as const

/** What the address of the list asks; what it does not understand is as if it were absent. */
export function readAgreementList(query: FormBody): { readonly filters: AgreementFilters; readonly sort: Sort; readonly active: number } {
  const state = STATES.find(({ value }) => value === text(query, 'etat'))?.state ?? 'all'
  const filters: AgreementFilters = {
    words: text(query, 'q').slice(0, 120),
    kind: SIAE_KINDS.find((kind) => kind === text(query, 'type')) ?? '',
    state,
  }
  const active = [filters.kind !== '', state !== 'all'].filter(Boolean).length
  return { filters, active, sort: readSort(query, AGREEMENT_ORDERS, { key: 'nom', direction: 'ascending' }) }
}
