import { renderChart } from './render-chart.ts'

/** One line of the drawing: what is said of one thing at several moments, the first first. */
export interface LevelRow {
  readonly label: string
  readonly points: readonly { readonly when: string; readonly level: number }[]
}

interface LevelChart {
  readonly description: string
  /** From the lowest to the highest: a point says its place among them. */
  readonly levels: readonly string[]
  readonly rows: readonly LevelRow[]
  readonly width?: number | undefined
}

/**
 * Where each thing stood, first and last, on a few levels that have names and no figures. First an empty circle, last a full one, those between small.
 * @example await levelChart({ description: 'Ce qui a changé', levels: ['Difficile', 'Ça va'], rows: [{ label: 'Mobilité', points: [{ when: 'entrée', level: 0 }, { when: 'sortie', level: 1 }] }] })
 */
export function levelChart({ description, levels, rows, width = 180 }: LevelChart): Promise<string> {
  const values = rows.flatMap(({ label, points }) =>
    points.map(({ when, level }, at) => ({
      label,
      level,
      place: at === points.length - 1 ? 'last' : at === 0 ? 'first' : 'between',
      said: `${label}, ${when}\u00a0: ${levels[level]}`,
    })),
  )
  const names = levels.map((name, at) => `datum.value === ${at} ? ${JSON.stringify(name)}`).join(' : ')
  const y = { field: 'label', type: 'nominal', sort: rows.map(({ label }) => label), title: null, axis: { ticks: false, domain: false } }
  const x = {
    field: 'level',
    type: 'quantitative',
    title: null,
    scale: { domain: [0, levels.length - 1], padding: 14, nice: false },
    axis: { values: levels.map((_, at) => at), labelExpr: `${names} : ''`, domain: false },
  }
  const only = (place: string) => [{ filter: `datum.place === '${place}'` }]
  const told = { field: 'said', type: 'nominal' }
  return renderChart({
    description,
    width,
    height: { step: 36 },
    data: { values },
    layer: [
      {
        transform: [
          {
            aggregate: [
              { op: 'min', field: 'level', as: 'low' },
              { op: 'max', field: 'level', as: 'high' },
            ],
            groupby: ['label'],
          },
        ],
        mark: { type: 'rule', color: '#b98aad', strokeWidth: 3, aria: false },
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      {
        transform: only('between'),
        mark: { type: 'circle', color: '#5d4e5b', size: 30, opacity: 1 },
        encoding: { y, x, description: told },
      },
      {
        transform: only('first'),
        mark: { type: 'point', stroke: '#17566a', fill: '#fff', size: 260, strokeWidth: 2.5, opacity: 1 },
        encoding: { y, x, description: told },
      },
      { transform: only('last'), mark: { type: 'circle', color: '#74275f', size: 110, opacity: 1 }, encoding: { y, x, description: told } },
    ],
  })
}
