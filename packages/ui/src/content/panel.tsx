import type { ComponentChildren } from 'preact'

/**
 * The end of a procedure: the page title itself, and the reference to keep.
 * @example <Panel title="Embauche déclarée">Numéro de PASS IAE : 11000 26 00042</Panel>
 */
export function Panel({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="m-panel">
      <h1 class="m-panel-title">{title}</h1>
      {children ? <div class="m-panel-body">{children}</div> : null}
    </div>
  )
}
