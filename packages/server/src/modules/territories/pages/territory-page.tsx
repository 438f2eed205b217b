import { frenchDate, frenchNumber } from '@maillage/kernel'
import { DataTable, EmptyState, readPage, SearchForm, SummaryList, type SummaryRow, withQuery } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { publicPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { KIND_LABELS, legalTimeLabel } from '../messages.fr.ts'
import type { TerritoryKind } from '../model.ts'
import { readTerritoryId } from '../model.ts'
import { mayClose } from '../policy.ts'
import { dayShown } from '../queries/day-shown.ts'
import { type CommuneLine, listCommunes } from '../queries/list-communes.ts'
import { type Neighbour, type TerritoryCard, territoryCard } from '../queries/territory-card.ts'

const SIZE = 50
/** A région meets too many EPCI to list them; its départements lead to them. */
const MOST_NEIGHBOURS = 60

const Links = ({ of }: { readonly of: readonly Neighbour[] }) => (
  <ul class="govuk-list m-plain-list">
    {of.map(({ id, name }) => (
      <li key={id}>
        <a class="govuk-link" href={`/territoires/${id}`}>
          {name}
        </a>
      </li>
    ))}
  </ul>
)

function neighbourRows({ kind, neighbours }: TerritoryCard): readonly SummaryRow[] {
  return (['region', 'departement', 'epci', 'bassin', 'perimeter'] satisfies TerritoryKind[])
    .filter((other) => other !== kind)
    .flatMap((other) => {
      const found = neighbours.filter((each) => each.kind === other)
      const [one, many] = KIND_LABELS[other]
      if (found.length === 0 || found.length > MOST_NEIGHBOURS) return []
      return [{ label: found.length === 1 ? one : many, value: <Links of={found} /> }]
    })
}

const validity = ({ open }: TerritoryCard) =>
  open.last === null ? `depuis le ${frenchDate(open.first)}` : `du ${frenchDate(open.first)} au ${frenchDate(open.last)}`

function Card({ card, actor }: { readonly card: TerritoryCard; readonly actor: Actor | null }) {
  const drawn = card.kind === 'bassin' || card.kind === 'perimeter'
  const closes =
    actor !== null && card.organisationId !== null && card.open.last === null && mayClose(actor, { organisationId: card.organisationId })
  return (
    <>
      <p class="govuk-caption-l">{KIND_LABELS[card.kind][0]}</p>
      <h1 class="govuk-heading-l">{card.name}</h1>
      <SummaryList
        rows={[
          ...(drawn
            ? [
                { label: card.organisationId === null ? 'Publié par' : 'Dessiné par', value: card.origin },
                { label: 'En vigueur', value: validity(card) },
              ]
            : [{ label: card.kind === 'commune' ? 'Code Insee' : 'Code', value: card.code }]),
          { label: 'Habitants', value: card.inhabitants === null ? null : frenchNumber(card.inhabitants) },
          ...(card.kind === 'commune'
            ? [{ label: card.postalCodes.length > 1 ? 'Codes postaux' : 'Code postal', value: card.postalCodes.join(', ') }]
            : [{ label: 'Communes', value: frenchNumber(card.communes) }]),
          ...(card.timeZone === null ? [] : [{ label: 'Heure légale', value: legalTimeLabel(card.timeZone) }]),
          ...neighbourRows(card),
        ]}
      />
      {closes ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/territoires/${card.id}/clore`}>
            Clore ce périmètre
          </a>
        </p>
      ) : null}
    </>
  )
}

interface CommunesProps {
  readonly card: TerritoryCard
  readonly list: { readonly rows: readonly CommuneLine[]; readonly total: number }
  readonly typed: string
  readonly page: number
}

const Communes = ({ card, list, typed, page }: CommunesProps) => (
  <>
    {card.communes > SIZE ? (
      <SearchForm action={`/territoires/${card.id}`} label="Chercher une commune" hint="Début du nom, ou code Insee" value={typed} />
    ) : null}
    <DataTable<CommuneLine>
      caption="Communes"
      counted={['commune', 'communes']}
      rows={list.rows}
      rowKey={({ id }) => id}
      hrefFor={(changes) => withQuery(`/territoires/${card.id}`, { q: typed }, changes)}
      page={{ number: page, size: SIZE, total: list.total }}
      columns={[
        {
          key: 'nom',
          label: 'Nom',
          render: ({ id, name }) => (
            <a class="govuk-link" href={`/territoires/${id}`}>
              {name}
            </a>
          ),
        },
        { key: 'code', label: 'Code Insee', render: ({ code }) => code },
        {
          key: 'habitants',
          label: 'Habitants',
          align: 'end',
          render: ({ inhabitants }) => (inhabitants === null ? '–' : frenchNumber(inhabitants)),
        },
      ]}
      empty={
        <EmptyState title="Aucune commune ne correspond" action={{ label: 'Voir toutes les communes', href: `/territoires/${card.id}` }}>
          Le début du nom suffit, avec ou sans accent.
        </EmptyState>
      }
    />
  </>
)

/** The card of a territory: where it is, how many people, what overlaps it, its communes. */
export const territoryPage = publicPage({
  path: '/territoires/:id',
  async get({ actor, params, query, read }) {
    const id = readTerritoryId(params['id'])
    if (!id) return notFoundReply
    const [typed, page] = [typeof query['q'] === 'string' ? query['q'].trim().slice(0, 80) : '', readPage(query)]
    const found = await read(async (ctx) => {
      const on = await dayShown(ctx, id)
      const card = on && (await territoryCard(ctx, id, on))
      if (!card) return undefined
      return { card, list: card.kind === 'commune' ? null : await listCommunes(ctx, { territoryId: id, on, typed, page, size: SIZE }) }
    })
    if (!found) return notFoundReply
    const { card, list } = found
    return show(
      card.name,
      <>
        <Card card={card} actor={actor} />
        {list ? <Communes {...{ card, list, typed, page }} /> : null}
        <p class="govuk-hint">
          Source :{' '}
          {card.organisationId === null
            ? `${card.origin ?? 'découpage administratif, licence ouverte'}, millésime ${card.vintage}`
            : `périmètre ${card.vintage}`}
          .
        </p>
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Territoires', href: '/territoires' }, { label: card.name }] },
    )
  },
})
