import type { ComponentChildren } from 'preact'

/**
 * Buttons and links side by side, the main one first.
 * @example <ButtonGroup><Button>Envoyer</Button><a class="govuk-link" href="/candidatures">Annuler</a></ButtonGroup>
 */
export function ButtonGroup({ children }: { children: ComponentChildren }) {
  return <div class="m-button-group">{children}</div>
}
