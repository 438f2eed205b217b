import { frenchDate } from '@maillage/kernel'
import { Tag } from '@maillage/ui'
import { OWN_DOERS } from '../own-words.fr.ts'
import type { OwnAction } from '../queries/own-plan.ts'

/** What is to be done and what is done, said to the person. */
export const OwnActions = ({ actions }: { readonly actions: readonly OwnAction[] }) =>
  actions.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {actions.map(({ id, words, doer, dueOn, state }) => (
        <li key={id}>
          {words}{' '}
          {state === 'done' ? (
            <Tag tone="positive">C’est fait</Tag>
          ) : (
            <span class="govuk-hint">
              {OWN_DOERS[doer]}
              {dueOn === null ? '' : `, avant le ${frenchDate(dueOn)}`}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
