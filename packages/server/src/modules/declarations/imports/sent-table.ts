import { type FileTable, tableIn } from '../layouts/file-table.ts'
import type { Layout } from '../layouts/layout.ts'
import { CHOSEN_PERSON, keptTable, LEFT_ASIDE } from './judged-line.ts'

/** The columns that a page carries: those of the layout, and what was chosen on screen. */
export const carriedColumns = (layout: Layout): readonly string[] => [...Object.keys(layout), CHOSEN_PERSON, LEFT_ASIDE]

/** The lines that a confirmation sends, without those left aside. */
export const sentTable = (layout: Layout, text: string): FileTable => keptTable(tableIn(text, carriedColumns(layout))).kept
