import { type CalendarDate, frenchDate, isoDate } from '@maillage/kernel'
import type { ComponentChildren } from 'preact'

export interface TimelineEvent {
  readonly date: CalendarDate
  readonly title: string
  /** Who did it, as the reader may know it. */
  readonly by?: string | undefined
  readonly reason?: string | undefined
  readonly children?: ComponentChildren
}

/**
 * What happened, in the order given, each event with its day and its reason.
 * @example <Timeline events={[{ date, title: 'PASS IAE suspendu', by: 'Régie du Minervois', reason: 'Congé maternité' }]} />
 */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol class="m-timeline">
      {events.map(({ date, title, by, reason, children }, index) => (
        <li class="m-event" key={`${date} ${index}`}>
          <p class="m-event-date">
            <time dateTime={isoDate(date)}>{frenchDate(date)}</time>
            {by ? <span class="m-event-by"> · {by}</span> : null}
          </p>
          <p class="m-event-title">{title}</p>
          {reason ? <p class="m-event-reason">Motif&nbsp;: {reason}</p> : null}
          {children}
        </li>
      ))}
    </ol>
  )
}
