import {
  frenchDate,
  frenchHours,
  frenchMonth,
  frenchShortDate,
  isoMonth,
  type Month,
  month,
  monthOf,
  monthsLater,
  parseMonth,
  plural,
} from '@maillage/kernel'
import { sheetDueOn } from '@maillage/rules/employment'
import { type Column, DataTable, EmptyState, Notification, Select, Tag, ViewForm } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { mayReadMonths, readsTotalsFromOutside } from '../policy.ts'
import { type MonthOverview, monthsOverview, mySiaes, type TerritoryMonth, territoryMonths } from '../queries/months-overview.ts'
import { monthHref } from './month-address.ts'
import { hoursOfMonth, SheetTag } from './month-parts.tsx'

const HERE = '/heures'
const MONTHS = 13
const FIRST = month('2014-01')

const ofSiae = (siaeId: string): readonly Column<MonthOverview>[] => [
  {
    key: 'mois',
    label: 'Mois',
    render: ({ month: of }) => (
      <a class="govuk-link" href={monthHref(siaeId, of)}>
        {frenchMonth(of).replace(' ', '\u00a0')}
      </a>
    ),
  },
  {
    key: 'etat',
    label: 'État',
    render: ({ state, late, dueOn }) => (
      <>
        <SheetTag state={state} /> {late ? <Tag tone="alert">{`En retard, attendu le ${frenchShortDate(dueOn)}`}</Tag> : null}
      </>
    ),
  },
  { key: 'personnes', label: 'Personnes sous contrat', align: 'end', render: ({ people }) => people },
  { key: 'manquent', label: 'Sans heures', align: 'end', render: ({ missing }) => (missing === 0 ? '' : missing) },
  { key: 'anomalies', label: 'Anomalies', align: 'end', render: ({ anomalies }) => (anomalies === 0 ? '' : anomalies) },
  {
    key: 'comptees',
    label: 'Heures comptées',
    align: 'end',
    render: ({ state, counted }) => (state === 'missing' || state === 'draft' ? '' : frenchHours(counted)),
  },
  { key: 'retenues', label: 'Heures retenues', align: 'end', render: ({ heldBack }) => (heldBack === 0 ? '' : frenchHours(heldBack)) },
]

