import {
  type Cents,
  daysOf,
  frenchHours,
  frenchMonth,
  frenchNumber,
  type Law,
  NoTextInForce,
  plural,
  type SiaeKind,
  share,
} from '@maillage/kernel'
import { shownRatio } from '@maillage/rules'
import { unitAmount } from '@maillage/rules/financing'
import { DataTable, Tag } from '@maillage/ui'
import { money } from '../aid-words.fr.ts'
import type { AwaitedHours } from '../model.ts'

interface Priced {
  readonly law: Law
  readonly kind: SiaeKind
  /** Code of the département. */
  readonly departement: string
}

/** What one month of the former annex would be worth; undefined when no text prices it. */
function projectedAmount({ law, kind, departement }: Priced, { month, measure, projected }: AwaitedHours): Cents | undefined {
  if (!projected) return undefined
  try {
    const { amount } = unitAmount(law, { kind, measure, departement }, daysOf(month).first)
    return share(amount, projected.posts.numerator, projected.posts.denominator * 12)
  } catch (fault) {
    if (fault instanceof NoTextInForce) return undefined
    throw fault
  }
}

/** Months worked before their annex is signed: their hours are kept, their aid is neither paid nor zero. */
export function AwaitingSection({ rows, ...priced }: Priced & { readonly rows: readonly AwaitedHours[] }) {
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="en-attente">
      <h2 class="govuk-heading-m" id="en-attente">
        En attente d’annexe
      </h2>
      <p class="govuk-body">
        Ces mois ont été travaillés et aucune annexe connue ne les couvre. Leurs heures sont gardées. Leur aide n’est pas nulle&nbsp;: elle
        sera calculée à la signature de l’annexe. Une projection prolonge l’ancienne annexe, pour un ordre de grandeur&nbsp;; elle n’est
        ajoutée à aucun total.
      </p>
      <DataTable
        caption="Mois sans annexe"
        counted={['mois', 'mois']}
        rows={rows}
        rowKey={({ month, measure }) => `${month} ${measure}`}
        columns={[
          { key: 'mois', label: 'Mois', render: ({ month }) => frenchMonth(month) },
          { key: 'heures', label: 'Heures gardées', align: 'end', render: ({ hours }) => frenchHours(hours) },
          { key: 'etp', label: 'ETP réalisés', align: 'end', render: ({ realised }) => frenchNumber(shownRatio(realised), 3) },
          { key: 'aide', label: 'Aide', render: () => <Tag tone="attention">En attente d’annexe</Tag> },
          {
            key: 'projection',
            label: 'Projection sur l’ancienne annexe',
            render: (row) => {
              if (!row.projected) return 'Aucune ancienne annexe'
              const amount = projectedAmount(priced, row)
              const posts = plural(shownRatio(row.projected.posts), 'poste')
              return amount === undefined ? `${posts}\u00a0: aucun texte ne donne le montant` : `${posts}, soit ${money(amount)} ce mois-là`
            },
          },
        ]}
        empty={null}
      />
    </section>
  )
}
