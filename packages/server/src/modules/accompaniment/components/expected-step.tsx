import { frenchDate } from '@maillage/kernel'
import { InsetText } from '@maillage/ui'
import type { WaitingStep } from '../queries/waiting-step.ts'

/** What was said would come, which the act being noted settles. */
export const ExpectedStep = ({ expected }: { readonly expected: WaitingStep | undefined }) =>
  expected === undefined ? null : (
    <InsetText>
      Ce qui était prévu&nbsp;: {expected.step}
      {expected.on === null ? '' : `, le ${frenchDate(expected.on)}`}. En notant cet acte, vous le réglez.
    </InsetText>
  )
