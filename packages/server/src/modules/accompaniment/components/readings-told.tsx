import { type CalendarDate, frenchDate } from '@maillage/kernel'
import { Notification } from '@maillage/ui'
import { type AccessLine, GROUND_LABELS } from '../../people/index.ts'

/** How long the referents are told of a reading where they read the acts; the page of the rights tells it for three years. */
const TOLD_DAYS = 30

/** The readings with a reason of the last days. */
export const recentReadings = (lines: readonly AccessLine[], today: CalendarDate): readonly AccessLine[] =>
  lines.filter(({ source, first }) => source === 'reason' && first > today - TOLD_DAYS)

/** Tells the referents who read the file without being one, when and why. */
export const ReadingsTold = ({ personId, readings }: { readonly personId: string; readonly readings: readonly AccessLine[] }) =>
  readings.length === 0 ? null : (
    <Notification kind="information" title="Dossier lu avec un motif">
      <ul class="govuk-list">
        {readings.map(({ key, accountName, first, ground, reason }) => (
          <li key={key}>
            {accountName}, le {frenchDate(first)}&nbsp;: {ground === null ? null : GROUND_LABELS[ground]}
            {reason === null ? null : ` (${reason})`}
          </li>
        ))}
      </ul>
      <a class="govuk-link" href={`/personnes/${personId}/acces`}>
        Voir qui peut lire cette fiche
      </a>
    </Notification>
  )
