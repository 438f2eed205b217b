import { SIAE_KINDS } from '@maillage/kernel'
import { readSort, type Sort } from '@maillage/ui'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { SIAE_ORDERS, type SiaeFilters } from '../queries/siae-register.ts'

const SHOWN_STATES = new Map<string, SiaeFilters['state']>([
  ['ouvertes', 'open'],
  ['fermees', 'closed'],
  ['toutes', 'all'],
])

/**
 * What the address of the register asks: what it does not understand is as if it were absent.
 * @example readSiaeList({ q: 'jardins', departement: '11', type: 'ACI', etat: 'fermees', tri: '-nom' })
 */
export function readSiaeList(query: FormBody): { readonly filters: SiaeFilters; readonly sort: Sort; readonly active: number } {
  const state = SHOWN_STATES.get(text(query, 'etat')) ?? 'open'
  const departement = text(query, 'departement')
  const filters: SiaeFilters = {
    words: text(query, 'q').slice(0, 120),
    departement: /^[0-9AB]{2,3}$/.test(departement) ? departement : '',
    kind: SIAE_KINDS.find((kind) => kind === text(query, 'type')) ?? '',
    state,
  }
  const active = [filters.departement !== '', filters.kind !== '', state !== 'open'].filter(Boolean).length
  return { filters, active, sort: readSort(query, SIAE_ORDERS, { key: 'nom', direction: 'ascending' }) }
}
