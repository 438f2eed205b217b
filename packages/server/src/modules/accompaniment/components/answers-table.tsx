import { CAPABILITIES, CAPABILITY_NAMES } from '@maillage/rules/accompaniment'
import { DataTable, EmptyState } from '@maillage/ui'
import type { Review } from '../model-reviews.ts'
import { LEVEL_LABELS } from '../review-words.fr.ts'

/** What was said at one review, domain by domain. */
export const AnswersTable = ({ answers }: Pick<Review, 'answers'>) => (
  <DataTable
    caption="Comment cela va, dit par la personne"
    counted={['domaine', 'domaines']}
    rows={CAPABILITY_NAMES.flatMap((name) => (answers[name] ? [{ name, ...answers[name] }] : []))}
    rowKey={({ name }) => name}
    columns={[
      { key: 'domaine', label: 'Domaine', render: ({ name }) => CAPABILITIES[name].label },
      { key: 'niveau', label: 'Cela va', render: ({ level }) => LEVEL_LABELS[level] },
      { key: 'mots', label: 'Ses mots', long: true, render: ({ words }) => words ?? '–' },
    ]}
    empty={<EmptyState title="Aucun domaine abordé">Seul ce que la personne retient a été écrit.</EmptyState>}
  />
)
