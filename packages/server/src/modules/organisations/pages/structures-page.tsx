import { frenchDate, SIAE_KINDS } from '@maillage/kernel'
import { type Column, DataTable, EmptyState, FilterForm, readPage, SearchForm, Select, Tag, withQuery } from '@maillage/ui'
import { publicPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { KIND_LABELS } from '../messages.fr.ts'
import { departementsWith } from '../queries/departements-with.ts'
import { type SiaeLine, siaeRegister } from '../queries/siae-register.ts'
import { readSiaeList } from './siae-list-query.ts'

const PATH = '/structures'
const SIZE = 25

const COLUMNS: readonly Column<SiaeLine>[] = [
  {
    key: 'nom',
    label: 'Structure',
    sortable: true,
    render: ({ id, name }) => (
      <a class="govuk-link" href={`${PATH}/${id}`}>
        {name}
      </a>
    ),
  },
  { key: 'type', label: 'Type', sortable: true, render: ({ kind }) => <abbr title={KIND_LABELS[kind]}>{kind}</abbr> },
  {
    key: 'porteur',
    label: 'Organisme porteur',
    sortable: true,
    render: ({ organisationId, organisationName }) => (
      <a class="govuk-link" href={`/organisations/${organisationId}`}>
        {organisationName}
      </a>
    ),
  },
  { key: 'commune', label: 'Commune', sortable: true, render: ({ commune }) => commune },
  { key: 'departement', label: 'Département', sortable: true, render: ({ departement }) => departement },
]

const STATE: Column<SiaeLine> = {
  key: 'etat',
  label: 'État',
  render: ({ open }) => (open.last === null ? <Tag tone="positive">Ouverte</Tag> : <Tag>{`Jusqu’au ${frenchDate(open.last)}`}</Tag>),
}

const STATES = [
  { value: 'fermees', label: 'Fermées' },
  { value: 'toutes', label: 'Ouvertes et fermées' },
]

/** The register of structures: public, because people must be able to find one. */
export const structuresPage = publicPage({
  path: PATH,
  async get({ query, read }) {
    const { filters, sort, active } = readSiaeList(query)
    const number = readPage(query)
    const { list, departements } = await read(async (ctx) => ({
      list: await siaeRegister(ctx, filters, sort, { offset: (number - 1) * SIZE, limit: SIZE }),
      departements: await departementsWith(ctx, 'siae'),
    }))
    // A page that the list no longer reaches: somebody narrowed it, or kept an old address.
    if (number > 1 && list.rows.length === 0) return goTo(withQuery(PATH, query, { page: null }))
    const form = { values: query, errors: [] }
    const keep = { tri: text(query, 'tri') }
    const filtered = active > 0 || filters.words !== ''
    return show(
      'Structures',
      <>
        <h1 class="govuk-heading-l">Structures d’insertion</h1>
        <SearchForm
          action={PATH}
          label="Nom de la structure ou de l’organisme porteur"
          value={text(query, 'q')}
          keep={{ ...keep, departement: filters.departement, type: filters.kind, etat: text(query, 'etat') }}
        />
        <FilterForm
          action={PATH}
          active={active}
          keep={{ ...keep, q: filters.words }}
          clearHref={withQuery(PATH, { q: filters.words }, keep)}
        >
          <Select
            form={form}
            name="departement"
            label="Département de conventionnement"
            placeholder="Tous"
            options={departements.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
            optional
          />
          <Select
            form={form}
            name="type"
            label="Type de structure"
            placeholder="Tous"
            options={SIAE_KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))}
            optional
          />
          <Select form={form} name="etat" label="État" placeholder="Ouvertes" options={STATES} optional />
        </FilterForm>
        <DataTable
          caption="Structures"
          counted={['structure', 'structures']}
          columns={filters.state === 'open' ? COLUMNS : [...COLUMNS, STATE]}
          rows={list.rows}
          rowKey={({ id }) => id}
          sort={sort}
          hrefFor={(changes) => withQuery(PATH, query, changes)}
          page={{ number, size: SIZE, total: list.total }}
          exportHref={withQuery('/structures.csv', query, { page: null })}
          empty={
            filtered ? (
              <EmptyState title="Aucune structure ne correspond" action={{ label: 'Voir toutes les structures', href: PATH }}>
                Vérifiez l’orthographe, essayez un seul mot du nom, ou retirez un filtre.
              </EmptyState>
            ) : (
              <EmptyState title="Aucune structure">Les structures conventionnées du territoire apparaîtront ici.</EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Structures' }] },
    )
  },
})
