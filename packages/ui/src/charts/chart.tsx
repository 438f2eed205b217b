import type { ComponentChildren } from 'preact'

interface Props {
  readonly title: string
  /** Made by `barChart` or `lineChart`. */
  readonly svg: string
  /** What the drawing does not say: what is left out, how to read the marks. */
  readonly note?: ComponentChildren
  /** The same figures as a table: a drawing never stands alone. */
  readonly children: ComponentChildren
}

/**
 * A drawing and its table, which is one press away and printed with it.
 * @example <Chart title="ETP par mois" svg={svg}><DataTable … /></Chart>
 */
export function Chart({ title, svg, note, children }: Props) {
  return (
    <figure class="m-chart">
      <figcaption class="m-chart-title">{title}</figcaption>
      {/* On a phone it slides under the finger, or the keys, rather than become too small to read. */}
      <section
        class="m-chart-drawing"
        aria-label={`Dessin\u00a0: ${title}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that slides must be reached by keyboard
        tabIndex={0}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the server from figures; the renderer escapes every text
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      {note ? <p class="m-chart-note">{note}</p> : null}
      <details class="m-details m-chart-table">
        <summary class="m-details-summary">Lire le tableau</summary>
        <div class="m-details-body">{children}</div>
      </details>
    </figure>
  )
}
