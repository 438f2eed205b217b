import { type CalendarDate, frenchDate, frenchList } from '@maillage/kernel'
import { ButtonLink, DataTable, Tag } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { ROLE_LABELS } from '../../accounts/index.ts'
import { isOpen } from '../model.ts'
import { maySteer } from '../policy.ts'
import { hatsOn, type Member, type MemberHat, members } from '../queries/members.ts'
import { startingPeriod } from './shown-period.ts'

const Actions = ({ hat, today }: { readonly hat: MemberHat; readonly today: CalendarDate }) =>
  isOpen(hat, today) ? (
    <>
      <a class="govuk-link" href={`/casquettes/${hat.membershipId}/equipes`}>
        Équipes<span class="govuk-visually-hidden"> de la casquette {ROLE_LABELS[hat.role]}</span>
      </a>
      {' · '}
      <a class="govuk-link" href={`/casquettes/${hat.membershipId}/fin`}>
        Mettre fin<span class="govuk-visually-hidden"> à la casquette {ROLE_LABELS[hat.role]}</span>
      </a>
    </>
  ) : (
    <>–</>
  )

const State = ({ hat, today }: { readonly hat: MemberHat; readonly today: CalendarDate }) => {
  if (!isOpen(hat, today)) return <Tag>Terminée</Tag>
  return hat.open.last === null ? (
    <Tag tone="positive">En&nbsp;cours</Tag>
  ) : (
    <Tag tone="attention">{`Finit le ${frenchDate(hat.open.last)}`}</Tag>
  )
}

const Hats = ({ person, today, steers }: { readonly person: Member; readonly today: CalendarDate; readonly steers: boolean }) => (
  <DataTable<MemberHat>
    caption="Casquettes"
    counted={['casquette', 'casquettes']}
    rows={person.hats}
    rowKey={({ membershipId }) => membershipId}
    columns={[
      { key: 'role', label: 'Casquette', render: ({ role }) => ROLE_LABELS[role] ?? role },
      { key: 'equipes', label: 'Équipes', render: ({ units }) => frenchList(units.map(({ name }) => name)) || '–' },
      { key: 'dates', label: 'Durée', render: ({ open }) => startingPeriod(open) },
      { key: 'etat', label: 'État', render: (hat) => <State hat={hat} today={today} /> },
      ...(steers ? [{ key: 'action', label: 'Action', render: (hat: MemberHat) => <Actions hat={hat} today={today} /> }] : []),
    ]}
    empty={null}
  />
)

/** One person of the organisation, with every hat they have or had here. Nothing of what they are elsewhere. */
export const memberCardPage = memberPage({
  path: '/membres/:id',
  async get({ actor, params, read }) {
    const id = recordId(params['id'])
    const { people, today } = await read(async (ctx) => ({ people: await members(ctx, actor.hat.organisationId), today: ctx.today }))
    const person = people.find(({ accountId }) => accountId === id)
    if (!person) return notFoundReply
    const steers = maySteer(actor, actor.hat)
    const current = hatsOn(person, today).length > 0
    return show(
      person.name,
      <>
        <p class="govuk-caption-l">
          {current ? 'Membre' : 'Ancien membre'} · {actor.hat.organisationName}
        </p>
        <h1 class="govuk-heading-l">{person.name}</h1>
        <Hats person={person} today={today} steers={steers} />
        {steers && current ? (
          <ButtonLink href={`/membres/${person.accountId}/casquettes/ajouter`}>Donner une autre casquette</ButtonLink>
        ) : null}
      </>,
      {
        wide: true,
        breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Mon organisation', href: '/mon-organisation' }, { label: person.name }],
      },
    )
  },
})
