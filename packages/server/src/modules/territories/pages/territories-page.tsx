import { frenchNumber } from '@maillage/kernel'
import { ButtonLink, DataTable, EmptyState, FilterForm, readPage, readSort, SearchForm, Select, withQuery } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { publicPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { show } from '../../../platform/http/reply.ts'
import { KIND_LABELS } from '../messages.fr.ts'
import { TERRITORY_KINDS, type TerritoryKind } from '../model.ts'
import { mayDraw } from '../policy.ts'
import { listTerritories, type TerritoryLine, type TerritoryList } from '../queries/list-territories.ts'

const SIZE = 25
const PATH = '/territoires'

const queryText = (query: PageRequest<unknown>['query'], name: string): string => {
  const given = query[name]
  return typeof given === 'string' ? given.trim().slice(0, 80) : ''
}

const kindAsked = (asked: string): TerritoryKind => TERRITORY_KINDS.find((kind) => kind === asked) ?? 'departement'

interface Props {
  readonly kind: TerritoryKind
  readonly typed: string
  readonly list: TerritoryList
  readonly page: number
  readonly sort: ReturnType<typeof readSort>
  readonly draws: boolean
}

function Territories({ kind, typed, list, page, sort, draws }: Props) {
  const query = {
    ...(kind === 'departement' ? {} : { type: kind }),
    q: typed,
    tri: sort.direction === 'descending' ? `-${sort.key}` : sort.key,
  }
  const [one, many] = KIND_LABELS[kind]
  const drawn = kind === 'bassin' || kind === 'perimeter'
  return (
    <>
      <h1 class="govuk-heading-l">Territoires</h1>
      <p class="govuk-body">
        La carte officielle de la France, et les bassins et périmètres dessinés pour un besoin. Une commune appartient à plusieurs
        territoires à la fois.
      </p>
      {draws ? <ButtonLink href={`${PATH}/dessiner`}>Dessiner un périmètre</ButtonLink> : null}
      <SearchForm
        action={PATH}
        label="Nom ou code"
        value={typed}
        keep={{ type: kind === 'departement' ? undefined : kind, tri: sort.key === 'nom' ? undefined : query.tri }}
      />
      <FilterForm action={PATH} active={Number(kind !== 'departement')} keep={{ q: typed }} clearHref={withQuery(PATH, { q: typed }, {})}>
        <Select
          form={{ values: { type: kind }, errors: [] }}
          name="type"
          label="Type de territoire"
          options={TERRITORY_KINDS.map((each) => ({ value: each, label: KIND_LABELS[each][1] }))}
          placeholder="Départements"
          optional
        />
      </FilterForm>
      <DataTable<TerritoryLine>
        caption={many}
        counted={[one.toLowerCase().replace('epci', 'EPCI'), many.toLowerCase().replace('epci', 'EPCI')]}
        rows={list.rows}
        rowKey={({ id }) => id}
        sort={sort}
        hrefFor={(changes) => withQuery(PATH, query, changes)}
        page={{ number: page, size: SIZE, total: list.total }}
        columns={[
          {
            key: 'nom',
            label: 'Nom',
            sortable: true,
            render: ({ id, name }) => (
              <a class="govuk-link" href={`${PATH}/${id}`}>
                {name}
              </a>
            ),
          },
          ...(drawn ? [] : [{ key: 'code', label: 'Code', sortable: true, render: ({ code }: TerritoryLine) => code }]),
          ...(kind === 'region' || kind === 'epci'
            ? []
            : [
                {
                  key: 'dans',
                  label: drawn ? 'Origine' : kind === 'commune' ? 'Département' : 'Région',
                  render: ({ within }: TerritoryLine) => within ?? '–',
                },
              ]),
          ...(drawn
            ? []
            : [
                {
                  key: 'habitants',
                  label: 'Habitants',
                  align: 'end' as const,
                  sortable: true,
                  render: ({ inhabitants }: TerritoryLine) => (inhabitants === null ? '–' : frenchNumber(inhabitants)),
                },
              ]),
        ]}
        empty={
          typed === '' ? (
            <EmptyState title={kind === 'bassin' ? 'Aucun bassin' : 'Aucun périmètre'}>
              {draws
                ? 'Dessinez le premier\u00a0: choisissez ses communes une à une, ou collez-en la liste.'
                : 'Les services de l’État, les financeurs et les observatoires peuvent en dessiner.'}
            </EmptyState>
          ) : (
            <EmptyState title="Aucun territoire ne correspond" action={{ label: 'Effacer les filtres', href: PATH }}>
              Vérifiez l’orthographe ou le type de territoire. Le début du nom suffit, avec ou sans accent.
            </EmptyState>
          )
        }
      />
    </>
  )
}

/** Every territory, one kind at a time. */
export const territoriesPage = publicPage({
  path: PATH,
  async get({ actor, query, read }: PageRequest<Actor | null>) {
    const [kind, typed, page] = [kindAsked(queryText(query, 'type')), queryText(query, 'q'), readPage(query)]
    const sort = readSort(query, ['nom', 'code', 'habitants'], { key: 'nom', direction: 'ascending' })
    const key = sort.key === 'code' || sort.key === 'habitants' ? sort.key : 'nom'
    const list = await read((ctx) => listTerritories(ctx, { kind, typed, page, size: SIZE, sort: { key, direction: sort.direction } }))
    return show('Territoires', <Territories {...{ kind, typed, list, page, sort }} draws={actor !== null && mayDraw(actor)} />, {
      wide: true,
      breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Territoires' }],
    })
  },
})
