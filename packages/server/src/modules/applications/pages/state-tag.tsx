import type { CalendarDate } from '@maillage/kernel'
import { type ApplicationState, applicationStateLabels } from '@maillage/rules/applications'
import { Tag, type Tone } from '@maillage/ui'
import { isLate } from '../model.ts'

const TONES: Readonly<Record<ApplicationState, Tone>> = {
  new: 'info',
  processing: 'info',
  postponed: 'attention',
  'prior-to-hire': 'attention',
  accepted: 'positive',
  refused: 'neutral',
  cancelled: 'neutral',
  obsolete: 'neutral',
  pool: 'neutral',
}

/** The state of an application, and beside it, neutrally, that the answer is late. */
export const StateTag = ({
  state,
  promisedOn,
  today,
}: {
  readonly state: ApplicationState
  readonly promisedOn: CalendarDate
  readonly today: CalendarDate
}) => (
  <>
    <Tag tone={TONES[state]}>{applicationStateLabels[state]}</Tag>
    {isLate({ state, promisedOn }, today) ? (
      <>
        {' '}
        <Tag tone="attention">En retard</Tag>
      </>
    ) : null}
  </>
)
