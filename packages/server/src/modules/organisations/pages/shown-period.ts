import { frenchDate, type OpenPeriod } from '@maillage/kernel'

/** `depuis le 1er mars 2024`, `du 1er mars 2024 au 28 février 2029` */
export const shownPeriod = ({ first, last }: OpenPeriod): string =>
  last === null ? `depuis le ${frenchDate(first)}` : `du ${frenchDate(first)} au ${frenchDate(last)}`

/** The same, at the beginning of a cell. */
export const startingPeriod = (open: OpenPeriod): string => {
  const shown = shownPeriod(open)
  return `${shown.charAt(0).toUpperCase()}${shown.slice(1)}`
}
