import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { barChart } from './bar-chart.ts'
import { Chart } from './chart.tsx'
import { DRAWN, FranceMap } from './france-map.tsx'
import { levelChart } from './level-chart.ts'
import { lineChart } from './line-chart.ts'
import { levelsOf, Tiles } from './tiles.tsx'

test('a drawing is inline SVG without any style or script, each mark with its French label, and what it is', async () => {
  const svg = await barChart({
    description: 'Taux de sorties dynamiques',
    axis: 'Part des sorties',
    percent: true,
    bars: [
      { label: 'ACI', value: 0.625, text: '62,5 %', low: 0.4, high: 0.8, marked: true },
      { label: 'EI', value: 0.5, text: '50 %' },
      { label: '<b>A & B', value: 0.2, text: '20 %' },
    ],
    rule: { value: 0.6, label: 'Objectif' },
  })
  assert.match(svg, /^<svg /)
  assert.doesNotMatch(svg, /style=|<style|<script|on\w+=/)
  assert.match(svg, /aria-label="ACI\u00a0: 62,5 %"/)
  assert.match(svg, /aria-label="Taux de sorties dynamiques"/)
  assert.doesNotMatch(svg, /<b>/)
  assert.doesNotMatch(svg, /lower|upper|undefined|NaN/)
})

test('a line stops where there is no figure, and numbers of the axis are French', async () => {
  const svg = await lineChart({
    description: 'ETP par mois',
    axis: 'ETP',
    moments: ['janv.', 'févr.', 'mars'],
    lines: [{ label: 'Réalisés', values: [1200.5, null, 3000] }],
    textOf: (value) => `${value} ETP`,
  })
  assert.doesNotMatch(svg, /style=|NaN|févr\.\u00a0: 0/)
  assert.match(svg, /aria-label="Réalisés, mars\u00a0: 3000 ETP"/)
  assert.match(svg, /[123]\u202f?\d{3}/)
  assert.doesNotMatch(svg, /aria-label="Réalisés, févr/)
})

test('levels have names and no figures; each point says when it was', async () => {
  const svg = await levelChart({
    description: 'Ce qui a changé',
    levels: ['C’est difficile', 'Ça va'],
    rows: [
      {
        label: 'Mobilité',
        points: [
          { when: 'entrée', level: 0 },
          { when: 'sortie', level: 1 },
        ],
      },
      { label: 'Logement', points: [] },
    ],
  })
  assert.doesNotMatch(svg, /style=|NaN|undefined/)
  assert.match(svg, /aria-label="Mobilité, entrée\u00a0: C’est difficile"/)
  assert.match(svg, /aria-label="Mobilité, sortie\u00a0: Ça va"/)
  assert.match(svg, />Ça va</)
  assert.doesNotMatch(svg, /aria-label="Logement/)
})

test('a chart never stands without its table', () => {
  const html = renderToString(
    <Chart title="ETP" svg="<svg></svg>">
      <table />
    </Chart>,
  )
  assert.match(html, /<figcaption[^>]*>ETP/)
  assert.match(html, /Lire le tableau.*<table/s)
})

test('the map writes the value of each place, and draws no overseas département', () => {
  const html = renderToString(<FranceMap label="Structures" tiles={[{ id: '11', label: 'Aude', text: '42', level: 4 }]} />)
  assert.match(html, /<title>Aude\u00a0: 42<\/title>/)
  assert.ok(DRAWN.has('2A') && DRAWN.has('11') && !DRAWN.has('974'))
})

test('tiles write their value; a place without a figure has no shade', () => {
  assert.deepEqual(levelsOf([null, 0, 2, 8]), [0, 1, 1, 4])
  assert.match(
    renderToString(<Tiles label="Outre-mer" tiles={[{ id: '974', label: 'La Réunion', text: '12', level: 2 }]} />),
    /m-level-2.*La Réunion.*12/s,
  )
})
