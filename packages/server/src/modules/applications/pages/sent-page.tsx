import { type CalendarDate, frenchShortDate } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, type Column, DataTable, EmptyState, FilterForm, readPage, readSort, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { mayOrient } from '../policy.ts'
import { APPLICATION_ORDERS, type ApplicationLine, applicationRegister } from '../queries/application-register.ts'
import { activeFilters, FilterFields, PAGE_SIZE, readFilters } from './list-parts.tsx'
import { StateTag } from './state-tag.tsx'

const HERE = '/mes-orientations'

const columnsOn = (today: CalendarDate): readonly Column<ApplicationLine>[] => [
  {
    key: 'personne',
    label: 'Personne',
    sortable: true,
    render: ({ id, personName }) => (
      <a class="govuk-link" href={`/orientations/${id}`}>
        {personName ?? 'Personne que votre équipe ne suit plus'}
      </a>
    ),
  },
  { key: 'structure', label: 'Structure', sortable: true, render: ({ siaeName }) => siaeName },
  { key: 'recue', label: 'Envoyée le', sortable: true, render: ({ sentOn }) => frenchShortDate(sentOn) },
  { key: 'promise', label: 'Réponse promise le', sortable: true, render: ({ promisedOn }) => frenchShortDate(promisedOn) },
  { key: 'etat', label: 'État', sortable: true, render: (line) => <StateTag {...line} today={today} /> },
]

/** What my team sent, and what was answered: silences first. */
export const sentPage = memberPage({
  path: HERE,
  allowed: mayOrient,
  async get({ query, read }) {
    const filters = readFilters(query, 'sender')
    const sort = readSort(query, APPLICATION_ORDERS, { key: 'attente', direction: 'ascending' })
    const number = readPage(query)
    const { list, today } = await read(async (ctx) => ({
      list: await applicationRegister(ctx, filters, sort, { offset: (number - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
      today: ctx.today,
    }))
    const active = activeFilters(filters)
    return show(
      'Mes orientations',
      <>
        <h1 class="govuk-heading-l">Mes orientations</h1>
        <p class="govuk-body">Les personnes proposées par votre équipe, et les réponses des structures.</p>
        <ButtonGroup>
          <ButtonLink href="/orienter">Orienter une personne</ButtonLink>
        </ButtonGroup>
        <FilterForm action={HERE} active={active} keep={typeof query['tri'] === 'string' ? { tri: query['tri'] } : {}}>
          <FilterFields filters={filters} />
        </FilterForm>
        <DataTable<ApplicationLine>
          caption="Orientations"
          counted={['candidature envoyée', 'candidatures envoyées']}
          columns={columnsOn(today)}
          rows={list.rows}
          rowKey={({ id }) => id}
          sort={sort}
          hrefFor={(changes) => withQuery(HERE, query, changes)}
          page={{ number, size: PAGE_SIZE, total: list.total }}
          empty={
            active > 0 ? (
              <EmptyState title="Aucune orientation ne correspond">Effacez un filtre pour en voir d’autres.</EmptyState>
            ) : (
              <EmptyState title="Aucune orientation pour l’instant" action={{ label: 'Orienter une personne', href: '/orienter' }}>
                Les réponses des structures arriveront ici.
              </EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Mes orientations' }] },
    )
  },
})
