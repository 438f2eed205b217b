import { frenchShortDate } from '@maillage/kernel'
import { exitClassLabels, exitReasonLabels, notCountedLabels } from '@maillage/rules/exits'
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
import { text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { mySiaes } from '../../applications/index.ts'
import { mayReadExits, mayReadFollowUps } from '../policy.ts'
import { type ExitLine, exitRegister } from '../queries/exit-register.ts'
import { chosenExits, daysOfYear, readExitList, yearsUntil } from './exit-list-query.ts'
import { ClassTag, countedWords } from './exit-words.tsx'
import { exitHref } from './stay-in-address.ts'

const HERE = '/sorties'
const SIZE = 25
const FILTERS = ['structure', 'annee', 'classe', 'comptee']

const columnsFor = (severalSiaes: boolean): readonly Column<ExitLine>[] => [
  {
    key: 'personne',
    label: 'Personne',
    sortable: true,
    render: ({ stayId, personName }) => (
      <a class="govuk-link" href={exitHref(stayId)}>
        {personName ?? 'Personne non accessible'}
      </a>
    ),
  },
  ...(severalSiaes ? [{ key: 'structure', label: 'Structure', sortable: true, render: ({ siaeName }: ExitLine) => siaeName }] : []),
  { key: 'entree', label: 'Entrée', sortable: true, render: ({ entry }) => frenchShortDate(entry) },
  { key: 'sortie', label: 'Sortie', sortable: true, render: ({ exitOn }) => frenchShortDate(exitOn) },
  { key: 'motif', label: 'Motif', render: ({ reason }) => exitReasonLabels[reason] },
  { key: 'classe', label: 'Classe', sortable: true, render: ({ finding }) => <ClassTag finding={finding} /> },
  { key: 'comptee', label: 'Comptée', render: ({ finding }) => countedWords(finding) },
]

const Nothing = ({ filtered, year }: { readonly filtered: boolean; readonly year: number }) =>
  filtered ? (
    <EmptyState title="Aucune sortie ne correspond" action={{ label: 'Voir toutes les sorties de l’année', href: HERE }}>
      Vérifiez l’orthographe du nom, changez d’année ou retirez un filtre.
    </EmptyState>
  ) : (
    <EmptyState title={`Aucune sortie en ${year}`} action={{ label: 'Voir les séjours à compléter', href: `${HERE}/a-completer` }}>
      Une sortie s’enregistre depuis la page de la personne, quand elle quitte la structure.
    </EmptyState>
  )

/** The exits of my structures, by year: what each counts for, or why it does not count. */
export const exitsPage = memberPage({
  path: HERE,
  allowed: mayReadExits,
  async get({ query, read, actor }) {
    const number = readPage(query)
    const { lines, siaes, today, asked } = await read(async (ctx) => {
      const asked = readExitList(query, ctx.today)
      const { siaeId, year } = asked.filters
      return { asked, today: ctx.today, siaes: await mySiaes(ctx), lines: await exitRegister(ctx, { siaeId, ...daysOfYear(year) }) }
    })
    const { filters, sort, active } = asked
    const chosen = chosenExits(lines, filters, sort)
    const rows = chosen.slice((number - 1) * SIZE, number * SIZE)
    if (number > 1 && rows.length === 0) return goTo(withQuery(HERE, query, { page: null }))
    const form = { values: { ...query, annee: String(filters.year) }, errors: [] }
    const keep = Object.fromEntries([...FILTERS, 'tri'].map((name) => [name, text(query, name)]).filter(([, value]) => value !== ''))
    const filtered = active > 0 || filters.words !== ''
    const csv = (edition: string) => withQuery(`${HERE}.csv`, query, { page: null, edition })
    return show(
      'Sorties',
      <>
        <h1 class="govuk-heading-l">Sorties</h1>
        <p class="govuk-body">
          Les sorties de {filters.year} des personnes que vos équipes emploient. Une sortie termine un séjour dans une structure ; ce n’est
          ni la fin d’un contrat, ni la fin du PASS IAE.
        </p>
        <ButtonGroup>
          <ButtonLink kind="secondary" href={`${HERE}/taux`}>
            Voir les taux de sortie
          </ButtonLink>
          <a class="govuk-link" href={`${HERE}/a-completer`}>
            Voir ce qui est à compléter
          </a>
          {mayReadFollowUps(actor) ? (
            <a class="govuk-link" href={`${HERE}/suivi`}>
              Demander des nouvelles
            </a>
          ) : null}
        </ButtonGroup>
        <SearchForm action={HERE} label="Nom ou prénom" value={filters.words} keep={keep} />
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
            options={yearsUntil(today).map((year) => ({ value: String(year), label: String(year) }))}
            optional
          />
          <Select
            form={form}
            name="classe"
            label="Classe"
            placeholder="Toutes"
            options={[
              ...Object.entries(exitClassLabels).map(([value, label]) => ({ value, label })),
              { value: 'incomplete', label: 'À compléter' },
            ]}
            optional
          />
          <Select
            form={form}
            name="comptee"
            label="Comptée dans les taux"
            placeholder="Toutes"
            options={[
              { value: 'yes', label: 'Oui' },
              ...Object.entries(notCountedLabels).map(([value, label]) => ({ value, label, group: 'Non, parce que' })),
            ]}
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
          caption="Sorties"
          counted={['sortie', 'sorties']}
          columns={columnsFor(siaes.length > 1)}
          rows={rows}
          rowKey={({ id }) => id}
          sort={sort}
          hrefFor={(changes) => withQuery(HERE, query, changes)}
          page={{ number, size: SIZE, total: chosen.length }}
          exportHref={csv('partenaires')}
          empty={<Nothing filtered={filtered} year={filters.year} />}
        />
        {chosen.length === 0 ? null : (
          <p class="govuk-body-s m-screen-only">
            L’export est l’édition partenaires : les motifs de santé, de justice et de décès n’y sont pas.{' '}
            <a class="govuk-link" href={csv('referents')} download>
              Exporter l’édition référents
            </a>{' '}
            contient les motifs que vous pouvez lire.
          </p>
        )}
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Sorties' }] },
    )
  },
})
