import type { ComponentChildren } from 'preact'

/**
 * The way back to the page before, in a procedure of several pages; elsewhere the breadcrumb is enough.
 * @example <BackLink href="/candidatures/12/identite" />
 */
export function BackLink({ href, children = 'Retour' }: { href: string; children?: ComponentChildren }) {
  return (
    <a class="govuk-back-link m-back" href={href}>
      {children}
    </a>
  )
}
