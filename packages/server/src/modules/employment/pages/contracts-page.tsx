import { type CalendarDate, frenchHours, frenchShortDate, plural } from '@maillage/kernel'
import { type Column, DataTable, EmptyState, FilterForm, readPage, SearchForm, Select, Tag, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { mySiaes } from '../../applications/index.ts'
import { CONTRACT_LABELS } from '../messages.fr.ts'
import { mayKeepNirs, mayReadContracts } from '../policy.ts'
import { type ContractLine, contractRegister } from '../queries/contract-register.ts'
import { CONTRACT_STATES, readContractList } from './contract-list-query.ts'
import { NIRS_HREF } from './nir-address.ts'

const HERE = '/contrats'
const SIZE = 25

function StateOf({
  line: { unsettled, signedOn, renewed, firstDay },
  today,
}: {
  readonly line: ContractLine
  readonly today: CalendarDate
}) {
  if (unsettled > 0) return <Tag tone="attention">{plural(unsettled, 'point')} à régler</Tag>
  if (renewed) return <Tag tone="positive">Renouvelé</Tag>
  if (signedOn === null && firstDay <= today) return <Tag>Signature à enregistrer</Tag>
  return <>–</>
}

const columnsOn = (today: CalendarDate, severalSiaes: boolean): readonly Column<ContractLine>[] => [
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
  ...(severalSiaes ? [{ key: 'structure', label: 'Structure', sortable: true, render: ({ siaeName }: ContractLine) => siaeName }] : []),
  { key: 'contrat', label: 'Contrat', render: ({ type }) => CONTRACT_LABELS[type] },
  { key: 'debut', label: 'Premier jour', sortable: true, render: ({ firstDay }) => frenchShortDate(firstDay) },
  {
    key: 'fin',
    label: 'Dernier jour',
    sortable: true,
    render: ({ lastDay }) => (lastDay === null ? 'Sans terme' : frenchShortDate(lastDay)),
  },
  {
    key: 'heures',
    label: 'Par semaine',
    align: 'end',
    render: ({ weeklyHours }) => (weeklyHours === null ? '–' : frenchHours(weeklyHours)),
  },
  {
    key: 'pass',
    label: 'Fin du PASS IAE',
    sortable: true,
    render: ({ passLast }) => (passLast === null ? 'Aucun' : frenchShortDate(passLast)),
  },
  { key: 'etat', label: 'À savoir', render: (line) => <StateOf line={line} today={today} /> },
]

const Nothing = ({ filtered }: { readonly filtered: boolean }) =>
  filtered ? (
    <EmptyState title="Aucun contrat ne correspond" action={{ label: 'Voir tous les contrats', href: HERE }}>
      Vérifiez l’orthographe du nom, ou retirez un filtre.
    </EmptyState>
  ) : (
    <EmptyState title="Aucun contrat pour l’instant" action={{ label: 'Voir les candidatures', href: '/candidatures' }}>
      Un contrat s’enregistre avec l’embauche, depuis une candidature.
    </EmptyState>
  )

/** The contracts of my structures: what ends soon, what passes the right of the person, what is not signed. */
export const contractsPage = memberPage({
  path: HERE,
  allowed: mayReadContracts,
  async get({ query, read, actor }) {
    const { filters, sort, active } = readContractList(query)
    const number = readPage(query)
    const { list, siaes, today } = await read(async (ctx) => ({
      list: await contractRegister(ctx, filters, sort, { offset: (number - 1) * SIZE, limit: SIZE }),
      siaes: await mySiaes(ctx),
      today: ctx.today,
    }))
    if (number > 1 && list.rows.length === 0) return goTo(withQuery(HERE, query, { page: null }))
    const form = { values: query, errors: [] }
    const keep = Object.fromEntries(['etat', 'structure', 'tri'].map((name) => [name, text(query, name)]))
    const filtered = active > 0 || filters.words !== ''
    return show(
      'Contrats',
      <>
        <h1 class="govuk-heading-l">Contrats</h1>
        <p class="govuk-body">
          Les contrats des personnes que vos équipes emploient, ceux qui finissent le plus tôt d’abord. La fin d’un contrat n’est pas une
          sortie.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={`${HERE}/importer`}>
            Importer des contrats
          </a>{' '}
          depuis un logiciel de paie ou d’intérim.
        </p>
        {mayKeepNirs(actor) ? (
          <p class="govuk-body">
            <a class="govuk-link" href={NIRS_HREF}>
              Numéros de sécurité sociale
            </a>{' '}
            : qui en a un, qui n’en a pas encore.
          </p>
        ) : null}
        {filtered || list.total > 0 ? (
          <>
            <SearchForm action={HERE} label="Nom ou prénom" value={filters.words} keep={keep} />
            <FilterForm
              action={HERE}
              active={active}
              keep={{ q: filters.words, tri: text(query, 'tri') }}
              clearHref={withQuery(HERE, { q: filters.words, tri: text(query, 'tri') }, {})}
            >
              <Select
                form={form}
                name="etat"
                label="Contrats"
                placeholder="En cours et à venir"
                options={[...CONTRACT_STATES].map(([value, { label }]) => ({ value, label }))}
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
            </FilterForm>
          </>
        ) : null}
        <DataTable
          caption="Contrats"
          counted={['contrat', 'contrats']}
          columns={columnsOn(today, siaes.length > 1)}
          rows={list.rows}
          rowKey={({ id }) => id}
          sort={sort}
          hrefFor={(changes) => withQuery(HERE, query, changes)}
          page={{ number, size: SIZE, total: list.total }}
          exportHref={withQuery(`${HERE}.csv`, query, { page: null })}
          empty={<Nothing filtered={filtered} />}
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Contrats' }] },
    )
  },
})
