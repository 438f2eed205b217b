import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../forms/button-link.tsx'

interface Props {
  readonly title: string
  /** Why it is empty and what to do about it. */
  readonly children: ComponentChildren
  readonly action?: { readonly label: string; readonly href: string } | undefined
}

/**
 * Said where a list is empty: never a blank.
 * @example <EmptyState title="Aucune candidature" action={{ label: 'Proposer une personne', href: '…' }}>Les réponses arriveront ici.</EmptyState>
 */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div class="m-empty">
      <p class="m-empty-title">{title}</p>
      <div class="m-empty-text">{children}</div>
      {action ? (
        <ButtonLink kind="secondary" href={action.href}>
          {action.label}
        </ButtonLink>
      ) : null}
    </div>
  )
}
