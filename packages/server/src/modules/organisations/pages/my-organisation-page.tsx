import { type CalendarDate, frenchDate, frenchList } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, type Column, DataTable, Details, EmptyState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { ROLE_LABELS } from '../../accounts/index.ts'
import { UNIT_LABELS } from '../messages.fr.ts'
import { maySteer } from '../policy.ts'
import { delegations } from '../queries/delegations.ts'
import { hatsOn, type Member, members } from '../queries/members.ts'
import { organisationCard } from '../queries/organisation-card.ts'
import { type UnitLine, units } from '../queries/units.ts'
import { DelegationTable } from './delegation-table.tsx'
import { FunctionTable } from './function-table.tsx'

const roleList = (roles: readonly string[]) => frenchList([...new Set(roles)].map((role) => ROLE_LABELS[role] ?? role))

const NAME: Column<Member> = {
  key: 'nom',
  label: 'Nom',
  render: ({ accountId, name }) => (
    <a class="govuk-link" href={`/membres/${accountId}`}>
      {name}
    </a>
  ),
}

const earliest = (hats: Member['hats']) =>
  hats.reduce((first, { open }) => (open.first < first ? open.first : first), hats[0]?.open.first as CalendarDate)
const latest = (hats: Member['hats']) =>
  hats.reduce<CalendarDate | null>((last, { open }) => (open.last !== null && (last === null || open.last > last) ? open.last : last), null)

function CurrentMembers({ people, today }: { readonly people: readonly Member[]; readonly today: CalendarDate }) {
  return (
    <DataTable<Member>
      caption="Membres"
      counted={['membre', 'membres']}
      rows={people}
      rowKey={({ accountId }) => accountId}
      columns={[
        NAME,
        { key: 'casquettes', label: 'Casquettes', render: (person) => roleList(hatsOn(person, today).map(({ role }) => role)) },
        {
          key: 'equipes',
          label: 'Équipes',
          render: (person) => frenchList([...new Set(hatsOn(person, today).flatMap((hat) => hat.units.map(({ name }) => name)))]) || '–',
        },
        { key: 'depuis', label: 'Depuis', render: (person) => frenchDate(earliest(hatsOn(person, today))) },
      ]}
      empty={<EmptyState title="Aucun membre">Ajoutez les personnes qui travaillent ici.</EmptyState>}
    />
  )
}

function FormerMembers({ people }: { readonly people: readonly Member[] }) {
  if (people.length === 0) return null
  return (
    <Details summary={`Anciens membres (${people.length})`}>
      <DataTable<Member>
        caption="Anciens membres"
        counted={['personne', 'personnes']}
        rows={people}
        rowKey={({ accountId }) => accountId}
        columns={[
          NAME,
          { key: 'casquettes', label: 'Casquettes', render: ({ hats }) => roleList(hats.map(({ role }) => role)) },
          { key: 'depart', label: 'Dernier jour', render: ({ hats }) => frenchDate(latest(hats) ?? earliest(hats)) },
        ]}
        empty={null}
      />
    </Details>
  )
}

const UnitActions = ({ unit: { id, name } }: { readonly unit: UnitLine }) => (
  <>
    <a class="govuk-link" href={`/equipes/${id}/modifier`}>
      Renommer<span class="govuk-visually-hidden"> {name}</span>
    </a>
    {' · '}
    <a class="govuk-link" href={`/equipes/${id}/fermer`}>
      Fermer<span class="govuk-visually-hidden"> {name}</span>
    </a>
  </>
)

const UNIT_COLUMNS: readonly Column<UnitLine>[] = [
  { key: 'nom', label: 'Nom', render: ({ name }) => name },
  { key: 'nature', label: 'Nature', render: ({ kind }) => UNIT_LABELS[kind] },
  { key: 'structure', label: 'Structure', render: ({ siaeName }) => siaeName ?? 'Toute l’organisation' },
  { key: 'membres', label: 'Membres', align: 'end', render: ({ memberCount }) => String(memberCount) },
]
const UNIT_ACTION: Column<UnitLine> = {
  key: 'action',
  label: 'Action',
  render: (unit) => (unit.open.last === null ? <UnitActions unit={unit} /> : `Ferme le ${frenchDate(unit.open.last)}`),
}

const ADD_UNIT = { label: 'Ajouter une équipe', href: '/mon-organisation/equipes/ajouter' }

/** Who works here, in which team, who stands in for whom: read by every member, changed by those who steer. */
export const myOrganisationPage = memberPage({
  path: '/mon-organisation',
  async get({ actor, read }) {
    const { organisationId } = actor.hat
    const { card, people, teams, deputies, today } = await read(async (ctx) => ({
      card: await organisationCard(ctx, organisationId),
      people: await members(ctx, organisationId),
      teams: await units(ctx, organisationId),
      deputies: await delegations(ctx, organisationId),
      today: ctx.today,
    }))
    if (!card) return notFoundReply
    const steers = maySteer(actor, actor.hat)
    const isCurrent = (person: Member) => hatsOn(person, today).length > 0
    return show(
      'Mon organisation',
      <>
        <p class="govuk-caption-l">Mon organisation</p>
        <h1 class="govuk-heading-l">{card.name}</h1>
        <p class="govuk-body">
          <a class="govuk-link" href={`/organisations/${card.id}`}>
            Voir sa fiche publique
          </a>
        </p>
        <CurrentMembers people={people.filter(isCurrent)} today={today} />
        {steers ? (
          <ButtonGroup>
            <ButtonLink href="/mon-organisation/membres/ajouter">Ajouter un membre</ButtonLink>
          </ButtonGroup>
        ) : null}
        <FormerMembers people={people.filter((person) => !isCurrent(person))} />
        <DataTable<UnitLine>
          caption="Équipes et agences"
          counted={['équipe', 'équipes']}
          rows={teams}
          rowKey={({ id }) => id}
          columns={steers ? [...UNIT_COLUMNS, UNIT_ACTION] : UNIT_COLUMNS}
          empty={
            <EmptyState title="Aucune équipe" {...(steers ? { action: ADD_UNIT } : {})}>
              Les droits sur les personnes accompagnées sont tenus par une équipe&nbsp;: sans équipe, aucun dossier ne peut être ouvert.
            </EmptyState>
          }
        />
        {steers && teams.length > 0 ? (
          <ButtonGroup>
            <ButtonLink kind="secondary" href={ADD_UNIT.href}>
              {ADD_UNIT.label}
            </ButtonLink>
          </ButtonGroup>
        ) : null}
        <DelegationTable lines={deputies} actor={actor} today={today} />
        <ButtonGroup>
          <ButtonLink kind="secondary" href="/mon-organisation/suppleances/ajouter">
            Me faire suppléer
          </ButtonLink>
        </ButtonGroup>
        <FunctionTable lines={card.functions} />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Mon organisation' }] },
    )
  },
})
