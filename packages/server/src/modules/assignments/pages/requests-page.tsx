import { ButtonGroup, ButtonLink, DataTable, EmptyState, FilterForm, readPage, SearchForm, Select, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { mayPlace, mayReadPlacements } from '../policy.ts'
import { requestRegister } from '../queries/request-register.ts'
import { REQUESTS } from './placement-trail.ts'
import { REQUEST_COLUMNS } from './request-columns.tsx'
import { LISTED_STATES, readRequestList } from './request-list-query.ts'

const SIZE = 25

const Nothing = ({ filtered, places }: { readonly filtered: boolean; readonly places: boolean }) =>
  filtered ? (
    <EmptyState title="Aucune demande ne correspond" action={{ label: 'Voir les demandes en attente', href: REQUESTS }}>
      Vérifiez l’orthographe du nom, ou retirez un filtre.
    </EmptyState>
  ) : (
    <EmptyState
      title="Aucune demande n’attend"
      {...(places ? { action: { label: 'Enregistrer une demande', href: `${REQUESTS}/ajouter` } } : {})}
    >
      Une demande est un travail qu’un client vous confie. Celles qui sont pourvues ou sans suite se retrouvent par le filtre « État ».
    </EmptyState>
  )

/** What clients ask for: those that wait for somebody, the earliest to begin first. */
export const requestsPage = memberPage({
  path: REQUESTS,
  allowed: mayReadPlacements,
  async get({ query, read, actor }) {
    const filters = readRequestList(query)
    const number = readPage(query)
    const list = await read((ctx) => requestRegister(ctx, filters, { offset: (number - 1) * SIZE, limit: SIZE }))
    if (number > 1 && list.rows.length === 0) return goTo(withQuery(REQUESTS, query, { page: null }))
    const filtered = filters.state !== '' || filters.clientId !== '' || filters.words !== ''
    const kept = { client: filters.clientId, q: filters.words }
    return show(
      'Demandes',
      <>
        <h1 class="govuk-heading-l">Demandes</h1>
        <p class="govuk-body">Le travail que vos clients demandent. Ouvrez une demande pour voir qui est libre.</p>
        {mayPlace(actor) && (filtered || list.total > 0) ? (
          <ButtonGroup>
            <ButtonLink href={`${REQUESTS}/ajouter`}>Enregistrer une demande</ButtonLink>
          </ButtonGroup>
        ) : null}
        <SearchForm action={REQUESTS} label="Nom du client" value={filters.words} keep={{ etat: text(query, 'etat') }} />
        <FilterForm
          action={REQUESTS}
          active={[filters.state, filters.clientId].filter(Boolean).length}
          keep={kept}
          clearHref={withQuery(REQUESTS, { q: filters.words }, {})}
        >
          <Select
            form={{ values: query, errors: [] }}
            name="etat"
            label="État"
            placeholder="En attente de quelqu’un"
            options={[...LISTED_STATES]}
            optional
          />
        </FilterForm>
        <DataTable
          caption="Demandes"
          counted={['demande', 'demandes']}
          columns={REQUEST_COLUMNS}
          rows={list.rows}
          rowKey={({ id }) => id}
          hrefFor={(changes) => withQuery(REQUESTS, query, changes)}
          page={{ number, size: SIZE, total: list.total }}
          exportHref={withQuery(`${REQUESTS}.csv`, query, { page: null })}
          empty={<Nothing filtered={filtered} places={mayPlace(actor)} />}
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Demandes' }] },
    )
  },
})
