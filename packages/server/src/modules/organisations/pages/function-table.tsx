import { DataTable, EmptyState } from '@maillage/ui'
import { FUNCTION_LABELS } from '../messages.fr.ts'
import type { FunctionLine } from '../queries/organisation-card.ts'
import { startingPeriod } from './shown-period.ts'

/** What an organisation does, where and since when: one line each, because rights come from each of them. */
export const FunctionTable = ({ lines }: { readonly lines: readonly FunctionLine[] }) => (
  <DataTable<FunctionLine>
    caption="Rôle dans l’insertion"
    counted={['fonction', 'fonctions']}
    rows={lines}
    rowKey={({ id }) => id}
    columns={[
      { key: 'fonction', label: 'Fonction', render: (line) => FUNCTION_LABELS[line.function] },
      { key: 'territoire', label: 'Territoire', render: ({ territory }) => territory },
      { key: 'dates', label: 'Durée', render: ({ open }) => startingPeriod(open) },
    ]}
    empty={<EmptyState title="Aucune fonction enregistrée">Cette organisation n’agit encore dans aucun territoire.</EmptyState>}
  />
)
