import type { Figure, IndicatorCode, Measured } from '../indicators/index.ts'
import { measured } from '../indicators/index.ts'

/** The figures of one reader in one scope: found by indicator and dimension. */
export class FigureSet {
  readonly #figures: readonly Figure[]

  constructor(figures: readonly Figure[]) {
    this.#figures = figures
  }

  /** The figure of the year. */
  of(indicator: IndicatorCode, dimension = 'all'): Measured | undefined {
    return measured(this.#figures.find((each) => each.indicator === indicator && each.dimension === dimension && each.month === null))
  }

  /** A figure month by month, in order. */
  months(indicator: IndicatorCode, dimension = 'all'): readonly Figure[] {
    return this.#figures
      .filter((each) => each.indicator === indicator && each.dimension === dimension && each.month !== null)
      .toSorted((a, b) => ((a.month ?? '') < (b.month ?? '') ? -1 : 1))
  }

  get isEmpty(): boolean {
    return this.#figures.length === 0
  }
}

/** What the reader reads of a territory: the wider figures where they are the authority or a funder, those of every member elsewhere. */
export function territorySet(figures: readonly Figure[], kind: string): FigureSet {
  const here = figures.filter((each) => each.siaeId === null && each.kind === kind)
  const wide = here.filter(({ audience }) => audience === 'authority')
  return new FigureSet(wide.length > 0 ? wide : here.filter(({ audience }) => audience === 'insiders'))
}

/** What the reader reads of one structure: for itself, or as authority or funder. */
export function structureSet(figures: readonly Figure[], siaeId: string): FigureSet {
  const here = figures.filter((each) => each.siaeId === siaeId)
  const own = here.filter(({ audience }) => audience === 'structure')
  return new FigureSet(own.length > 0 ? own : here.filter(({ audience }) => audience === 'authority'))
}
