import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { ENDING_SOON, type MissionFilters } from '../queries/mission-register.ts'

/** The states that a list of missions proposes, as they stand in its address; without any, those that run or are to come. */
export const MISSION_STATES = [
  { value: 'fin-proche', label: `Finissent dans les ${ENDING_SOON} jours`, state: 'ending' },
  { value: 'a-signer', label: 'Avec un contrat à signer ou à remettre', state: 'unsigned' },
  { value: 'terminees', label: 'Terminées', state: 'over' },
  { value: 'toutes', label: 'Toutes', state: 'all' },
] as const

/** What the address of the list asks; what it does not know is as if it were absent. */
export const readMissionList = (query: FormBody): MissionFilters => ({
  words: text(query, 'q').slice(0, 120),
  state: MISSION_STATES.find(({ value }) => value === text(query, 'etat'))?.state ?? '',
})
