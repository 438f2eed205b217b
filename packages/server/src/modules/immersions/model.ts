import { type CalendarDate, normalised, type Period, type Siret } from '@maillage/kernel'
import type { Immersion as JudgedImmersion } from '@maillage/rules/employment'

/** Where the person goes. Another SIAE may welcome too, and is counted apart (measure 6 of the Pacte d'ambition, 004:1012-1048). */
export const HOST_KINDS = ['company', 'non-profit', 'public-body', 'siae'] as const
export type HostKind = (typeof HOST_KINDS)[number]

/** One object only for each immersion (L5135-1). */
export const OBJECTS = [
  'discover-a-trade',
  'confirm-a-project',
  'begin-a-recruitment',
] as const satisfies readonly JudgedImmersion['object'][]
export type ImmersionObject = (typeof OBJECTS)[number]

/** Who prescribes it: the structure itself, or the body that follows the person. */
export const PRESCRIBERS = ['structure', 'france-travail', 'mission-locale', 'cap-emploi', 'departement', 'other'] as const
export type Prescriber = (typeof PRESCRIBERS)[number]

/** Whether its object was reached. */
export const OUTCOMES = ['reached', 'partly', 'not-reached', 'stopped'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What became of an immersion. */
export interface Conclusion {
  readonly endedOn: CalendarDate
  readonly outcome: Outcome
  /** Whether the host hires the person. */
  readonly hired: boolean
  readonly learnt: string | null
}

/** Some days of a stay in another place of work. Its texts are null once the person is forgotten. */
export interface Immersion extends Period {
  readonly id: string
  readonly personId: string
  readonly stayId: string
  readonly organisationId: string
  readonly hostName: string | null
  readonly hostKind: HostKind
  readonly hostSiret: Siret | null
  readonly hostPlace: string | null
  readonly tutor: string | null
  readonly object: ImmersionObject
  readonly tasks: string | null
  readonly schedule: string | null
  readonly prescribedBy: Prescriber
  /** The immersion of the same stay that this one renews. */
  readonly renews: string | null
  readonly conclusion: Conclusion | null
}

export type ImmersionState = 'to-come' | 'running' | 'to-conclude' | 'concluded'

/** Where an immersion stands on a day. */
export function stateOn({ first, last, conclusion }: Immersion, today: CalendarDate): ImmersionState {
  if (conclusion) return 'concluded'
  if (today < first) return 'to-come'
  return today <= last ? 'running' : 'to-conclude'
}

/** One host for the rules: its establishment when it is known, otherwise its name as it is searched. */
export const hostLabel = ({ hostSiret, hostName, id }: Pick<Immersion, 'hostSiret' | 'hostName' | 'id'>): string =>
  hostSiret ?? normalised(hostName ?? id)

/** What the rules judge: the days as they were, once they are known. */
export const judgedOf = (immersion: Immersion): JudgedImmersion => ({
  first: immersion.first,
  last: immersion.conclusion?.endedOn ?? immersion.last,
  host: hostLabel(immersion),
  object: immersion.object,
  renewal: immersion.renews !== null,
})
