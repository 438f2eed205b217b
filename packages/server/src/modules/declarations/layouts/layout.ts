import type { Read } from './read-cell.ts'

/** A column that a file may have: its exact title in our model, the titles of the payroll tools, how its cells are read. */
export interface LayoutColumn<T> {
  readonly label: string
  /** Normalised: lower case, no accent, no punctuation. The exact title comes first in the search, then its beginning, then its words. */
  readonly titles: readonly string[]
  readonly read: (typed: string) => Read<T>
  /** A file without this column, or without what replaces it, cannot be read. */
  readonly required?: boolean
  /** The column that says the same in one cell: « Nom et prénom ». */
  readonly orElse?: string
  /** What the example line of the model shows. */
  readonly example: string
  /** The answers, when there are few: a correction chooses one. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
}

// The value of each column is kept by its own type in `Values`; here any of them goes.
export type Layout = Readonly<Record<string, LayoutColumn<unknown>>>

export type ColumnOf<L extends Layout> = keyof L & string

/** What a line says, column by column; null: nothing. */
export type Values<L extends Layout> = { readonly [K in keyof L]: L[K] extends LayoutColumn<infer T> ? T | null : never }

/** Column of the layout → rank of the column of the file, from 0. */
export type Mapping<L extends Layout = Layout> = Readonly<Partial<Record<ColumnOf<L>, number>>>

/** The columns that miss in a mapping: required, and nothing in their place. */
export const missingColumns = <L extends Layout>(layout: L, mapping: Mapping): readonly ColumnOf<L>[] =>
  (Object.keys(layout) as ColumnOf<L>[]).filter((key) => {
    const column = layout[key]
    return column?.required && mapping[key] === undefined && (column.orElse === undefined || mapping[column.orElse] === undefined)
  })
