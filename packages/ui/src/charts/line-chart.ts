import { renderChart } from './render-chart.ts'

/** A line of a chart, told from the others by its dash as well as by its colour. */
export interface Line {
  readonly label: string
  /** One value a moment; null where there is none: the line stops, it does not fall to zero. */
  readonly values: readonly (number | null)[]
}

interface LineChart {
  readonly description: string
  readonly axis: string
  readonly moments: readonly string[]
  readonly lines: readonly Line[]
  /** The text of a value, for who listens to the chart. */
  readonly textOf: (value: number) => string
  readonly width?: number | undefined
}

const COLOURS = ['#74275f', '#17566a', '#744400', '#1d6142']
const DASHES = [
  [1, 0],
  [7, 4],
  [2, 3],
  [9, 3, 2, 3],
]

/**
 * Lines over months.
 * @example await lineChart({ description: 'ETP par mois', axis: 'ETP', moments: ['janv.', 'févr.'], lines: [{ label: 'Réalisés', values: [10.2, null] }], textOf })
 */
export function lineChart({ description, axis, moments, lines, textOf, width = 560 }: LineChart): Promise<string> {
  const values = lines.flatMap(({ label, values: found }) =>
    moments.map((moment, at) => ({
      moment,
      label,
      value: found[at] ?? null,
      said: `${label}, ${moment}\u00a0: ${found[at] === null || found[at] === undefined ? 'pas de chiffre' : textOf(found[at])}`,
    })),
  )
  const names = lines.map(({ label }) => label)
  const encoding = {
    x: { field: 'moment', type: 'ordinal', sort: [...moments], title: null, axis: { labelAngle: 0, grid: false } },
    y: { field: 'value', type: 'quantitative', title: axis, scale: { zero: true }, axis: { tickCount: 5 } },
    color: { field: 'label', type: 'nominal', sort: names, scale: { domain: names, range: COLOURS.slice(0, names.length) } },
  }
  return renderChart({
    description,
    width,
    height: 220,
    data: { values },
    layer: [
      {
        mark: { type: 'line', strokeWidth: 2.5, aria: false },
        encoding: {
          ...encoding,
          strokeDash: { field: 'label', type: 'nominal', sort: names, scale: { domain: names, range: DASHES.slice(0, names.length) } },
        },
      },
      {
        transform: [{ filter: 'isValid(datum.value)' }],
        mark: { type: 'point', filled: true, size: 45 },
        encoding: { ...encoding, description: { field: 'said', type: 'nominal' } },
      },
    ],
  })
}
