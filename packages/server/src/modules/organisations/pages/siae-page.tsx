import { frenchDate, includes } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, DataTable, Details, EmptyState, InsetText, SummaryList, Tag } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { publicPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { KIND_LABELS, UNIT_LABELS } from '../messages.fr.ts'
import { shownSiret } from '../model.ts'
import { followsMoney, maySteer, proposesPeople } from '../policy.ts'
import { type SiaeCard, siaeCard, type WorksiteLine } from '../queries/siae-card.ts'
import { waitingSuccessions } from '../queries/successors.ts'
import { shownPeriod, startingPeriod } from './shown-period.ts'

const WorksiteActions = ({ site: { id, name } }: { readonly site: WorksiteLine }) => (
  <>
    <a class="govuk-link" href={`/sites/${id}/modifier`}>
      Modifier<span class="govuk-visually-hidden"> le site {name}</span>
    </a>
    {' · '}
    <a class="govuk-link" href={`/sites/${id}/fermer`}>
      Fermer<span class="govuk-visually-hidden"> le site {name}</span>
    </a>
  </>
)

const Worksites = ({ card, steers }: { readonly card: SiaeCard; readonly steers: boolean }) => (
  <DataTable<WorksiteLine>
    caption="Sites et chantiers"
    counted={['site', 'sites']}
    rows={card.worksites}
    rowKey={({ id }) => id}
    columns={[
      { key: 'nom', label: 'Nom', render: ({ name }) => name },
      { key: 'adresse', label: 'Adresse', render: ({ address }) => address ?? '–' },
      { key: 'commune', label: 'Commune', render: ({ commune }) => commune },
      {
        key: 'etat',
        label: 'État',
        render: ({ open }) =>
          open.last === null ? (
            <Tag tone="positive">Ouvert</Tag>
          ) : (
            <Tag>{`${open.last < card.today ? 'Fermé le' : 'Ouvert jusqu’au'} ${frenchDate(open.last)}`}</Tag>
          ),
      },
      ...(steers
        ? [
            {
              key: 'action',
              label: 'Action',
              render: (site: WorksiteLine) => (site.open.last === null ? <WorksiteActions site={site} /> : '–'),
            },
          ]
        : []),
    ]}
    empty={
      <EmptyState
        title="Aucun site"
        {...(steers ? { action: { label: 'Ajouter un site', href: `/structures/${card.id}/sites/ajouter` } } : {})}
      >
        {steers
          ? 'Ajoutez les lieux où les personnes travaillent\u00a0: les heures y seront rattachées.'
          : 'Cette structure n’a pas encore déclaré de lieu de travail.'}
      </EmptyState>
    }
  />
)

/** The number in force, and the others on demand: a structure that moves stays itself. */
function Sirets({ card }: { readonly card: SiaeCard }) {
  const current = card.sirets.find(({ open }) => includes(open, card.today))
  const others = card.sirets.filter((each) => each !== current)
  return (
    <>
      {current ? `${shownSiret(current.number)}, ${shownPeriod(current.open)}` : 'Non renseigné'}
      {others.length > 0 ? (
        <Details summary="Autres numéros">
          <ul class="govuk-list">
            {others.map(({ number, open }) => (
              <li key={open.first}>{`${shownSiret(number)}, ${shownPeriod(open)}`}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  )
}

const Units = ({ units }: Pick<SiaeCard, 'units'>) =>
  units.length === 0 ? null : (
    <ul class="govuk-list">
      {units.map(({ id, name, kind }) => (
        <li key={id}>{`${name} (${UNIT_LABELS[kind].toLowerCase()})`}</li>
      ))}
    </ul>
  )

/** Where the reader goes from here, each by what they may do there. */
function Ways({ card: { id }, steers, money }: { readonly card: SiaeCard; readonly steers: boolean; readonly money: boolean }) {
  const ways = [
    ...(money
      ? [
          { href: `/conventions/${id}`, label: 'Convention et annexes financières' },
          { href: `/structures/${id}/aide-au-poste`, label: 'Aide au poste estimée' },
          { href: `/observatoire/structure/${id}`, label: 'Chiffres de la structure' },
        ]
      : []),
    ...(steers
      ? [
          { href: `/structures/${id}/encadrement`, label: 'Salariés permanents' },
          { href: `/structures/${id}/competences`, label: 'Compétences vues au travail' },
          { href: `/structures/${id}/fin`, label: 'Fusion, reprise ou fin de la structure' },
        ]
      : []),
  ]
  if (ways.length === 0) return null
  return (
    <nav aria-labelledby="suite">
      <h2 class="govuk-heading-m" id="suite">
        À propos de cette structure
      </h2>
      <ul class="govuk-list">
        {ways.map(({ href, label }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface Shown {
  readonly card: SiaeCard
  readonly actor: Actor | null
  /** What waits for an answer about its end; for who steers it. */
  readonly waiting: Awaited<ReturnType<typeof waitingSuccessions>>
}

function Card({ card, actor, waiting }: Shown) {
  const steers = actor !== null && includes(card.open, card.today) && maySteer(actor, card)
  return (
    <>
      <p class="govuk-caption-l">{KIND_LABELS[card.kind]}</p>
      <h1 class="govuk-heading-l">{card.name}</h1>
      <SummaryList
        rows={[
          {
            label: 'Organisme porteur',
            value: (
              <a class="govuk-link" href={`/organisations/${card.organisationId}`}>
                {card.organisationName}
              </a>
            ),
          },
          { label: 'Département de conventionnement', value: card.departement },
          { label: 'Commune', value: card.commune },
          {
            label: 'SIRET',
            value: card.sirets.length > 0 ? <Sirets card={card} /> : undefined,
            ...(steers ? { action: { label: 'Enregistrer un nouveau numéro', href: `/structures/${card.id}/siret` } } : {}),
          },
          { label: 'Ouverture', value: startingPeriod(card.open) },
          ...(card.successor
            ? [
                {
                  label: 'Reprise par',
                  value: (
                    <a class="govuk-link" href={`/structures/${card.successor.id}`}>
                      {card.successor.name}
                    </a>
                  ),
                },
              ]
            : []),
          ...(card.takenOver.length > 0 ? [{ label: 'A repris', value: card.takenOver.map(({ name }) => name).join(', ') }] : []),
          {
            label: 'Équipes',
            value: card.units.length > 0 ? <Units units={card.units} /> : 'Aucune équipe déclarée',
            ...(steers ? { action: { label: 'Ajouter une équipe', href: `/mon-organisation/equipes/ajouter?siaeId=${card.id}` } } : {}),
          },
        ]}
      />
      {actor !== null && proposesPeople(actor) && includes(card.open, card.today) ? (
        <ButtonGroup>
          <ButtonLink href={`/orienter?structure=${card.id}`}>Orienter vers cette structure</ButtonLink>
        </ButtonGroup>
      ) : null}
      {waiting.map(({ id, ending, successor, mine }) => (
        <InsetText key={id}>
          {mine ? (
            <>
              La reprise par « {successor} » attend la réponse de son organisme.{' '}
              <a href={`/reprises/${id}/retirer`}>Retirer la proposition</a>
            </>
          ) : (
            <>
              « {ending} » propose que cette structure la reprenne. <a href={`/reprises/${id}`}>Répondre</a>
            </>
          )}
        </InsetText>
      ))}
      <Worksites card={card} steers={steers} />
      {steers && card.worksites.length > 0 ? (
        <ButtonGroup>
          <ButtonLink href={`/structures/${card.id}/sites/ajouter`}>Ajouter un site</ButtonLink>
        </ButtonGroup>
      ) : null}
      <Ways card={card} steers={steers} money={actor !== null && followsMoney(actor, card)} />
    </>
  )
}

/** The card of a structure: public, because people must be able to find it. */
export const siaePage = publicPage({
  path: '/structures/:id',
  async get({ actor, params, read }) {
    const id = recordId(params['id'])
    const found =
      id &&
      (await read(async (ctx) => {
        const card = await siaeCard(ctx, id)
        return card && { card, waiting: actor !== null && maySteer(actor, card) ? await waitingSuccessions(ctx, id) : [] }
      }))
    if (!found) return notFoundReply
    const { card, waiting } = found
    return show(card.name, <Card card={card} actor={actor} waiting={waiting} />, {
      wide: true,
      breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Structures', href: '/structures' }, { label: card.name }],
    })
  },
})
