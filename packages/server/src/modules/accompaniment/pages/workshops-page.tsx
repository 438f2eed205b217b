import { frenchShortDate } from '@maillage/kernel'
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
  withQuery,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type FormBody, text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { mayAccompany } from '../policy.ts'
import { findWorkshops, type WorkshopLine, type WorkshopSearch } from '../queries/workshops.ts'

export const WORKSHOPS = '/ateliers'
const SIZE = 25

/** What the address of the list asks. */
export const readWorkshopList = (query: FormBody): WorkshopSearch => ({
  typed: text(query, 'q').slice(0, 120),
  mine: text(query, 'auteur') === 'moi',
})

const COLUMNS: readonly Column<WorkshopLine>[] = [
  {
    key: 'theme',
    label: 'Thème',
    render: ({ workshop: { id, theme } }) => (
      <a class="govuk-link" href={`${WORKSHOPS}/${id}`}>
        {theme}
      </a>
    ),
  },
  { key: 'date', label: 'Date', render: ({ workshop }) => frenchShortDate(workshop.happenedOn) },
  { key: 'duree', label: 'Durée', align: 'end', render: ({ workshop: { minutes } }) => (minutes === null ? '–' : `${minutes}\u00a0min`) },
  { key: 'presents', label: 'Présents', align: 'end', render: ({ present }) => String(present) },
  { key: 'auteur', label: 'Noté par', render: ({ workshop: { author } }) => author ?? 'un ancien membre' },
]

/** The workshops that I noted, and those where somebody came whose acts I read. */
export const workshopsPage = memberPage({
  path: WORKSHOPS,
  allowed: mayAccompany,
  async get({ query, read }) {
    const search = readWorkshopList(query)
    const number = readPage(query)
    const { rows, total } = await read((ctx) => findWorkshops(ctx, search, { offset: (number - 1) * SIZE, limit: SIZE }))
    if (number > 1 && rows.length === 0) return goTo(withQuery(WORKSHOPS, query, { page: null }))
    const filtered = search.mine || search.typed !== ''
    const add = { label: 'Noter un atelier', href: `${WORKSHOPS}/ajouter` }
    return show(
      'Ateliers collectifs',
      <>
        <h1 class="govuk-heading-l">Ateliers collectifs</h1>
        <p class="govuk-body">
          Les ateliers que vous avez notés, et ceux où est venue une personne dont vous êtes référent(e). Les présents comptés sont ceux
          dont vous lisez les actes.
        </p>
        {filtered || total > 0 ? (
          <>
            <ButtonGroup>
              <ButtonLink href={add.href}>{add.label}</ButtonLink>
            </ButtonGroup>
            <SearchForm action={WORKSHOPS} label="Thème" value={search.typed} keep={{ auteur: search.mine ? 'moi' : undefined }} />
            <FilterForm
              action={WORKSHOPS}
              active={search.mine ? 1 : 0}
              keep={{ q: search.typed }}
              clearHref={withQuery(WORKSHOPS, { q: search.typed }, {})}
            >
              <Select
                form={{ values: query, errors: [] }}
                name="auteur"
                label="Noté par"
                placeholder="Tous"
                options={[{ value: 'moi', label: 'Moi' }]}
                optional
              />
            </FilterForm>
          </>
        ) : null}
        <DataTable
          caption="Ateliers"
          counted={['atelier', 'ateliers']}
          columns={COLUMNS}
          rows={rows}
          rowKey={({ workshop }) => workshop.id}
          hrefFor={(changes) => withQuery(WORKSHOPS, query, changes)}
          page={{ number, size: SIZE, total }}
          exportHref={withQuery(`${WORKSHOPS}.csv`, query, { page: null })}
          empty={
            filtered ? (
              <EmptyState title="Aucun atelier ne correspond" action={{ label: 'Voir tous les ateliers', href: WORKSHOPS }}>
                Essayez le début d’un seul mot du thème, ou retirez un filtre.
              </EmptyState>
            ) : (
              <EmptyState title="Aucun atelier pour l’instant" action={add}>
                Un atelier se note une fois&nbsp;: chaque personne présente en garde la trace dans son dossier.
              </EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Ateliers' }] },
    )
  },
})
