import { normalised } from '@maillage/kernel'
import type { Layout, LayoutColumn, Mapping } from './layout.ts'

/** What no file brings: a column of these is neither read nor shown again. */
const NEVER: readonly (readonly [RegExp, string])[] = [
  [
    /\bnir\b|\bn i r\b|\bnia\b|securite sociale|\bsecu\b|\b(n|no|num|numero) ?(de |d )?(ss|insee)\b|^(ss|insee)$/,
    'le numéro de sécurité sociale ne s’importe pas : la paie le saisit, depuis « Contrats »',
  ],
  [/\biban\b|\brib\b|\bbic\b|banque|bancaire|domiciliation/, 'les coordonnées bancaires ne sont pas gardées ici'],
  [/salaire|\bbrut\b|\bnet\b|remuneration|taux horaire|\bcout\b|cotisation/, 'les salaires ne sont pas gardés ici'],
  [/nationalite|titre de sejour|carte de sejour/, 'la nationalité et le titre de séjour ne sont pas importés'],
  [/\brqth\b|handicap|\baah\b|invalidite|maladie|medical|absence|arret/, 'ce qui touche à la santé n’est pas importé'],
]

/** Why a column is never read; undefined when it may be. */
export function neverRead(title: string): string | undefined {
  const key = normalised(title)
  return NEVER.find(([words]) => words.test(key))?.[1]
}

/** How well a title names a column: exactly, then as it begins, then somewhere in it; a longer name is a better one. */
function likeness(key: string, { label, titles }: LayoutColumn<unknown>): number {
  let best = 0
  for (const title of [normalised(label), ...titles]) {
    const fits = key === title ? 3000 : key.startsWith(`${title} `) ? 2000 : ` ${key} `.includes(` ${title} `) ? 1000 : 0
    if (fits > 0) best = Math.max(best, fits + title.length)
  }
  return best
}

/**
 * Which column of a file is which of ours, by their titles; what was chosen for this structure before comes first. Each column serves once.
 * @param remembered title as the file wrote it, normalised → column of ours, or '' for « laissée de côté »
 */
export function recogniseColumns<L extends Layout>(
  layout: L,
  titles: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
): Mapping<L> {
  const found: Record<string, number> = {}
  const taken = new Set<number>()
  const place = (key: string, at: number) => {
    if (found[key] !== undefined || taken.has(at)) return
    found[key] = at
    taken.add(at)
  }
  const keys = titles.map((title) => normalised(title))
  keys.forEach((key, at) => {
    const before = remembered[key]
    if (key === '' || neverRead(key) !== undefined || before === '') taken.add(at)
    else if (before !== undefined && before in layout) place(before, at)
  })
  const guesses = Object.entries(layout).flatMap(([name, column]) =>
    keys.flatMap((key, at) => {
      const score = likeness(key, column)
      return score > 0 ? [{ name, at, score }] : []
    }),
  )
  for (const { name, at } of guesses.toSorted((a, b) => b.score - a.score || a.at - b.at)) place(name, at)
  return found as Mapping<L>
}

const HEADINGS_AT_MOST = 30

/** The line of titles: the first lines of an export are often the name of the tool and a period. The one that names most columns of ours, from 0. */
export function titleRow(layout: Layout, rows: readonly (readonly string[])[], remembered: Readonly<Record<string, string>> = {}): number {
  let best = { at: 0, named: 0 }
  rows.slice(0, HEADINGS_AT_MOST).forEach((row, at) => {
    const named = Object.keys(recogniseColumns(layout, row, remembered)).length
    if (named > best.named) best = { at, named }
  })
  return best.at
}
