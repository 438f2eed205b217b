import * as vega from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

const FRENCH = {
  decimal: ',',
  thousands: '\u202f',
  grouping: [3],
  currency: ['', '\u00a0€'],
}

/** Ours: the colours of the style sheet, readable without colour, no decoration. */
const LOOK = {
  background: 'transparent',
  font: 'Atkinson Hyperlegible Next, system-ui, sans-serif',
  view: { stroke: null },
  axis: {
    aria: false,
    labelFontSize: 13,
    titleFontSize: 13,
    labelColor: '#2a1c29',
    titleColor: '#5d4e5b',
    gridColor: '#e4d9ca',
    domainColor: '#7d6a77',
    tickColor: '#7d6a77',
    titleFontWeight: 'normal',
    labelLimit: 260,
  },
  legend: { aria: false, labelFontSize: 13, titleFontSize: 13, labelColor: '#2a1c29', orient: 'top', title: null, labelLimit: 320 },
  text: { fontSize: 13, color: '#2a1c29' },
} as const

/** Without a screen to measure on, texts are taken for half wider than they are: names were cut, and drawings pushed to the right. */
const measures = (
  vega as unknown as { textMetrics: { width(item: { readonly fontSize?: number }, text: string | number | null | undefined): number } }
).textMetrics
measures.width = ({ fontSize = 11 }, text) => String(text ?? '').length * fontSize * 0.55

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/**
 * A Vega-Lite drawing as an inline SVG, made on the server: no script, no inline style, numbers in French. `description` is what is read instead of it.
 * @example await renderChart({ description: 'ETP par mois', data: { values }, mark: 'bar', encoding })
 */
export async function renderChart(spec: Record<string, unknown> & { readonly description: string }): Promise<string> {
  const { spec: compiled } = compile({ ...spec, config: LOOK } as unknown as TopLevelSpec, { logger: vega.logger(vega.Error) as never })
  const view = new vega.View(vega.parse(compiled, undefined), {
    renderer: 'none',
    locale: { number: FRENCH } as never,
    logger: vega.logger(vega.Error),
  })
  try {
    const svg = await view.toSVG()
    return svg.replace('<svg ', `<svg role="graphics-document" aria-label="${escaped(spec.description)}" `)
  } finally {
    view.finalize()
  }
}
