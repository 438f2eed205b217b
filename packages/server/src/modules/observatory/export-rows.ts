import { exclusionsOf, exitLines, type FigureLine, keyLines, profileLines, residenceLines } from './lines.ts'
import type { Observation } from './observe.ts'

/** One line of an export: what the page shows, in the same words, with the raw numbers beside. */
export interface ExportRow {
  readonly territory: string
  readonly period: string
  readonly kind: string
  readonly section: string
  readonly line: FigureLine
}

/** Everything that the page shows to this reader, and nothing else. */
export function exportRows({ territory, asked, set }: Observation): readonly ExportRow[] {
  const of = { territory: territory.name, period: String(asked.year), kind: asked.kind === 'all' ? 'Tous' : asked.kind }
  return [
    ...keyLines(set).map((line) => ({ ...of, section: 'Chiffres clés', line })),
    ...exitLines(set).map((line) => ({ ...of, section: 'Sorties par classe', line })),
    ...residenceLines(set).map((line) => ({ ...of, section: 'Où vivent les personnes', line })),
    ...profileLines(set).map((line) => ({ ...of, section: 'Profils', line })),
  ]
}

/** Columns of the exports: title and plain text. */
export const EXPORT_COLUMNS: readonly { readonly label: string; readonly text: (row: ExportRow) => string }[] = [
  { label: 'Territoire', text: ({ territory }) => territory },
  { label: 'Année', text: ({ period }) => period },
  { label: 'Type de structure', text: ({ kind }) => kind },
  { label: 'Partie', text: ({ section }) => section },
  { label: 'Chiffre', text: ({ line }) => line.label },
  { label: 'Valeur', text: ({ line }) => line.value ?? '' },
  { label: 'Unité', text: ({ line }) => line.unit },
  { label: 'Pourquoi pas de valeur', text: ({ line }) => line.why ?? '' },
  { label: 'Précision', text: ({ line }) => line.details.join(' ; ') },
  { label: 'Laissé de côté', text: ({ line }) => exclusionsOf(line.measured).join(' ; ') },
  { label: 'Indicateur', text: ({ line }) => line.measured.card.code },
  { label: 'Version de la définition', text: ({ line }) => String(line.measured.card.version) },
]
