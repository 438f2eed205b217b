import type { ComponentChildren } from 'preact'

interface Props {
  readonly summary: ComponentChildren
  readonly open?: boolean | undefined
  readonly children: ComponentChildren
}

/**
 * Something useful to some readers only, opened on demand. Printed open.
 * @example <Details summary="Qui peut lire cette note">…</Details>
 */
export function Details({ summary, open, children }: Props) {
  return (
    <details class="m-details" open={open}>
      <summary class="m-details-summary">{summary}</summary>
      <div class="m-details-body">{children}</div>
    </details>
  )
}
