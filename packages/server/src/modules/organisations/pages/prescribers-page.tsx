import { frenchDate, frenchList } from '@maillage/kernel'
import { type Column, DataTable, EmptyState, FilterForm, readPage, SearchForm, Select, withQuery } from '@maillage/ui'
import { publicPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { BASIS_LABELS } from '../messages.fr.ts'
import { kindLabel } from '../prescriber-kinds.ts'
import { departementsWith } from '../queries/departements-with.ts'
import { type PrescriberLine, prescriberRegister } from '../queries/prescriber-register.ts'
import { readPrescriberList } from './prescriber-list-query.ts'

const PATH = '/prescripteurs'
const SIZE = 25

const COLUMNS: readonly Column<PrescriberLine>[] = [
  {
    key: 'nom',
    label: 'Organisation',
    sortable: true,
    render: ({ id, name }) => (
      <a class="govuk-link" href={`/organisations/${id}`}>
        {name}
      </a>
    ),
  },
  { key: 'type', label: 'Type', render: ({ authorisation }) => (authorisation ? kindLabel(authorisation.kind) : 'Orienteur') },
  { key: 'territoires', label: 'Territoires', render: ({ territories }) => frenchList(territories) },
  {
    key: 'droit',
    label: 'Habilitation',
    render: ({ authorisation }) => (authorisation ? BASIS_LABELS[authorisation.basis] : 'Aucune\u00a0: oriente sans prescrire'),
  },
  {
    key: 'fin',
    label: 'Jusqu’au',
    sortable: true,
    render: ({ authorisation }) => (authorisation?.open.last ? frenchDate(authorisation.open.last) : '–'),
  },
]

const RIGHTS = [
  { value: 'de-droit', label: BASIS_LABELS.order },
  { value: 'prefet', label: BASIS_LABELS.prefect },
  { value: 'aucune', label: 'Sans habilitation (orienteurs)' },
]

/** The register of those who may prescribe: a structure checks here who sent it somebody. */
export const prescribersPage = publicPage({
  path: PATH,
  async get({ query, read }) {
    const { filters, sort, active } = readPrescriberList(query)
    const number = readPage(query)
    const { list, departements } = await read(async (ctx) => ({
      list: await prescriberRegister(ctx, filters, sort, { offset: (number - 1) * SIZE, limit: SIZE }),
      departements: await departementsWith(ctx, 'prescribers'),
    }))
    if (number > 1 && list.rows.length === 0) return goTo(withQuery(PATH, query, { page: null }))
    const form = { values: query, errors: [] }
    const keep = { tri: text(query, 'tri') }
    return show(
      'Prescripteurs',
      <>
        <h1 class="govuk-heading-l">Prescripteurs habilités</h1>
        <p class="govuk-body">
          La plupart prescrivent de droit&nbsp;: l’arrêté ministériel nomme leur type. Les autres sont habilités par le préfet, pour cinq
          ans au plus.
        </p>
        <SearchForm
          action={PATH}
          label="Nom de l’organisation"
          value={text(query, 'q')}
          keep={{ ...keep, departement: filters.departement, habilitation: text(query, 'habilitation') }}
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
            label="Département"
            placeholder="Tous"
            options={departements.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
            optional
          />
          <Select form={form} name="habilitation" label="Habilitation" placeholder="De droit ou par le préfet" options={RIGHTS} optional />
        </FilterForm>
        <DataTable
          caption="Prescripteurs"
          counted={['organisation', 'organisations']}
          columns={COLUMNS}
          rows={list.rows}
          rowKey={({ id }) => id}
          sort={sort}
          hrefFor={(changes) => withQuery(PATH, query, changes)}
          page={{ number, size: SIZE, total: list.total }}
          exportHref={withQuery('/prescripteurs.csv', query, { page: null })}
          empty={
            active > 0 || filters.words ? (
              <EmptyState title="Aucune organisation ne correspond" action={{ label: 'Voir tous les prescripteurs', href: PATH }}>
                Essayez un seul mot du nom, ou retirez un filtre.
              </EmptyState>
            ) : (
              <EmptyState title="Aucun prescripteur">Les prescripteurs habilités du territoire apparaîtront ici.</EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Prescripteurs' }] },
    )
  },
})
