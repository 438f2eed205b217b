import { day, frenchNumber, monthOf } from '@maillage/kernel'
import { barChart, lineChart } from '@maillage/ui'
import { type Figure, MILLION } from '../../indicators/index.ts'
import type { FigureSet } from '../figure-set.ts'
import type { FigureLine } from '../lines.ts'

const SHORT = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.']

const monthly = (figures: readonly Figure[]) =>
  SHORT.map((_, index) => {
    const found = figures.find(({ month }) => month !== null && monthOf(day(month)) % 12 === index)
    return found?.state === 'shown' && found.numerator !== null ? (found.numerator * 12) / MILLION : null
  })

/** Full-time equivalents month by month, as a level: a month that is not declared or not shown leaves a gap. Null when there is nothing to draw. */
export async function fteChart(set: FigureSet): Promise<{ readonly svg: string; readonly rows: readonly MonthRow[] } | null> {
  const [realised, agreed] = [monthly(set.months('realised-fte', 'with-annex')), monthly(set.months('agreed-fte', 'declared'))]
  if (![...realised, ...agreed].some((value) => value !== null)) return null
  const svg = await lineChart({
    description: 'ETP réalisés et conventionnés, mois par mois',
    axis: 'ETP dans le mois',
    moments: SHORT,
    lines: [
      { label: 'ETP réalisés', values: realised },
      { label: 'ETP conventionnés', values: agreed },
    ],
    textOf: (value) => `${frenchNumber(value, 1)} ETP`,
  })
  return { svg, rows: SHORT.map((month, index) => ({ month, realised: realised[index] ?? null, agreed: agreed[index] ?? null })) }
}

export interface MonthRow {
  readonly month: string
  readonly realised: number | null
  readonly agreed: number | null
}

/** Lines of counts as bars; those without a value are in the table only. Null when none has one. */
export function countChart(description: string, lines: readonly FigureLine[]): Promise<string> | null {
  const shown = lines.filter(({ value, measured }) => value !== null && measured.numerator !== null)
  if (shown.length === 0) return null
  return barChart({
    description,
    axis: description,
    bars: shown.map(({ label, value, measured }) => ({ label, value: measured.numerator ?? 0, text: value ?? '', marked: true })),
  })
}

/** A rate in several places, each with its interval, in the order of names. Null when fewer than two are shown. */
export function rateChart(
  description: string,
  places: readonly { readonly label: string; readonly line: FigureLine; readonly marked: boolean }[],
): Promise<string> | null {
  const shown = places.filter(
    ({ line: { value, measured } }) => value !== null && measured.numerator !== null && (measured.denominator ?? 0) >= 5,
  )
  if (shown.length < 2) return null
  return barChart({
    description,
    axis: description,
    percent: true,
    bars: shown.map(({ label, marked, line: { value, measured } }) => ({
      label,
      marked,
      value: (measured.numerator ?? 0) / (measured.denominator ?? 1),
      text: value ?? '',
      ...(measured.interval && measured.interval.high !== null ? { low: measured.interval.low, high: measured.interval.high } : {}),
    })),
  })
}
