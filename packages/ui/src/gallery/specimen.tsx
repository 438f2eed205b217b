import type { ComponentChildren } from 'preact'

/** One component in one of its states, under the name of the state. */
export function Specimen({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="m-specimen">
      <h3 class="m-specimen-title">{title}</h3>
      {children}
    </div>
  )
}
