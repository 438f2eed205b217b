import { frenchShortDate } from '@maillage/kernel'
import { immersionObjectLabels } from '@maillage/rules/employment'
import { type Column, DataTable, EmptyState, FilterForm, readPage, SearchForm, Select, Tag, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { mySiaes } from '../../applications/index.ts'
import { mayReadContracts } from '../../employment/index.ts'
import { STATE_LABELS } from '../messages.fr.ts'
import { OBJECTS, stateOn } from '../model.ts'
import { type ImmersionLine, immersionRegister } from '../queries/immersion-register.ts'
import { chosenImmersions, daysOfYear, readImmersionList, STATE_WORDS, yearsAround } from './immersion-list-query.ts'

const HERE = '/immersions'
const SIZE = 25
const FILTERS = ['annee', 'etat', 'objet', 'structure', 'tri']

/** The immersions of the people whom my teams employ: to come, running, waiting for what became of them. */
export const immersionsPage = memberPage({
  path: HERE,
  allowed: mayReadContracts,
  async get({ query, read }) {
    const number = readPage(query)
    const { lines, siaes, today, asked } = await read(async (ctx) => {
      const asked = readImmersionList(query, ctx.today)
      return { asked, today: ctx.today, siaes: await mySiaes(ctx), lines: await immersionRegister(ctx, daysOfYear(asked.filters.year)) }
    })
    const { filters, sort, active } = asked
    const chosen = chosenImmersions(lines, filters, sort, today)
    const rows = chosen.slice((number - 1) * SIZE, number * SIZE)
    if (number > 1 && rows.length === 0) return goTo(withQuery(HERE, query, { page: null }))
    const form = { values: { ...query, annee: String(filters.year) }, errors: [] }
    const filtered = active > 0 || filters.words !== ''
    const columns: readonly Column<ImmersionLine>[] = [
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
      ...(siaes.length > 1
        ? [{ key: 'structure', label: 'Structure', sortable: true, render: ({ siaeName }: ImmersionLine) => siaeName }]
        : []),
      { key: 'accueil', label: 'Employeur d’accueil', render: ({ hostName }) => hostName ?? 'Effacé' },
      { key: 'debut', label: 'Premier jour', sortable: true, render: ({ first }) => frenchShortDate(first) },
      { key: 'fin', label: 'Dernier jour', sortable: true, render: ({ last, conclusion }) => frenchShortDate(conclusion?.endedOn ?? last) },
      { key: 'objet', label: 'Objet', render: ({ object }) => immersionObjectLabels[object] },
      {
        key: 'etat',
        label: 'État',
        render: (line) => (
          <>
            <Tag>{STATE_LABELS[stateOn(line, today)]}</Tag> {line.unsettled > 0 ? <Tag tone="attention">À régler</Tag> : null}
          </>
        ),
      },
    ]
    return show(
      'Immersions',
      <>
        <h1 class="govuk-heading-l">Immersions</h1>
        <p class="govuk-body">
          Les périodes de mise en situation en milieu professionnel (PMSMP) de {filters.year}, des personnes que vos équipes emploient. Une
          immersion se note depuis le contrat ou la fiche de la personne.
        </p>
        <SearchForm
          action={HERE}
          label="Nom ou prénom"
          value={filters.words}
          keep={Object.fromEntries(FILTERS.map((name) => [name, text(query, name)]).filter(([, value]) => value !== ''))}
        />
        <FilterForm
          action={HERE}
          active={active}
          keep={{ q: filters.words, tri: text(query, 'tri') }}
          clearHref={withQuery(HERE, { q: filters.words, tri: text(query, 'tri') }, {})}
        >
          <Select
            form={form}
            name="annee"
            label="Année"
            placeholder="Année en cours"
            options={yearsAround(today).map((year) => ({ value: String(year), label: String(year) }))}
            optional
          />
          <Select
            form={form}
            name="etat"
            label="État"
            placeholder="Tous"
            options={STATE_WORDS.map(([value, state]) => ({ value, label: STATE_LABELS[state] }))}
            optional
          />
          <Select
            form={form}
            name="objet"
            label="Objet"
            placeholder="Tous"
            options={OBJECTS.map((value) => ({ value, label: immersionObjectLabels[value] }))}
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
        <DataTable
          caption="Immersions"
          counted={['immersion', 'immersions']}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          sort={sort}
          hrefFor={(changes) => withQuery(HERE, query, changes)}
          page={{ number, size: SIZE, total: chosen.length }}
          exportHref={withQuery(`${HERE}.csv`, query, { page: null })}
          empty={
            filtered ? (
              <EmptyState title="Aucune immersion ne correspond" action={{ label: 'Voir toutes les immersions de l’année', href: HERE }}>
                Vérifiez l’orthographe du nom, changez d’année ou retirez un filtre.
              </EmptyState>
            ) : (
              <EmptyState title={`Aucune immersion en ${filters.year}`} action={{ label: 'Voir les contrats', href: '/contrats' }}>
                Ouvrez le contrat de la personne, puis « Noter une immersion ».
              </EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Immersions' }] },
    )
  },
})
