import { cents, frenchMonth, frenchShortDate } from '@maillage/kernel'
import { type Column, DataTable, EmptyState } from '@maillage/ui'
import { CAUSE_WORDS, money } from '../aid-words.fr.ts'
import type { Statement } from '../queries/statements-of.ts'

interface Change {
  readonly before: Statement
  readonly after: Statement | null
}

/** Each statement that is no longer said, with the one that followed it. */
function changesIn(statements: readonly Statement[]): readonly Change[] {
  const next = new Map(statements.flatMap((each) => (each.previousId === null ? [] : [[each.previousId, each]])))
  return statements
    .filter(({ supersededOn }) => supersededOn !== null)
    .map((before) => ({ before, after: next.get(before.id) ?? null }))
    .toSorted((a, b) => a.before.month - b.before.month)
}

const COLUMNS: readonly Column<Change>[] = [
  { key: 'mois', label: 'Mois', render: ({ before }) => frenchMonth(before.month) },
  { key: 'dit', label: 'Dit le', render: ({ before }) => frenchShortDate(before.saidOn) },
  { key: 'avant', label: 'Avant', align: 'end', render: ({ before }) => money(before.amount) },
  { key: 'apres', label: 'Après', align: 'end', render: ({ after }) => (after ? money(after.amount) : 'Pas encore redit') },
  {
    key: 'ecart',
    label: 'Écart',
    align: 'end',
    render: ({ before, after }) => (after ? money(cents(after.amount - before.amount)) : '–'),
  },
  {
    key: 'cause',
    label: 'Pourquoi',
    render: ({ after }) => (after ? CAUSE_WORDS[after.cause] : 'Mois repris par la structure, ou annexe annulée'),
  },
  {
    key: 'depuis',
    label: 'Depuis le',
    render: ({ before }) => (before.supersededOn === null ? '–' : frenchShortDate(before.supersededOn)),
  },
]

/** What was said and is no longer: the old and the new side by side, with why. */
export function ChangesSection({ statements }: { readonly statements: readonly Statement[] }) {
  const changes = changesIn(statements)
  return (
    <section aria-labelledby="ce-qui-a-change">
      <h2 class="govuk-heading-m" id="ce-qui-a-change">
        Ce qui a changé
      </h2>
      {changes.length > 0 ? (
        <p class="govuk-body">
          L’ancien montant de chaque mois reste lisible à côté du nouveau. Un écart d’un centime vient de l’arrondi, fait sur le cumul de
          l’annexe.
        </p>
      ) : null}
      <DataTable
        caption="Montants dits, puis changés"
        counted={['changement', 'changements']}
        rows={changes}
        rowKey={({ before }) => before.id}
        columns={COLUMNS}
        empty={
          <EmptyState title="Aucun changement">
            Aucun montant de cette année n’a changé depuis qu’il a été dit. Une annexe signée, un avenant ou des heures corrigées
            apparaîtront ici, avec l’ancien et le nouveau montant.
          </EmptyState>
        }
      />
    </section>
  )
}
