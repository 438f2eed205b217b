import { frenchDate } from '@maillage/kernel'
import { ButtonLink, DataTable, EmptyState, SummaryList, Tag } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { publicPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { KIND_LABELS } from '../messages.fr.ts'
import { shownSiret } from '../model.ts'
import { maySteer } from '../policy.ts'
import { type SiaeCard, siaeCard, type WorksiteLine } from '../queries/siae-card.ts'

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
        render: ({ open }) => (open.last === null ? <Tag tone="positive">Ouvert</Tag> : <Tag>{`Fermé le ${frenchDate(open.last)}`}</Tag>),
      },
      ...(steers
        ? [
            {
              key: 'action',
              label: 'Action',
              render: ({ id, name, open }: WorksiteLine) =>
                open.last === null ? (
                  <a class="govuk-link" href={`/sites/${id}/fermer`}>
                    Fermer<span class="govuk-visually-hidden"> le site {name}</span>
                  </a>
                ) : (
                  '–'
                ),
            },
          ]
        : []),
    ]}
    empty={
      <EmptyState title="Aucun site" {...(steers ? { action: { label: 'Ajouter un site', href: `/structures/${card.id}/sites/ajouter` } } : {})}>
        {steers ? 'Ajoutez les lieux où les personnes travaillent : les heures y seront rattachées.' : 'Cette structure n’a pas encore déclaré de lieu de travail.'}
      </EmptyState>
    }
  />
)

function Card({ card, actor }: { readonly card: SiaeCard; readonly actor: Actor | null }) {
  const steers = actor !== null && card.open.last === null && maySteer(actor, card)
  return (
    <>
      <p class="govuk-caption-l">{KIND_LABELS[card.kind]}</p>
      <h1 class="govuk-heading-l">{card.name}</h1>
      <SummaryList
        rows={[
          { label: 'Organisme porteur', value: card.organisationName },
          { label: 'Département de conventionnement', value: card.departement },
          { label: 'Commune', value: card.commune },
          { label: 'SIRET', value: card.siret ? `${shownSiret(card.siret.number)}, depuis le ${frenchDate(card.siret.since)}` : 'Non renseigné' },
          { label: 'Ouverte', value: card.open.last ? `du ${frenchDate(card.open.first)} au ${frenchDate(card.open.last)}` : `depuis le ${frenchDate(card.open.first)}` },
        ]}
      />
      <Worksites card={card} steers={steers} />
      {steers && card.worksites.length > 0 ? <ButtonLink href={`/structures/${card.id}/sites/ajouter`}>Ajouter un site</ButtonLink> : null}
    </>
  )
}

/** The card of a structure: public, because people must be able to find it. */
export const siaePage = publicPage({
  path: '/structures/:id',
  async get({ actor, params, read }) {
    const id = recordId(params['id'])
    const card = id && (await read((ctx) => siaeCard(ctx, id)))
    if (!card) return notFoundReply
    return show(card.name, <Card card={card} actor={actor} />, {
      wide: true,
      breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Structures', href: '/structures' }, { label: card.name }],
    })
  },
})
