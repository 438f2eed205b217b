import { normalised, plural } from '@maillage/kernel'
import { type Column, DataTable, EmptyState, FilterForm, readPage, SearchForm, Select, Tag, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { NIR_MISSING_LABELS } from '../messages.fr.ts'
import { mayKeepNirs } from '../policy.ts'
import { type NirLine, type NirState, nirRegister } from '../queries/nir-register.ts'
import { NIRS_HREF, nirHref } from './nir-address.ts'

const SIZE = 25

/** The states that the list proposes, as they stand in its address. */
const STATES = new Map<string, { readonly state: NirState; readonly label: string }>([
  ['a-saisir', { state: 'unknown', label: 'À saisir' }],
  ['a-verifier', { state: 'check', label: 'À vérifier' }],
  ['absents', { state: 'missing', label: 'Absents, avec leur motif' }],
  ['enregistres', { state: 'recorded', label: 'Enregistrés' }],
])

const COLUMNS: readonly Column<NirLine>[] = [
  {
    key: 'personne',
    label: 'Personne',
    render: ({ personId, name }) => (
      <a class="govuk-link" href={nirHref(personId)}>
        {name}
      </a>
    ),
  },
  {
    key: 'numero',
    label: 'Numéro',
    render: ({ state }) =>
      state === 'unknown' ? (
        <Tag tone="attention">À saisir</Tag>
      ) : state === 'check' ? (
        <Tag tone="attention">À vérifier</Tag>
      ) : state === 'missing' ? (
        <Tag>Absent</Tag>
      ) : (
        <Tag tone="positive">Enregistré</Tag>
      ),
  },
  { key: 'motif', label: 'Motif', long: true, render: ({ missing }) => (missing === null ? '–' : NIR_MISSING_LABELS[missing]) },
]

const begins = (line: NirLine, words: readonly string[]): boolean => words.every((word) => ` ${normalised(line.name)}`.includes(` ${word}`))

/** Whose number payroll has, whose it lacks and why: never a number. */
export const nirsPage = memberPage({
  path: NIRS_HREF,
  allowed: mayKeepNirs,
  async get({ query, read }) {
    const all = await read(nirRegister)
    const [words, state] = [text(query, 'q').slice(0, 120), STATES.get(text(query, 'etat'))?.state]
    const typed = normalised(words).split(' ').filter(Boolean)
    const found = all.filter((line) => (state === undefined || line.state === state) && begins(line, typed))
    const number = readPage(query)
    const rows = found.slice((number - 1) * SIZE, number * SIZE)
    if (number > 1 && rows.length === 0) return goTo(withQuery(NIRS_HREF, query, { page: null }))
    const lacking = all.filter((line) => line.state === 'unknown' || line.state === 'check').length
    return show(
      'Numéros de sécurité sociale',
      <>
        <h1 class="govuk-heading-l">Numéros de sécurité sociale</h1>
        <p class="govuk-body">
          Les personnes que votre organisation emploie, ou qui viennent de la quitter. Cette liste ne montre aucun numéro : il se lit sur la
          page de la personne, par la paie seule.
        </p>
        {all.length === 0 ? null : (
          <>
            <p class="govuk-body">
              {lacking === 0
                ? 'Chaque personne a son numéro, ou le motif de son absence.'
                : `${plural(lacking, 'numéro est', 'numéros sont')} à saisir ou à vérifier.`}
            </p>
            <SearchForm action={NIRS_HREF} label="Nom ou prénom" value={words} keep={{ etat: text(query, 'etat') }} />
            <FilterForm
              action={NIRS_HREF}
              active={state === undefined ? 0 : 1}
              keep={{ q: words }}
              clearHref={withQuery(NIRS_HREF, { q: words }, {})}
            >
              <Select
                form={{ values: query, errors: [] }}
                name="etat"
                label="Numéros"
                placeholder="Tous"
                options={[...STATES].map(([value, { label }]) => ({ value, label }))}
                optional
              />
            </FilterForm>
          </>
        )}
        <DataTable
          caption="Numéros de sécurité sociale"
          counted={['personne', 'personnes']}
          columns={COLUMNS}
          rows={rows}
          rowKey={({ personId }) => personId}
          hrefFor={(changes) => withQuery(NIRS_HREF, query, changes)}
          page={{ number, size: SIZE, total: found.length }}
          empty={
            all.length === 0 ? (
              <EmptyState title="Aucune personne employée" action={{ label: 'Voir les contrats', href: '/contrats' }}>
                Une personne apparaît ici dès que son embauche est enregistrée et que votre équipe la suit.
              </EmptyState>
            ) : (
              <EmptyState title="Aucune personne ne correspond" action={{ label: 'Voir toutes les personnes', href: NIRS_HREF }}>
                Vérifiez l’orthographe du nom, ou retirez le filtre.
              </EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Contrats', href: '/contrats' }, { label: 'Numéros de sécurité sociale' }] },
    )
  },
})
