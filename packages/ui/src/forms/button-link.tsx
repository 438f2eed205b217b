import type { ComponentChildren } from 'preact'
import type { ButtonKind } from './button.tsx'

interface Props {
  readonly href: string
  readonly kind?: ButtonKind | undefined
  readonly children: ComponentChildren
}

/**
 * A link that begins something, with the look of a button. It changes nothing by itself.
 * @example <ButtonLink href="/candidatures/nouvelle">Proposer une personne</ButtonLink>
 */
export function ButtonLink({ href, kind = 'primary', children }: Props) {
  return (
    <a class={`m-button m-button-${kind}`} href={href}>
      {children}
    </a>
  )
}
