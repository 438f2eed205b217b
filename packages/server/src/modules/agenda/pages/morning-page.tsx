import { type CalendarDate, frenchLongDate, frenchShortDate, type Law, plural } from '@maillage/kernel'
import { type Column, DataTable, Details, EmptyState, FilterForm, Pagination, readPage, Select, SourceLine, withQuery } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { memberPage } from '../../../platform/http/page.ts'
import type { FormBody } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { ownTeams } from '../../people/index.ts'
import { dueWords, KIND_LABELS, MOMENT_LABELS } from '../due-words.fr.ts'
import { type Moment, momentOf, SILENCE_WEEKS, SILENCES_OFFERED } from '../model.ts'
import { mayReadMorning } from '../policy.ts'
import { type DueLine, whatFallsDue } from '../queries/what-falls-due.ts'
import { HORIZONS_IN_ADDRESS, KINDS_IN_ADDRESS, kindsFor, MORNING_HREF, readMorning } from './morning-address.ts'

const SIZE = 50
const MOMENTS = Object.keys(MOMENT_LABELS) as readonly Moment[]

interface Reader {
  readonly actor: Actor
  readonly law: Law
  readonly today: CalendarDate
}

const PERSON: Column<DueLine> = {
  key: 'personne',
  label: 'Personne',
  render: ({ personId, personName }) =>
    personName === null ? (
      'Personne que votre équipe ne suit plus'
    ) : (
      <a class="govuk-link" href={`/personnes/${personId}`}>
        {personName}
      </a>
    ),
}

const nextFor = (reader: Reader): Column<DueLine> => ({
  key: 'suite',
  label: 'Ce qui la règle',
  render: (line) => {
    const { act, others = [] } = dueWords(line, reader)
    return [act, ...others].map(({ label, href }) => (
      <div key={href}>
        <a class="govuk-link" href={href}>
          {label}
          <span class="govuk-visually-hidden"> : {line.personName ?? 'cette personne'}</span>
        </a>
      </div>
    ))
  },
})

const columnsFor = (reader: Reader): readonly Column<DueLine>[] => [
  PERSON,
  { key: 'echeance', label: 'Échéance', render: ({ dueOn }) => frenchShortDate(dueOn) },
  {
    key: 'quoi',
    label: 'De quoi il s’agit',
    long: true,
    render: (line) => {
      const { what, why } = dueWords(line, reader)
      return (
        <>
          {what}
          {why === null ? null : <div class="govuk-body-s govuk-!-margin-bottom-0">{why}</div>}
        </>
      )
    },
  },
  nextFor(reader),
]

/** Nothing is due to somebody nobody has seen for a while: no date that would be missed, only since when. */
const careColumnsFor = (reader: Reader): readonly Column<DueLine>[] => [
  PERSON,
  { key: 'quoi', label: 'Pourquoi', long: true, render: (line) => dueWords(line, reader).why },
  { ...nextFor(reader), label: 'Ce qui aide' },
]

function Filters({
  query,
  actor,
  active,
  teams,
}: {
  readonly query: FormBody
  readonly actor: Actor
  readonly active: number
  readonly teams: readonly { readonly id: string; readonly label: string }[]
}) {
  const form = { values: query, errors: [] }
  return (
    <FilterForm action={MORNING_HREF} active={active}>
      <Select
        form={form}
        name="quand"
        label="Quand"
        placeholder="Les 7 jours à venir"
        options={Object.entries(HORIZONS_IN_ADDRESS).map(([value, { label }]) => ({ value, label }))}
        optional
      />
      <Select
        form={form}
        name="quoi"
        label="De quoi il s’agit"
        placeholder="Tout"
        options={kindsFor(actor).map((kind) => ({ value: KINDS_IN_ADDRESS[kind], label: KIND_LABELS[kind] }))}
        optional
      />
      <Select
        form={form}
        name="suivi"
        label="Suivi"
        placeholder="Toute l’équipe"
        options={[{ value: 'moi', label: 'Dont je suis référent(e)' }]}
        optional
      />
      {teams.length > 1 ? (
        <Select
          form={form}
          name="equipe"
          label="Équipe"
          placeholder="Toutes"
          options={teams.map(({ id, label }) => ({ value: id, label }))}
          optional
        />
      ) : null}
      <Select
        form={form}
        name="semaines"
        label="Prendre des nouvelles après"
        placeholder={`${SILENCE_WEEKS} semaines sans acte`}
        options={SILENCES_OFFERED.filter((weeks) => weeks !== SILENCE_WEEKS).map((weeks) => ({
          value: String(weeks),
          label: `${weeks} semaines sans acte`,
        }))}
        optional
      />
    </FilterForm>
  )
}

