import { frenchHours, frenchShortDate } from '@maillage/kernel'
import { type Column, DataTable, EmptyState, FilterForm, Select, Tag, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { show } from '../../../platform/http/reply.ts'
import { mayState } from '../policy.ts'
import { type OwedStatement, owedStatements, statementHref } from '../queries/owed-statements.ts'
import { MISSIONS, STATEMENTS } from './placement-trail.ts'

const STATES = [
  { value: 'a-valider', label: 'À valider', shows: ({ state }: OwedStatement) => state === 'typed' },
  { value: 'a-venir', label: 'Du mois ou de la semaine en cours', shows: ({ state, due }: OwedStatement) => state === 'missing' && !due },
  { value: 'valides', label: 'Validés', shows: ({ state }: OwedStatement) => state === 'validated' },
  { value: 'tous', label: 'Tous', shows: () => true },
] as const
const waits = ({ state, due }: OwedStatement) => state === 'typed' || (state === 'missing' && due)

const COLUMNS: readonly Column<OwedStatement>[] = [
  {
    key: 'releve',
    label: 'Relevé',
    render: ({ assignmentId, days, personName }) => (
      <a class="govuk-link" href={statementHref(assignmentId, days.first)}>
        {personName ?? 'Personne non accessible'}
      </a>
    ),
  },
  { key: 'client', label: 'Client', render: ({ clientName, work }) => `${clientName}, ${work}` },
  { key: 'jours', label: 'Jours', render: ({ days: { first, last } }) => `du ${frenchShortDate(first)} au ${frenchShortDate(last)}` },
  { key: 'heures', label: 'Heures', align: 'end', render: ({ hours }) => (hours === null ? '–' : frenchHours(hours)) },
  { key: 'signe', label: 'Signé', render: ({ state, signed }) => (state === 'missing' ? '–' : signed ? 'Oui' : 'Non') },
  {
    key: 'etat',
    label: 'État',
    render: ({ state, due }) =>
      state === 'validated' ? (
        <Tag tone="positive">Validé</Tag>
      ) : state === 'typed' ? (
        <Tag>À valider</Tag>
      ) : due ? (
        <Tag tone="attention">Manquant</Tag>
      ) : (
        <Tag>En cours</Tag>
      ),
  },
]

/** The statements that are missing, and those typed that nobody validated. */
export const statementsPage = memberPage({
  path: STATEMENTS,
  allowed: mayState,
  async get({ query, read }) {
    const owed = await read(owedStatements)
    const state = STATES.find(({ value }) => value === text(query, 'etat'))
    return show(
      'Relevés',
      <>
        <h1 class="govuk-heading-l">Relevés d’heures</h1>
        <p class="govuk-body">
          Ce que les clients ont à signer, pour les missions des quatre derniers mois. Un relevé validé s’écrit dans le mois de la structure
          :{' '}
          <a class="govuk-link" href={`${STATEMENTS}/mois`}>
            voir les heures du mois par mission
          </a>
          .
        </p>
        <FilterForm action={STATEMENTS} active={state ? 1 : 0} clearHref={STATEMENTS}>
          <Select
            form={{ values: query, errors: [] }}
            name="etat"
            label="Relevés"
            placeholder="Manquants ou à valider"
            options={STATES.map(({ value, label }) => ({ value, label }))}
            optional
          />
        </FilterForm>
        <DataTable
          caption="Relevés"
          counted={['relevé', 'relevés']}
          columns={COLUMNS}
          rows={owed.filter(state?.shows ?? waits)}
          rowKey={({ assignmentId, days }) => `${assignmentId}/${days.first}`}
          empty={
            state ? (
              <EmptyState
                title="Aucun relevé ne correspond"
                action={{ label: 'Voir les relevés manquants', href: withQuery(STATEMENTS, {}, {}) }}
              >
                Changez de filtre.
              </EmptyState>
            ) : (
              <EmptyState title="Aucun relevé ne manque" action={{ label: 'Voir les missions', href: MISSIONS }}>
                Les relevés des missions terminées ce mois-ci sont tous validés.
              </EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Relevés' }] },
    )
  },
})
