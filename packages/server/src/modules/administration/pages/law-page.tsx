import { frenchShortDate, type LawOfDay, type Parameter, plural } from '@maillage/kernel'
import { DataTable, EmptyState, SearchForm } from '@maillage/ui'
import { publicPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { findParameters } from '../find-parameters.ts'
import { lawTheme } from '../law-words.fr.ts'
import { shownUnit } from '../shown-unit.ts'
import { plainText } from './law-value.tsx'

/** Longer than this, a value is read on the page of its rule. */
const SHORT = 40

/** « 1 critère », « 3 critères » : the unit is written in the plural, and « mois » keeps its s. */
const unitOf = (value: number, label: string) => (Math.abs(value) < 2 ? label.replace(/^(\S*[^i\s])s\b/, '$1') : label)

function valueToday(parameter: Parameter<unknown>, law: LawOfDay): string {
  const dated = law.find(parameter)
  if (!dated) return 'Aucun texte connu'
  const shown = shownUnit(parameter.unit)
  const text = plainText(dated.value, shown)
  if (text === undefined || text.length > SHORT) return 'Plusieurs cas'
  return typeof dated.value === 'number' ? `${text}\u00a0${unitOf(dated.value / shown.divisor, shown.label)}` : text
}

const since = (parameter: Parameter<unknown>, law: LawOfDay): string => {
  const dated = law.find(parameter)
  return dated ? frenchShortDate(dated.from) : '–'
}

interface Props {
  readonly parameters: readonly Parameter<unknown>[]
  readonly law: LawOfDay
}

const Theme = ({ title, parameters, law }: Props & { readonly title: string }) => (
  <DataTable
    caption={title}
    counted={['règle', 'règles']}
    rows={parameters}
    rowKey={({ key }) => key}
    columns={[
      {
        key: 'regle',
        label: 'Règle',
        render: ({ key, label }) => (
          <a class="govuk-link" href={`/droit/${key}`}>
            {label}
          </a>
        ),
      },
      { key: 'valeur', label: 'Aujourd’hui', render: (parameter) => valueToday(parameter, law) },
      { key: 'depuis', label: 'Depuis le', render: (parameter) => since(parameter, law) },
    ]}
    empty={null}
  />
)

const Rules = ({ parameters, law }: Props) => (
  <>
    {[...Map.groupBy(parameters, ({ key }) => lawTheme(key))].map(([title, ofTheme]) => (
      <Theme key={title} title={title} parameters={ofTheme} law={law} />
    ))}
  </>
)

function Found({ parameters, law, typed }: Props & { readonly typed: string }) {
  if (parameters.length === 0)
    return (
      <EmptyState title="Aucune règle ne correspond" action={{ label: 'Voir toutes les règles', href: '/droit' }}>
        Essayez un seul mot, par exemple «&nbsp;prolongation&nbsp;».
      </EmptyState>
    )
  return (
    <>
      {typed === '' ? null : (
        <p class="govuk-body" role="status">
          {plural(parameters.length, 'règle trouvée', 'règles trouvées')}.{' '}
          <a class="govuk-link" href="/droit">
            Voir toutes les règles
          </a>
        </p>
      )}
      <Rules parameters={parameters} law={law} />
    </>
  )
}

/** The dated figures of the law, as they are today; each leads to its history and its sources. */
export const lawPage = publicPage({
  path: '/droit',
  async get({ query, read }) {
    const typed = typeof query['q'] === 'string' ? query['q'].trim().slice(0, 80) : ''
    const { law, today } = await read(async (ctx) => ({ law: ctx.law, today: ctx.today }))
    return show(
      'Le droit appliqué',
      <>
        <h1 class="govuk-heading-l">Le droit appliqué</h1>
        <p class="govuk-body">
          Les règles de Maillage sont des chiffres datés. Un calcul fait pour un jour passé prend la valeur de ce jour-là&nbsp;; un jour
          qu’aucun texte ne couvre n’a pas de réponse. Chaque règle dit d’où elle vient, et si nous l’avons lue dans le texte, dans le code
          public de l’État, ou apprise du terrain.
        </p>
        {law.parameters.length === 0 ? (
          <EmptyState title="Aucune règle chargée">Ce service ne connaît encore aucun chiffre du droit.</EmptyState>
        ) : (
          <>
            <SearchForm action="/droit" label="Chercher une règle" hint="Un mot, ou un numéro d’article" value={typed} />
            <Found parameters={findParameters(law.parameters, typed)} law={law.on(today)} typed={typed} />
          </>
        )}
        <p class="govuk-hint">Version du droit&nbsp;: {law.version}</p>
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Le droit appliqué' }] },
    )
  },
})