/** Where the rules of the lines shown come from, each said once: repeated at each line, they would hide the people. */
function Rules({ rows, reader }: { readonly rows: readonly DueLine[]; readonly reader: Reader }) {
  const sources = new Map(
    rows.flatMap((line) => {
      const { source } = dueWords(line, reader)
      return source ? [[`${line.kind} ${source.article} ${source.title}`, { kind: line.kind, source }] as const] : []
    }),
  )
  if (sources.size === 0) return null
  return (
    <Details summary="D’où viennent ces règles">
      <ul class="govuk-list govuk-list--bullet">
        {[...sources].map(([key, { kind, source }]) => (
          <li key={key}>
            {KIND_LABELS[kind]}&nbsp;: <SourceLine source={source} />
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** What falls due for the people of my teams: what comes first, why it is there, and what settles it. What the home page already counts is not here. */
export const morningPage = memberPage({
  path: MORNING_HREF,
  allowed: mayReadMorning,
  async get({ actor, query, read }) {
    const { filters, active } = readMorning(query, actor)
    const number = readPage(query)
    const { list, teams, ...known } = await read(async (ctx) => ({
      list: await whatFallsDue(ctx, filters, { offset: (number - 1) * SIZE, limit: SIZE }),
      teams: actor.hat.units.length > 1 ? await ownTeams(ctx) : [],
      today: ctx.today,
      law: ctx.law,
    }))
    if (number > 1 && list.rows.length === 0) return goTo(withQuery(MORNING_HREF, query, { page: null }))
    const hrefFor = (changes: Record<string, string | null>) => withQuery(MORNING_HREF, query, changes)
    const reader = { actor, ...known }
    const groups = MOMENTS.map((moment) => ({
      moment,
      rows: list.rows.filter(({ kind, dueOn }) => momentOf(kind, dueOn, known.today) === moment),
    })).filter(({ rows }) => rows.length > 0)
    return show(
      'Ma matinée',
      <>
        <p class="govuk-caption-l">{frenchLongDate(known.today)}</p>
        <h1 class="govuk-heading-l">Ma matinée</h1>
        <p class="govuk-body">
          Ce qui arrive à échéance pour les personnes que suivent vos équipes. Les candidatures reçues, les demandes et les anomalies sont
          sur{' '}
          <a class="govuk-link" href="/">
            votre accueil
          </a>
          .
        </p>
        <p class="govuk-body m-screen-only">
          Une absence, un départ{'\u202f'}?{' '}
          <a class="govuk-link" href="/relais">
            Passer le relais
          </a>
        </p>
        <Filters query={query} actor={actor} active={active} teams={teams} />
        {groups.length === 0 ? (
          active > 0 ? (
            <EmptyState title="Rien ne correspond" action={{ label: 'Revenir à ma matinée', href: MORNING_HREF }}>
              Rien n’arrive à échéance avec ces filtres.
            </EmptyState>
          ) : (
            <EmptyState
              title="Rien n’arrive à échéance cette semaine"
              action={{ label: 'Voir les 3 mois à venir', href: hrefFor({ quand: '3-mois' }) }}
            >
              Les rendez-vous, les contrats et les PASS IAE des personnes que vous suivez apparaîtront ici à l’approche de leur date.
            </EmptyState>
          )
        ) : (
          <>
            <p class="govuk-body">{plural(list.total, 'échéance')}</p>
            {groups.map(({ moment, rows }) => (
              <DataTable<DueLine>
                key={moment}
                caption={MOMENT_LABELS[moment]}
                counted={moment === 'care' ? ['personne', 'personnes'] : ['échéance', 'échéances']}
                columns={moment === 'care' ? careColumnsFor(reader) : columnsFor(reader)}
                rows={rows}
                rowKey={({ kind, subjectId }) => `${kind} ${subjectId}`}
                empty={null}
              />
            ))}
            <Pagination number={number} size={SIZE} total={list.total} label="Ma matinée" hrefFor={hrefFor} />
            <Rules rows={list.rows} reader={reader} />
            <p class="govuk-body">
              <a class="govuk-link m-list-export" href={withQuery(`${MORNING_HREF}.csv`, query, { page: null })} download>
                Exporter la liste
              </a>
            </p>
          </>
        )}
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Ma matinée' }] },
    )
  },
})
