import type { CalendarDate } from '@maillage/kernel'
import { applicationStateLabels, refusalReasonLabels, transitionNamed } from '@maillage/rules/applications'
import { Timeline, type TimelineEvent } from '@maillage/ui'
import type { Passage } from '../queries/application-card.ts'

const AUTHORS = { sender: undefined, receiver: 'la structure', clock: 'traitement automatique', support: 'support' } as const

function eventOf({ on, transition, actor, reason, answer }: Passage): TimelineEvent {
  return {
    date: on,
    title: transition === 'transfer' ? 'Transférée à une autre structure' : applicationStateLabels[transitionNamed(transition).to],
    by: AUTHORS[actor],
    reason: reason ? refusalReasonLabels[reason] : undefined,
    children: answer ? <p class="govuk-body">« {answer} »</p> : undefined,
  }
}

/** What happened to an application, the latest first, down to the day it was sent. */
export const Passages = ({
  passages,
  sentOn,
  senderName,
}: {
  readonly passages: readonly Passage[]
  readonly sentOn: CalendarDate
  readonly senderName: string
}) => (
  <>
    <h2 class="govuk-heading-m">Historique</h2>
    <Timeline events={[...passages.map(eventOf), { date: sentOn, title: 'Envoyée', by: senderName }]} />
  </>
)
