import { type CalendarDate, type DatedValue, frenchShortDate, includes, type Parameter } from '@maillage/kernel'
import { DataTable, EmptyState, SourceLine, Tag } from '@maillage/ui'
import { publicPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { lawTheme } from '../law-words.fr.ts'
import { shownUnit } from '../shown-unit.ts'
import { LawValue } from './law-value.tsx'

const period = ({ from, to }: DatedValue<unknown>) =>
  to === null ? `Depuis le ${frenchShortDate(from)}` : `Du ${frenchShortDate(from)} au ${frenchShortDate(to)}`

const History = ({ parameter, today }: { readonly parameter: Parameter<unknown>; readonly today: CalendarDate }) => (
  <DataTable
    caption="Ses valeurs"
    counted={['valeur', 'valeurs']}
    rows={parameter.values.toReversed()}
    rowKey={({ from, published }) => `${from} ${published}`}
    columns={[
      {
        key: 'periode',
        label: 'En vigueur',
        render: (value) => (
          <>
            {period(value)} {includes({ first: value.from, last: value.to }, today) ? <Tag tone="positive">Aujourd’hui</Tag> : null}
          </>
        ),
      },
      {
        key: 'valeur',
        label: `Valeur (${shownUnit(parameter.unit).label})`,
        render: ({ value }) => <LawValue value={value} unit={shownUnit(parameter.unit)} />,
      },
      { key: 'publication', label: 'Connue depuis le', render: ({ published }) => frenchShortDate(published) },
      { key: 'source', label: 'Source', render: ({ source }) => <SourceLine source={source} /> },
    ]}
    empty={<EmptyState title="Aucune valeur connue">Aucun texte lu à ce jour ne donne ce chiffre.</EmptyState>}
  />
)

/** One figure of the law: every value with its dates, its source and how sure we are of it. */
export const lawRulePage = publicPage({
  path: '/droit/:theme/:rule',
  async get({ params, read }) {
    const key = `${params['theme']}/${params['rule']}`
    const { law, today } = await read(async (ctx) => ({ law: ctx.law, today: ctx.today }))
    const parameter = law.parameters.find((each) => each.key === key)
    if (!parameter) return notFoundReply
    return show(
      parameter.label,
      <>
        <p class="govuk-caption-l">{lawTheme(parameter.key)}</p>
        <h1 class="govuk-heading-l">{parameter.label}</h1>
        {parameter.derogable ? (
          <p class="govuk-body">Un territoire ou une structure peut avoir sa propre valeur, par une décision datée.</p>
        ) : null}
        <History parameter={parameter} today={today} />
        <p class="govuk-body">En cas de doute, le texte officiel fait foi. Une valeur fausse se signale à l’administrateur du service.</p>
      </>,
      {
        wide: true,
        breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Le droit appliqué', href: '/droit' }, { label: parameter.label }],
      },
    )
  },
})
