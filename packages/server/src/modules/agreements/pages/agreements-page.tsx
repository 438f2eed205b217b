import { frenchShortDate, type Law, SIAE_KINDS } from '@maillage/kernel'
import { annexMeasureLabels } from '@maillage/rules/agreements'
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
import { KIND_LABELS } from '../../organisations/index.ts'
import { postsOn, shownAmount, shownPosts } from '../agreement-words.ts'
import { mayReadTerritory, recordsAgreements } from '../policy.ts'
import { type AgreementLine, agreementRegister } from '../queries/agreement-register.ts'
import { reachOf } from '../queries/reach-of.ts'
import { readAgreementList, STATES } from './agreement-list-query.ts'

const PATH = '/conventions'
const SIZE = 25

const columnsOn = (law: Law, today: Parameters<typeof postsOn>[2], funds: boolean): readonly Column<AgreementLine>[] => [
  {
    key: 'nom',
    label: 'Structure',
    sortable: true,
    render: ({ siaeId, name }) => (
      <a class="govuk-link" href={`${PATH}/${siaeId}`}>
        {name}
      </a>
    ),
  },
  { key: 'type', label: 'Type', sortable: true, render: ({ kind }) => <abbr title={KIND_LABELS[kind]}>{kind}</abbr> },
  {
    key: 'convention',
    label: 'Fin de la convention',
    sortable: true,
    render: ({ agreement }) => (agreement ? frenchShortDate(agreement.last) : <Tag tone="attention">Sans convention</Tag>),
  },
  {
    key: 'postes',
    label: 'Postes de l’annexe',
    align: 'end',
    render: ({ annexes }) =>
      annexes.length === 0
        ? '–'
        : annexes.map(({ id, annex }) => (
            <div key={id}>
              {shownPosts(postsOn(law, annex, today) ?? annex.posts)}
              {annex.measure === 'common' ? null : ` (${annexMeasureLabels[annex.measure].toLowerCase()})`}
            </div>
          )),
  },
  {
    key: 'fin',
    label: 'Fin de l’annexe',
    sortable: true,
    render: ({ endsOn }) => (endsOn === null ? <Tag tone="attention">Sans annexe</Tag> : frenchShortDate(endsOn)),
  },
  ...(funds
    ? [
        {
          key: 'cofinancement',
          label: 'Part du Département',
          render: ({ annexes }: AgreementLine) =>
            annexes.some(({ annex }) => annex.cofinancing)
              ? annexes.map(({ id, annex }) =>
                  annex.cofinancing ? <div key={id}>{shownAmount(annex.cofinancing.departement)}</div> : null,
                )
              : '–',
        },
      ]
    : []),
]

/** What is agreed with each structure of the territory: for the State that signs, and the Département that funds with it. */
export const agreementsPage = memberPage({
  path: PATH,
  allowed: mayReadTerritory,
  async get({ actor, query, read }) {
    const { filters, sort, active } = readAgreementList(query)
    const number = readPage(query)
    const { list, law, today } = await read(async (ctx) => ({
      list: await agreementRegister(ctx, await reachOf(ctx), filters, sort, { offset: (number - 1) * SIZE, limit: SIZE }),
      law: ctx.law,
      today: ctx.today,
    }))
    if (number > 1 && list.rows.length === 0) return goTo(withQuery(PATH, query, { page: null }))
    const form = { values: query, errors: [] }
    const keep = { tri: text(query, 'tri') }
    const filtered = active > 0 || filters.words !== ''
    return show(
      'Conventions',
      <>
        <h1 class="govuk-heading-l">Conventions et annexes financières</h1>
        {recordsAgreements(actor) ? (
          <ButtonGroup>
            <ButtonLink kind="secondary" href="/annexes/importer">
              Importer des annexes
            </ButtonLink>
          </ButtonGroup>
        ) : null}
        <SearchForm
          action={PATH}
          label="Nom de la structure ou de l’organisme porteur"
          value={filters.words}
          keep={{ ...keep, type: filters.kind, etat: text(query, 'etat') }}
        />
        <FilterForm
          action={PATH}
          active={active}
          keep={{ ...keep, q: filters.words }}
          clearHref={withQuery(PATH, { q: filters.words }, keep)}
        >
          <Select
            form={form}
            name="type"
            label="Type de structure"
            placeholder="Tous"
            options={SIAE_KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))}
            optional
          />
          <Select form={form} name="etat" label="État" placeholder="Tous" options={STATES} optional />
        </FilterForm>
        <DataTable
          caption="Structures ouvertes"
          counted={['structure', 'structures']}
          columns={columnsOn(
            law,
            today,
            list.rows.some(({ annexes }) => annexes.some(({ annex }) => annex.cofinancing)),
          )}
          rows={list.rows}
          rowKey={({ siaeId }) => siaeId}
          sort={sort}
          hrefFor={(changes) => withQuery(PATH, query, changes)}
          page={{ number, size: SIZE, total: list.total }}
          exportHref={withQuery('/conventions.csv', query, { page: null })}
          empty={
            filtered ? (
              <EmptyState title="Aucune structure ne correspond" action={{ label: 'Voir toutes les structures', href: PATH }}>
                Vérifiez l’orthographe, essayez un seul mot du nom, ou retirez un filtre.
              </EmptyState>
            ) : (
              <EmptyState title="Aucune structure">Les structures ouvertes de votre territoire apparaîtront ici.</EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Conventions' }] },
    )
  },
})
