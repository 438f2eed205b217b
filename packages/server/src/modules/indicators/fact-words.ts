import type { IndicatorCard } from './model.ts'

/** The facts a figure is made of, as they are called on the screens: a card also names their tables, for whoever checks its computation. */
export const factWords = ({ facts }: Pick<IndicatorCard, 'facts'>): string =>
  facts.map((fact) => fact.replace(/ \([a-z_, ]+\)/g, '')).join('\u202f; ')
