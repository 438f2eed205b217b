import { frenchHours, frenchShortDate, plural } from '@maillage/kernel'
import {
  type Column,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  FilterForm,
  type FormState,
  readPage,
  SearchForm,
  Select,
  Tag,
  withQuery,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { mySiaes } from '../../applications/index.ts'
import { CONTRACT_LABELS } from '../../employment/index.ts'
import { maySeeHires } from '../policy.ts'
import { type HireLine, hireRegister } from '../queries/hire-register.ts'
import { HIRE_STATES, readHireList } from './hire-list-query.ts'

const HERE = '/embauches'
const SIZE = 25
const FILTERS = ['etat', 'structure', 'du-day', 'du-month', 'du-year', 'au-day', 'au-month', 'au-year']

const StateOf = ({ state, unsettled }: HireLine) =>
  state === 'cancelled' ? (
    <Tag>Annulée</Tag>
  ) : unsettled > 0 ? (
    <Tag tone="attention">{plural(unsettled, 'point')} à régler</Tag>
  ) : (
    <Tag tone="positive">Déclarée</Tag>
  )

const columnsFor = (severalSiaes: boolean): readonly Column<HireLine>[] => [
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
  ...(severalSiaes ? [{ key: 'structure', label: 'Structure', sortable: true, render: ({ siaeName }: HireLine) => siaeName }] : []),
  { key: 'debut', label: 'Premier jour', sortable: true, render: ({ hiredOn }) => frenchShortDate(hiredOn) },
  {
    key: 'fin',
    label: 'Dernier jour',
    sortable: true,
    render: ({ lastDay }) => (lastDay === null ? 'Sans terme' : frenchShortDate(lastDay)),
  },
  { key: 'contrat', label: 'Contrat', render: ({ type }) => CONTRACT_LABELS[type] },
  {
    key: 'heures',
    label: 'Par semaine',
    align: 'end',
    render: ({ weeklyHours }) => (weeklyHours === null ? '–' : frenchHours(weeklyHours)),
  },
  { key: 'lieu', label: 'Site et poste', render: ({ worksite, post }) => [worksite, post].filter(Boolean).join(' · ') || '–' },
  { key: 'etat', label: 'État', render: StateOf },
]

const Nothing = ({ filtered }: { readonly filtered: boolean }) =>
  filtered ? (
    <EmptyState title="Aucune embauche ne correspond" action={{ label: 'Voir toutes les embauches', href: HERE }}>
      Vérifiez l’orthographe du nom, élargissez la période ou retirez un filtre. Une embauche annulée n’est plus montrée après le jour de
      son annulation, sauf si vos équipes emploient encore la personne.
    </EmptyState>
  ) : (
    <EmptyState title="Aucune embauche pour l’instant" action={{ label: 'Voir les candidatures', href: '/candidatures' }}>
      Une embauche se déclare depuis une candidature : ouvrez-la, puis choisissez « Accepter et déclarer l’embauche ».
    </EmptyState>
  )

/** The hires of my structures: the latest first. */
export const hiresPage = memberPage({
  path: HERE,
  allowed: maySeeHires,
  async get({ query, read }) {
    const { filters, sort, active, errors } = readHireList(query)
    const number = readPage(query)
    const { list, siaes } = await read(async (ctx) => ({
      list: await hireRegister(ctx, filters, sort, { offset: (number - 1) * SIZE, limit: SIZE }),
      siaes: await mySiaes(ctx),
    }))
    if (number > 1 && list.rows.length === 0) return goTo(withQuery(HERE, query, { page: null }))
    const form: FormState = { values: query, errors }
    const keep = Object.fromEntries([...FILTERS, 'tri'].map((name) => [name, text(query, name)]).filter(([, value]) => value !== ''))
    const filtered = active > 0 || errors.length > 0 || filters.words !== ''
    return show(
      'Embauches',
      <>
        <h1 class="govuk-heading-l">Embauches</h1>
        <p class="govuk-body">
          Les embauches de vos structures, pour les personnes que vos équipes emploient. La plus récente vient d’abord.
        </p>
        <ErrorSummary state={form} />
        {filtered || list.total > 0 ? (
          <>
            <SearchForm action={HERE} label="Nom ou prénom" value={filters.words} keep={keep} />
            <FilterForm
              action={HERE}
              active={active + errors.length}
              keep={{ q: filters.words, tri: text(query, 'tri') }}
              clearHref={withQuery(HERE, { q: filters.words, tri: text(query, 'tri') }, {})}
            >
              <Select
                form={form}
                name="etat"
                label="État"
                placeholder="Tous"
                options={[...HIRE_STATES].map(([value, { label }]) => ({ value, label }))}
                optional
              />
              {siaes.length > 1 ? (
                <Select
                  form={form}
                  name="structure"
                  label="Structure"
                  placeholder="Toutes"
                  options={siaes.map(({ id, name }) => ({ value: id, label: name }))}
                  optional
                />
              ) : null}
              <DateField form={form} name="du" label="Premier jour à partir du" optional />
              <DateField form={form} name="au" label="Premier jour jusqu’au" optional />
            </FilterForm>
          </>
        ) : null}
        <DataTable
          caption="Embauches"
          counted={['embauche', 'embauches']}
          columns={columnsFor(siaes.length > 1)}
          rows={list.rows}
          rowKey={({ id }) => id}
          sort={sort}
          hrefFor={(changes) => withQuery(HERE, query, changes)}
          page={{ number, size: SIZE, total: list.total }}
          exportHref={withQuery(`${HERE}.csv`, query, { page: null })}
          empty={<Nothing filtered={filtered} />}
        />
      </>,
      { wide: true, errorCount: errors.length, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Embauches' }] },
    )
  },
})
