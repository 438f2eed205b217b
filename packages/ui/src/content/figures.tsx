import type { ComponentChildren } from 'preact'

/**
 * Key figures side by side.
 * @example <Figures><Figure … /><Figure … /></Figures>
 */
export function Figures({ children }: { children: ComponentChildren }) {
  return <div class="m-figures">{children}</div>
}
