import { type CalendarDate, includes } from '@maillage/kernel'
import { DataTable, EmptyState, Tag } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { ROLE_LABELS } from '../../accounts/index.ts'
import { mayEndDelegation } from '../policy.ts'
import type { DelegationLine } from '../queries/delegations.ts'
import { startingPeriod } from './shown-period.ts'

interface Props {
  readonly lines: readonly DelegationLine[]
  readonly actor: Actor
  readonly today: CalendarDate
}

/** Who stands in for whom, now or soon. */
export const DelegationTable = ({ lines, actor, today }: Props) => (
  <DataTable<DelegationLine>
    caption="Suppléances"
    counted={['suppléance', 'suppléances']}
    rows={lines}
    rowKey={({ id }) => id}
    columns={[
      { key: 'absent', label: 'Membre suppléé', render: ({ from, role }) => `${from}, ${ROLE_LABELS[role] ?? role}` },
      { key: 'suppleant', label: 'Suppléé par', render: ({ to }) => to },
      { key: 'dates', label: 'Durée', render: ({ period }) => startingPeriod(period) },
      // Why a colleague is away may be an illness: it is for them and for whoever steers, the dates are for all.
      { key: 'motif', label: 'Motif', render: (line) => (mayEndDelegation(actor, line) ? line.reason : '–') },
      {
        key: 'etat',
        label: 'État',
        render: ({ period }) => (includes(period, today) ? <Tag tone="positive">En&nbsp;cours</Tag> : <Tag tone="info">À venir</Tag>),
      },
      ...(lines.some((line) => mayEndDelegation(actor, line))
        ? [
            {
              key: 'action',
              label: 'Action',
              render: (line: DelegationLine) =>
                mayEndDelegation(actor, line) && line.period.last > today ? (
                  <a class="govuk-link" href={`/suppleances/${line.id}/fin`}>
                    Mettre fin<span class="govuk-visually-hidden"> à la suppléance de {line.from}</span>
                  </a>
                ) : (
                  '–'
                ),
            },
          ]
        : []),
    ]}
    empty={
      <EmptyState title="Aucune suppléance">
        Avant une absence, désignez un collègue&nbsp;: il pourra agir à votre place pendant ce temps.
      </EmptyState>
    }
  />
)
