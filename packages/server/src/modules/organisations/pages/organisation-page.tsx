import { type CalendarDate, frenchDate, includes, plural } from '@maillage/kernel'
import { ButtonLink, DataTable, EmptyState, SummaryList, Tag } from '@maillage/ui'
import type { ReadCtx } from '../../../platform/command/read.ts'
import { publicPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { BASIS_LABELS, KIND_LABELS } from '../messages.fr.ts'
import { shownSiren } from '../model.ts'
import { mayAuthorise } from '../policy.ts'
import { kindLabel } from '../prescriber-kinds.ts'
import { type AuthorisationLine, type CarriedSiae, type OrganisationCard, organisationCard } from '../queries/organisation-card.ts'
import { departementsOf, territoriesOf } from '../store.ts'
import { FunctionTable } from './function-table.tsx'
import { startingPeriod } from './shown-period.ts'

const Carried = ({ carried }: { readonly carried: readonly CarriedSiae[] }) => (
  <DataTable<CarriedSiae>
    caption="Structures portées"
    counted={['structure', 'structures']}
    rows={carried}
    rowKey={({ id }) => id}
    columns={[
      {
        key: 'nom',
        label: 'Structure',
        render: ({ id, name }) => (
          <a class="govuk-link" href={`/structures/${id}`}>
            {name}
          </a>
        ),
      },
      { key: 'type', label: 'Type', render: ({ kind }) => KIND_LABELS[kind] },
      { key: 'departement', label: 'Département', render: ({ departement }) => departement },
      { key: 'dates', label: 'Ouverture', render: ({ open }) => startingPeriod(open) },
    ]}
    empty={null}
  />
)

const StandingTag = ({ open, today }: { readonly open: AuthorisationLine['open']; readonly today: CalendarDate }) =>
  includes(open, today) ? (
    <Tag tone="positive">En&nbsp;cours</Tag>
  ) : open.first > today ? (
    <Tag tone="info">À venir</Tag>
  ) : (
    <Tag>Terminée</Tag>
  )

const Authorisations = ({ lines, today }: { readonly lines: readonly AuthorisationLine[]; readonly today: CalendarDate }) => (
  <DataTable<AuthorisationLine>
    caption="Habilitation à prescrire"
    counted={['habilitation', 'habilitations']}
    rows={lines}
    rowKey={({ id }) => id}
    columns={[
      { key: 'type', label: 'Type de prescripteur', render: ({ kind }) => kindLabel(kind) },
      { key: 'droit', label: 'Fondement', render: ({ basis }) => BASIS_LABELS[basis] },
      {
        key: 'decision',
        label: 'Décision',
        render: ({ reference, decidedOn }) => (reference ? `${reference}${decidedOn ? `, du ${frenchDate(decidedOn)}` : ''}` : '–'),
      },
      { key: 'dates', label: 'Durée', render: ({ open }) => startingPeriod(open) },
      { key: 'etat', label: 'État', render: ({ open }) => <StandingTag open={open} today={today} /> },
    ]}
    empty={
      <EmptyState title="Pas d’habilitation à prescrire">
        Cette organisation peut orienter une personne vers une structure&nbsp;; le diagnostic est alors fait par un prescripteur habilité ou
        par la structure.
      </EmptyState>
    }
  />
)

/** Whether the card has something to say about prescribing: it says « none » only of those who orient. */
const prescribes = ({ functions, authorisations }: OrganisationCard) =>
  authorisations.length > 0 || functions.some((each) => each.function === 'prescriber')

/** Structures and kinds are counted apart: one carrier may hold several agreements, of one kind or of several (S0-03). */
const agreementsHeld = ({ carried }: OrganisationCard, today: CalendarDate) => {
  const open = carried.filter((each) => includes(each.open, today))
  return open.length === 0
    ? undefined
    : `${plural(open.length, 'structure')}, de ${plural(new Set(open.map(({ kind }) => kind)).size, 'type')}`
}

const placeOf = async (ctx: ReadCtx, authority: string, prescriber: string) => ({
  authorityOn: await territoriesOf(ctx, authority, 'authority', ctx.today),
  prescribesOn: await departementsOf(ctx, prescriber, 'prescriber', ctx.today),
})

/** The public card of an organisation: what it does and where, what it carries, by which right it prescribes. */
export const organisationPage = publicPage({
  path: '/organisations/:id',
  async get({ actor, params, read }) {
    const id = recordId(params['id'])
    if (!id) return notFoundReply
    const { card, today, place } = await read(async (ctx) => ({
      card: await organisationCard(ctx, id),
      today: ctx.today,
      // Read for an officer only: nobody else is offered anything here.
      place: actor?.hat?.role === 'authority_officer' ? await placeOf(ctx, actor.hat.organisationId, id) : null,
    }))
    if (!card) return notFoundReply
    const byOrder = card.authorisations.some(({ basis, open }) => basis === 'order' && includes(open, today))
    const decides = actor !== null && !byOrder && place !== null && mayAuthorise(actor, place)
    return show(
      card.name,
      <>
        <p class="govuk-caption-l">Organisation</p>
        <h1 class="govuk-heading-l">{card.name}</h1>
        <SummaryList
          rows={[
            { label: 'SIREN', value: card.siren ? shownSiren(card.siren) : undefined },
            { label: 'Forme juridique', value: card.legalForm },
            ...(card.carried.length > 0 ? [{ label: 'Structures ouvertes', value: agreementsHeld(card, today) ?? 'Aucune' }] : []),
          ]}
        />
        <FunctionTable lines={card.functions} />
        {card.carried.length > 0 ? <Carried carried={card.carried} /> : null}
        {prescribes(card) ? <Authorisations lines={card.authorisations} today={today} /> : null}
        {decides ? <ButtonLink href={`/organisations/${card.id}/habiliter`}>Enregistrer une décision du préfet</ButtonLink> : null}
        {decides ? (
          <p class="govuk-body">
            <a class="govuk-link" href={`/organisations/${card.id}/sans-habilitation`}>
              Constater des prescriptions sans habilitation
            </a>
          </p>
        ) : null}
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: card.name }] },
    )
  },
})