async function myMonths(request: PageRequest<Member>): Promise<Reply> {
  const { siaes, siae, rows } = await request.read(async (ctx) => {
    const siaes = await mySiaes(ctx, ctx.actor.hat.organisationId)
    const siae = siaes.find(({ id }) => id === text(request.query, 'structure')) ?? siaes[0]
    return { siaes, siae, rows: siae ? await monthsOverview(ctx, { siaeId: siae.id, months: MONTHS }) : [] }
  })
  const late = rows.filter((row) => row.late)
  const oldest = late.at(-1)
  return show(
    'Heures du mois',
    <>
      {siae ? <p class="govuk-caption-l">{siae.name}</p> : null}
      <h1 class="govuk-heading-l">Heures du mois</h1>
      {siaes.length > 1 ? (
        <ViewForm action={HERE}>
          <Select
            form={{ values: { structure: siae?.id }, errors: [] }}
            name="structure"
            label="Structure"
            placeholder={null}
            options={siaes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </ViewForm>
      ) : null}
      {oldest && siae ? (
        <Notification kind="warning" title={late.length === 1 ? 'Un mois est en retard' : `${late.length} mois sont en retard`}>
          {late.length === 1 ? 'Les heures ' : 'Le plus ancien : les heures '}
          <a class="govuk-link" href={monthHref(siae.id, oldest.month)}>
            {hoursOfMonth(oldest.month)}
          </a>{' '}
          étaient à valider au plus tard le {frenchDate(oldest.dueOn)}. L’aide ne se calcule que sur des mois validés.
        </Notification>
      ) : null}
      <p class="govuk-body">
        Vos heures sont dans un logiciel de paie ou d’intérim ?{' '}
        <a class="govuk-link" href={`${HERE}/importer`}>
          Importer des heures
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href="/imports">
          Fichiers importés
        </a>
      </p>
      <DataTable
        caption="Les mois de la structure"
        counted={['mois', 'mois']}
        columns={ofSiae(siae?.id ?? '')}
        rows={rows}
        rowKey={({ month: of }) => isoMonth(of)}
        empty={
          <EmptyState title="Aucun mois à saisir">
            Un mois apparaît ici dès qu’une personne y a un contrat dans la structure. Déclarez d’abord une embauche.
          </EmptyState>
        }
      />
    </>,
    { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Heures' }] },
  )
}

const ofTerritory = (of: Month, late: boolean): readonly Column<TerritoryMonth>[] => [
  {
    key: 'structure',
    label: 'Structure',
    render: ({ siaeId, siaeName, state }) =>
      state === 'missing' ? (
        siaeName
      ) : (
        <a class="govuk-link" href={monthHref(siaeId, of)}>
          {siaeName}
        </a>
      ),
  },
  { key: 'type', label: 'Type', render: ({ kind }) => kind },
  {
    key: 'etat',
    label: 'État',
    render: ({ state }) =>
      state === 'missing' ? (
        <Tag tone={late ? 'attention' : 'neutral'}>{late ? 'Pas validé, en retard' : 'Pas encore validé'}</Tag>
      ) : (
        <>
          <SheetTag state={state} /> {late && state === 'reopened' ? <Tag tone="attention">En retard</Tag> : null}
        </>
      ),
  },
  {
    key: 'comptees',
    label: 'Heures comptées',
    align: 'end',
    render: ({ state, counted }) => (state === 'missing' ? '' : frenchHours(counted)),
  },
  { key: 'retenues', label: 'Heures retenues', align: 'end', render: ({ heldBack }) => (heldBack === 0 ? '' : frenchHours(heldBack)) },
]

async function theirMonths(request: PageRequest<Member>): Promise<Reply> {
  const { rows, of, now, due, late } = await request.read(async (ctx) => {
    const now = monthOf(ctx.today)
    const asked = parseMonth(text(request.query, 'mois'))
    const of = asked !== undefined && asked >= FIRST && asked <= now ? asked : monthsLater(now, -1)
    const due = sheetDueOn(ctx.law, of)
    return { rows: await territoryMonths(ctx, of), of, now, due, late: due < ctx.today }
  })
  const waited = rows.filter(({ state }) => state !== 'validated' && state !== 'sent').length
  const months = Array.from({ length: 24 }, (_, back) => monthsLater(now, -back))
  return show(
    `Heures ${hoursOfMonth(of)} des structures`,
    <>
      <h1 class="govuk-heading-l">Heures {hoursOfMonth(of)} des structures</h1>
      <p class="govuk-body">
        Les totaux se lisent une fois validés par la structure. Ce qu’elle saisit avant reste à elle.{' '}
        <a class="govuk-link" href={`${HERE}/retards`}>
          Voir les structures en retard
        </a>
      </p>
      <ViewForm action={HERE}>
        <Select
          form={{ values: { mois: isoMonth(of) }, errors: [] }}
          name="mois"
          label="Mois"
          placeholder={null}
          options={months.map((each) => ({ value: isoMonth(each), label: frenchMonth(each) }))}
        />
      </ViewForm>
      {rows.length === 0 ? null : (
        <p class="govuk-body">
          {waited === 0
            ? 'Toutes les structures ont validé ce mois.'
            : `${plural(waited, 'structure n’a pas validé', 'structures n’ont pas validé')} ce mois, à valider au plus tard le ${frenchDate(due)}.`}
        </p>
      )}
      <DataTable
        caption={`Structures, ${frenchMonth(of)}`}
        counted={['structure', 'structures']}
        columns={ofTerritory(of, late)}
        rows={rows}
        rowKey={({ siaeId }) => siaeId}
        empty={<EmptyState title="Aucune structure">Aucune structure n’est conventionnée dans vos départements ce mois-là.</EmptyState>}
      />
    </>,
    { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Heures' }] },
  )
}

/** The months: those of my structure with what they lack, or those of my territory once validated. */
export const monthsPage = memberPage({
  path: HERE,
  allowed: mayReadMonths,
  get: (request) => (readsTotalsFromOutside(request.actor) ? theirMonths(request) : myMonths(request)),
})
