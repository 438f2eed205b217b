import type { ComponentChildren } from 'preact'

export interface RollLine {
  /** The anchor to which a press comes back. */
  readonly id: string
  readonly title: ComponentChildren
  readonly children: ComponentChildren
}

/**
 * People one after the other, each with what is to be said of them: made for a phone held in one hand.
 * @example <Roll label="Équipe" lines={[{ id: 'personne-1', title: 'Léa PIN', children: <Taps … /> }]} />
 */
export function Roll({ label, lines }: { readonly label: string; readonly lines: readonly RollLine[] }) {
  return (
    <ul class="m-roll" aria-label={label}>
      {lines.map(({ id, title, children }) => (
        <li class="m-roll-line" id={id} key={id}>
          <h2 class="m-roll-title">{title}</h2>
          {children}
        </li>
      ))}
    </ul>
  )
}
