import { frenchLongDate } from '@maillage/kernel'
import { shownHour } from '../../accompaniment/index.ts'
import type { NextStep } from '../queries/own-appointments.ts'

/** When, with whom, what for. */
export const OwnNextStep = ({ step: { on, at, organisationName, what } }: { readonly step: NextStep }) => (
  <>
    <strong>
      {frenchLongDate(on)}
      {at === null ? '' : ` à ${shownHour(at)}`}
    </strong>
    , avec {organisationName}&nbsp;: {what}
  </>
)
