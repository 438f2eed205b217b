import type { ComponentChildren } from 'preact'

/**
 * A text set apart: a quotation, a rule to remember.
 * @example <InsetText>Le PASS IAE suit la personne d’une structure à l’autre.</InsetText>
 */
export function InsetText({ children }: { children: ComponentChildren }) {
  return <div class="govuk-inset-text m-inset">{children}</div>
}
