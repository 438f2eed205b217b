import { DataTable, EmptyState, FilterForm, readPage, SearchForm, Select, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { mayReadPlacements } from '../policy.ts'
import { missionRegister } from '../queries/mission-register.ts'
import { MISSION_COLUMNS } from './mission-columns.tsx'
import { MISSION_STATES, readMissionList } from './mission-list-query.ts'
import { COUNTERS, MISSIONS, REQUESTS, STATEMENTS } from './placement-trail.ts'

const SIZE = 25

/** Who works for whom: those that end first first. */
export const missionsPage = memberPage({
  path: MISSIONS,
  allowed: mayReadPlacements,
  async get({ query, read }) {
    const filters = readMissionList(query)
    const number = readPage(query)
    const list = await read((ctx) => missionRegister(ctx, filters, { offset: (number - 1) * SIZE, limit: SIZE }))
    if (number > 1 && list.rows.length === 0) return goTo(withQuery(MISSIONS, query, { page: null }))
    const filtered = filters.state !== '' || filters.words !== ''
    return show(
      'Missions',
      <>
        <h1 class="govuk-heading-l">Missions</h1>
        <p class="govuk-body">
          Qui travaille chez quel client, les missions qui finissent le plus tôt d’abord. Voir aussi les{' '}
          <a class="govuk-link" href={STATEMENTS}>
            relevés d’heures
          </a>{' '}
          et les{' '}
          <a class="govuk-link" href={COUNTERS}>
            heures en entreprise
          </a>
          .
        </p>
        <SearchForm action={MISSIONS} label="Nom de la personne ou du client" value={filters.words} keep={{ etat: text(query, 'etat') }} />
        <FilterForm
          action={MISSIONS}
          active={filters.state === '' ? 0 : 1}
          keep={{ q: filters.words }}
          clearHref={withQuery(MISSIONS, { q: filters.words }, {})}
        >
          <Select
            form={{ values: query, errors: [] }}
            name="etat"
            label="Missions"
            placeholder="En cours et à venir"
            options={[...MISSION_STATES]}
            optional
          />
        </FilterForm>
        <DataTable
          caption="Missions"
          counted={['mission', 'missions']}
          columns={MISSION_COLUMNS}
          rows={list.rows}
          rowKey={({ id }) => id}
          hrefFor={(changes) => withQuery(MISSIONS, query, changes)}
          page={{ number, size: SIZE, total: list.total }}
          exportHref={withQuery(`${MISSIONS}.csv`, query, { page: null })}
          empty={
            filtered ? (
              <EmptyState title="Aucune mission ne correspond" action={{ label: 'Voir les missions en cours', href: MISSIONS }}>
                Vérifiez l’orthographe du nom, ou retirez un filtre.
              </EmptyState>
            ) : (
              <EmptyState title="Aucune mission en cours" action={{ label: 'Voir les demandes', href: REQUESTS }}>
                Une mission s’enregistre depuis la demande d’un client, en choisissant qui est libre.
              </EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Missions' }] },
    )
  },
})
