import { frenchHours, frenchShortDate } from '@maillage/kernel'
import { type Column, Tag } from '@maillage/ui'
import type { MissionLine } from '../queries/mission-register.ts'
import { MISSIONS } from './placement-trail.ts'

/** What waits on a mission: its papers. */
export const PapersTag = ({ kind, agreementSignedOn, contractGivenOn }: MissionLine) =>
  kind === 'ETTI' && contractGivenOn === null ? (
    <Tag tone="attention">Contrat de mission à remettre</Tag>
  ) : agreementSignedOn === null ? (
    <Tag>Mise à disposition à signer</Tag>
  ) : (
    <>–</>
  )

/** The columns of a list of missions. */
export const MISSION_COLUMNS: readonly Column<MissionLine>[] = [
  {
    key: 'personne',
    label: 'Personne',
    render: ({ id, personName }) => (
      <a class="govuk-link" href={`${MISSIONS}/${id}`}>
        {personName ?? 'Personne non accessible'}
      </a>
    ),
  },
  { key: 'client', label: 'Client', render: ({ clientName }) => clientName },
  { key: 'travail', label: 'Travail', render: ({ work, commune }) => `${work}, ${commune}` },
  { key: 'debut', label: 'Premier jour', render: ({ firstDay }) => frenchShortDate(firstDay) },
  { key: 'fin', label: 'Dernier jour', render: ({ lastDay }) => (lastDay === null ? 'Sans terme' : frenchShortDate(lastDay)) },
  {
    key: 'semaine',
    label: 'Par semaine',
    align: 'end',
    render: ({ weeklyHours }) => (weeklyHours === null ? '–' : frenchHours(weeklyHours)),
  },
  { key: 'heures', label: 'Heures des relevés', align: 'end', render: ({ hours }) => (hours === 0 ? '–' : frenchHours(hours)) },
  { key: 'papiers', label: 'À savoir', render: (line) => <PapersTag {...line} /> },
]
