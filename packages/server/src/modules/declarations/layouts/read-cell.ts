/** What a cell says: its value, or why it is not understood, as the end of a sentence that names its line and column. */
export type Read<T> = { readonly value: T } | { readonly why: string }

/** A cell that says nothing: spreadsheets and payroll tools write these for « none ». */
export const isEmptyCell = (typed: string): boolean => /^(?:|-+|–|—|n\/?a|#n\/a|null|néant|neant|sans|\?)$/i.test(typed.trim())

/** « 31/02/1990 », as a sentence quotes it; cut when it is long. */
export const quoted = (typed: string): string => {
  const shown = typed.trim()
  return `« ${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown} »`
}
