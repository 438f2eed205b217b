import { type CalendarDate, frenchShortDate } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, type Column, DataTable, EmptyState, FilterForm, readPage, readSort, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { MASKED_SENDER, SENDER_LABELS } from '../messages.fr.ts'
import { mayReceive } from '../policy.ts'
import { APPLICATION_ORDERS, type ApplicationLine, applicationRegister } from '../queries/application-register.ts'
import { mySiaes } from '../queries/my-siaes.ts'
import { activeFilters, FilterFields, PAGE_SIZE, readFilters } from './list-parts.tsx'
import { StateTag } from './state-tag.tsx'

const HERE = '/candidatures'

const columnsOn = (today: CalendarDate, severalSiaes: boolean): readonly Column<ApplicationLine>[] => [
  {
    key: 'personne',
    label: 'Personne',
    sortable: true,
    render: ({ id, personName }) => (
      <a class="govuk-link" href={`${HERE}/${id}`}>
        {personName ?? 'Personne non accessible'}
      </a>
    ),
  },
  ...(severalSiaes ? [{ key: 'structure', label: 'Structure', sortable: true, render: ({ siaeName }: ApplicationLine) => siaeName }] : []),
  { key: 'poste', label: 'Poste souhaité', render: ({ wantedPost }) => wantedPost ?? '–' },
  {
    key: 'de',
    label: 'Proposée par',
    render: ({ senderKind, senderName }) => (senderKind === 'siae' ? SENDER_LABELS.siae : (senderName ?? MASKED_SENDER)),
  },
  { key: 'recue', label: 'Reçue le', sortable: true, render: ({ sentOn }) => frenchShortDate(sentOn) },
  { key: 'promise', label: 'Réponse promise le', sortable: true, render: ({ promisedOn }) => frenchShortDate(promisedOn) },
  { key: 'etat', label: 'État', sortable: true, render: (line) => <StateTag {...line} today={today} /> },
]

/** What the structures of my carrier received: late answers first. */
export const receivedPage = memberPage({
  path: HERE,
  allowed: mayReceive,
  async get({ query, read }) {
    const filters = readFilters(query, 'receiver')
    const sort = readSort(query, APPLICATION_ORDERS, { key: 'attente', direction: 'ascending' })
    const number = readPage(query)
    const { list, siaes, today } = await read(async (ctx) => ({
      list: await applicationRegister(ctx, filters, sort, { offset: (number - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
      siaes: await mySiaes(ctx),
      today: ctx.today,
    }))
    const active = activeFilters(filters)
    return show(
      'Candidatures reçues',
      <>
        <h1 class="govuk-heading-l">Candidatures reçues</h1>
        <p class="govuk-body">Les réponses en retard viennent d’abord, puis celles dont la date promise est la plus proche.</p>
        <ButtonGroup>
          <ButtonLink kind="secondary" href="/candidatures/ajouter">
            Ajouter une candidature spontanée
          </ButtonLink>
        </ButtonGroup>
        <FilterForm action={HERE} active={active} keep={typeof query['tri'] === 'string' ? { tri: query['tri'] } : {}}>
          <FilterFields filters={filters} siaes={siaes} />
        </FilterForm>
        <DataTable<ApplicationLine>
          caption="Candidatures"
          counted={['candidature', 'candidatures']}
          columns={columnsOn(today, siaes.length > 1)}
          rows={list.rows}
          rowKey={({ id }) => id}
          sort={sort}
          hrefFor={(changes) => withQuery(HERE, query, changes)}
          page={{ number, size: PAGE_SIZE, total: list.total }}
          exportHref={withQuery(`${HERE}/export`, query, { page: null })}
          empty={
            active > 0 ? (
              <EmptyState title="Aucune candidature ne correspond">Effacez un filtre pour en voir d’autres.</EmptyState>
            ) : (
              <EmptyState
                title="Aucune candidature pour l’instant"
                action={{ label: 'Ajouter une candidature spontanée', href: '/candidatures/ajouter' }}
              >
                Les candidatures des prescripteurs arriveront ici. Vous pouvez aussi noter celle d’une personne venue d’elle-même.
              </EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Candidatures' }] },
    )
  },
})
