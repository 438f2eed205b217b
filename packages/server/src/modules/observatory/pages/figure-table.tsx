import { type Column, DataTable, EmptyState } from '@maillage/ui'
import { exclusionsOf, type FigureLine } from '../lines.ts'

const COLUMNS: readonly Column<FigureLine>[] = [
  { key: 'chiffre', label: 'Chiffre', render: ({ label }) => label },
  {
    key: 'valeur',
    label: 'Valeur',
    align: 'end',
    render: ({ value, unit, why }) => (value === null ? why : `${value}${unit ? `\u00a0${unit}` : ''}`),
  },
  {
    key: 'precision',
    label: 'À savoir',
    long: true,
    render: (line) => [...line.details, ...exclusionsOf(line.measured)].join('. ') || '–',
  },
]

/** Figures as a table: what a drawing shows, and what it cannot. */
export function FigureTable({ caption, lines }: { readonly caption: string; readonly lines: readonly FigureLine[] }) {
  return (
    <DataTable
      caption={caption}
      counted={['chiffre', 'chiffres']}
      columns={COLUMNS}
      rows={lines}
      rowKey={({ key }) => key}
      empty={<EmptyState title="Aucun chiffre">Rien à compter sur la période.</EmptyState>}
    />
  )
}
