import { frenchHours, frenchShortDate, plural } from '@maillage/kernel'
import { type Column, Tag, type Tone } from '@maillage/ui'
import { REQUEST_STATE_LABELS, WEEKDAY_LABELS } from '../messages.fr.ts'
import type { RequestState, StaffingRequest } from '../model.ts'
import type { RequestLine } from '../queries/request-register.ts'
import { CLIENTS, REQUESTS } from './placement-trail.ts'

const TONES: Readonly<Partial<Record<RequestState, Tone>>> = { open: 'attention', filled: 'positive' }

/** Where a request stands. */
export const RequestTag = ({ state }: Pick<StaffingRequest, 'state'>) => <Tag tone={TONES[state]}>{REQUEST_STATE_LABELS[state]}</Tag>

/** « du 3 au 14 nov. », « à partir du 3 nov. » */
export const shownDays = ({ firstDay, lastDay }: Pick<StaffingRequest, 'firstDay' | 'lastDay'>): string =>
  lastDay === null
    ? `à partir du ${frenchShortDate(firstDay)}`
    : lastDay === firstDay
      ? `le ${frenchShortDate(firstDay)}`
      : `du ${frenchShortDate(firstDay)} au ${frenchShortDate(lastDay)}`

/** « lundi, mardi ; le matin » */
export const shownWhen = ({ weekdays, schedule }: Pick<StaffingRequest, 'weekdays' | 'schedule'>): string =>
  [
    weekdays
      .toSorted((a, b) => a - b)
      .map((each) => (WEEKDAY_LABELS[each] ?? '').toLowerCase())
      .join(', '),
    schedule ?? '',
  ]
    .filter(Boolean)
    .join(' ; ')

/** What whoever goes must have. */
export const shownNeeds = ({ needsLicence, needsVehicle }: Pick<StaffingRequest, 'needsLicence' | 'needsVehicle'>): string =>
  [needsLicence ? 'permis B' : '', needsVehicle ? 'véhicule' : ''].filter(Boolean).join(', ')

/** The columns of a list of requests. */
export const REQUEST_COLUMNS: readonly Column<RequestLine>[] = [
  {
    key: 'travail',
    label: 'Travail',
    render: ({ id, work }) => (
      <a class="govuk-link" href={`${REQUESTS}/${id}`}>
        {work}
      </a>
    ),
  },
  {
    key: 'client',
    label: 'Client',
    render: ({ clientId, clientName }) => (
      <a class="govuk-link" href={`${CLIENTS}/${clientId}`}>
        {clientName}
      </a>
    ),
  },
  { key: 'commune', label: 'Commune', render: ({ commune }) => commune.name },
  { key: 'jours', label: 'Jours', render: shownDays },
  {
    key: 'heures',
    label: 'Par semaine',
    align: 'end',
    render: ({ weeklyHours }) => (weeklyHours === null ? '–' : frenchHours(weeklyHours)),
  },
  { key: 'personnes', label: 'Pour', render: ({ people }) => plural(people, 'personne') },
  { key: 'etat', label: 'État', render: ({ state }) => <RequestTag state={state} /> },
]
