import { renderChart } from './render-chart.ts'

/** One bar, named; `low` and `high`: what chance alone may do. */
export interface Bar {
  readonly label: string
  readonly value: number
  /** Written at the end of the bar, in French. */
  readonly text: string
  readonly low?: number | undefined
  readonly high?: number | undefined
  /** The one that the page is about. */
  readonly marked?: boolean | undefined
}

interface BarChart {
  readonly description: string
  readonly axis: string
  readonly bars: readonly Bar[]
  readonly percent?: boolean | undefined
  /** A value to compare with, drawn as a line, and its name. */
  readonly rule?: { readonly value: number; readonly label: string } | undefined
  readonly width?: number | undefined
}

/**
 * Horizontal bars in the order given, with their interval when they have one.
 * @example await barChart({ description: 'Sorties par classe', axis: 'Sorties', bars: [{ label: 'Emploi durable', value: 12, text: '12' }] })
 */
export function barChart({ description, axis, bars, percent = false, rule, width = 420 }: BarChart): Promise<string> {
  const order = bars.map(({ label }) => label)
  const values = bars.map((bar) => ({ ...bar, marked: bar.marked === true, said: `${bar.label}\u00a0: ${bar.text}` }))
  const y = { field: 'label', type: 'nominal', sort: order, title: null, axis: { ticks: false, domain: false, labelLimit: 340 } }
  const x = {
    field: 'value',
    type: 'quantitative',
    title: axis,
    axis: percent ? { labelExpr: "format(datum.value * 100, '.0f') + '\u00a0%'", tickCount: 5 } : { tickCount: 5, tickMinStep: 1 },
    scale: { domainMin: 0, ...(percent ? { domainMax: 1 } : {}) },
  }
  const bounded = values.filter(({ low, high }) => low !== undefined && high !== undefined)
  const fill = { condition: { test: 'datum.marked', value: '#74275f' }, value: '#b98aad' }
  return renderChart({
    description,
    width,
    height: { step: 30 },
    layer: [
      {
        data: { values },
        mark: { type: 'bar', height: 18 },
        encoding: { y, x, color: fill, description: { field: 'said', type: 'nominal' } },
      },
      ...(bounded.length === 0
        ? []
        : [
            {
              data: { values: bounded },
              mark: { type: 'rule', color: '#2a1c29', strokeWidth: 2, aria: false },
              encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
            },
            {
              data: { values: bounded },
              mark: { type: 'tick', color: '#2a1c29', size: 10, thickness: 2, aria: false },
              encoding: { y, x: { ...x, field: 'low' } },
            },
            {
              data: { values: bounded },
              mark: { type: 'tick', color: '#2a1c29', size: 10, thickness: 2, aria: false },
              encoding: { y, x: { ...x, field: 'high' } },
            },
          ]),
      {
        data: { values: values.map((bar) => ({ ...bar, end: Math.max(bar.value, bar.high ?? 0) })) },
        mark: { type: 'text', align: 'left', dx: 6, aria: false },
        encoding: { y, x: { ...x, field: 'end' }, text: { field: 'text', type: 'nominal' } },
      },
      ...(rule === undefined
        ? []
        : [
            {
              data: { values: [rule] },
              mark: { type: 'rule', color: '#744400', strokeDash: [5, 4], strokeWidth: 2, aria: false },
              encoding: { x },
            },
          ]),
    ],
  })
}
