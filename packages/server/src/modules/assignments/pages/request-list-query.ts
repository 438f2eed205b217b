import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { RequestFilters } from '../queries/request-register.ts'

/** The states that a list of requests proposes, as they stand in its address; without any, those that wait for somebody. */
export const LISTED_STATES = [
  { value: 'a-pourvoir', label: 'À pourvoir', state: 'open' },
  { value: 'proposees', label: 'Proposées', state: 'proposed' },
  { value: 'pourvues', label: 'Pourvues', state: 'filled' },
  { value: 'sans-suite', label: 'Sans suite', state: 'dropped' },
  { value: 'toutes', label: 'Toutes', state: 'all' },
] as const

/** What the address of the list asks; what it does not know is as if it were absent. */
export const readRequestList = (query: FormBody): RequestFilters => ({
  words: text(query, 'q').slice(0, 120),
  state: LISTED_STATES.find(({ value }) => value === text(query, 'etat'))?.state ?? '',
  clientId: recordId(text(query, 'client')) ?? '',
})
