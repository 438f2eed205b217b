import { plural } from '@maillage/kernel'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  FilterForm,
  readPage,
  SearchForm,
  Select,
  Tag,
  withQuery,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { CATEGORY_LABELS } from '../messages.fr.ts'
import { CLIENT_CATEGORIES } from '../model.ts'
import { mayPlace, mayReadPlacements } from '../policy.ts'
import { type ClientLine, clientRegister } from '../queries/client-register.ts'
import { CATEGORY_WORDS, CLIENT_STATES, readClientList } from './client-list-query.ts'
import { CLIENTS, REQUESTS } from './placement-trail.ts'

const SIZE = 25

const COLUMNS: readonly Column<ClientLine>[] = [
  {
    key: 'client',
    label: 'Client',
    sortable: true,
    render: ({ id, name, former }) => (
      <>
        <a class="govuk-link" href={`${CLIENTS}/${id}`}>
          {name}
        </a>
        {former ? (
          <>
            {' '}
            <Tag>Ancien client</Tag>
          </>
        ) : null}
      </>
    ),
  },
  { key: 'categorie', label: 'Sorte de client', render: ({ category }) => CATEGORY_LABELS[category] },
  { key: 'commune', label: 'Commune', sortable: true, render: ({ commune }) => commune },
  {
    key: 'demandes',
    label: 'Demandes en attente',
    align: 'end',
    render: ({ id, name, waiting }) =>
      waiting === 0 ? (
        '–'
      ) : (
        <a class="govuk-link" href={withQuery(REQUESTS, {}, { client: id })}>
          {plural(waiting, 'demande')}
          <span class="govuk-visually-hidden"> de {name}</span>
        </a>
      ),
  },
]

const Nothing = ({ filtered, places }: { readonly filtered: boolean; readonly places: boolean }) =>
  filtered ? (
    <EmptyState title="Aucun client ne correspond" action={{ label: 'Voir tous les clients', href: CLIENTS }}>
      Vérifiez l’orthographe du nom, ou retirez un filtre.
    </EmptyState>
  ) : (
    <EmptyState
      title="Aucun client pour l’instant"
      {...(places ? { action: { label: 'Ajouter un client', href: `${CLIENTS}/ajouter` } } : {})}
    >
      Un client est un particulier, une association, une collectivité ou une entreprise chez qui vos salariés travaillent.
    </EmptyState>
  )

/** Who receives the people that my structures place. */
export const clientsPage = memberPage({
  path: CLIENTS,
  allowed: mayReadPlacements,
  async get({ query, read, actor }) {
    const { filters, sort, active } = readClientList(query)
    const number = readPage(query)
    const list = await read((ctx) => clientRegister(ctx, filters, sort, { offset: (number - 1) * SIZE, limit: SIZE }))
    if (number > 1 && list.rows.length === 0) return goTo(withQuery(CLIENTS, query, { page: null }))
    const form = { values: query, errors: [] }
    const filtered = active > 0 || filters.words !== ''
    const keep = Object.fromEntries(['categorie', 'etat', 'tri'].map((name) => [name, text(query, name)]))
    return show(
      'Clients',
      <>
        <h1 class="govuk-heading-l">Clients</h1>
        <p class="govuk-body">Les particuliers, associations, collectivités et entreprises chez qui vos salariés travaillent.</p>
        {mayPlace(actor) && (filtered || list.total > 0) ? (
          <ButtonGroup>
            <ButtonLink href={`${CLIENTS}/ajouter`}>Ajouter un client</ButtonLink>
          </ButtonGroup>
        ) : null}
        {filtered || list.total > 0 ? (
          <>
            <SearchForm action={CLIENTS} label="Nom du client" value={filters.words} keep={keep} />
            <FilterForm
              action={CLIENTS}
              active={active}
              keep={{ q: filters.words, tri: text(query, 'tri') }}
              clearHref={withQuery(CLIENTS, { q: filters.words, tri: text(query, 'tri') }, {})}
            >
              <Select
                form={form}
                name="categorie"
                label="Sorte de client"
                placeholder="Toutes"
                options={CLIENT_CATEGORIES.map((each) => ({ value: CATEGORY_WORDS[each], label: CATEGORY_LABELS[each] }))}
                optional
              />
              <Select form={form} name="etat" label="Clients" placeholder="Clients actifs" options={[...CLIENT_STATES]} optional />
            </FilterForm>
          </>
        ) : null}
        <DataTable
          caption="Clients"
          counted={['client', 'clients']}
          columns={COLUMNS}
          rows={list.rows}
          rowKey={({ id }) => id}
          sort={sort}
          hrefFor={(changes) => withQuery(CLIENTS, query, changes)}
          page={{ number, size: SIZE, total: list.total }}
          exportHref={withQuery(`${CLIENTS}.csv`, query, { page: null })}
          empty={<Nothing filtered={filtered} places={mayPlace(actor)} />}
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Clients' }] },
    )
  },
})
