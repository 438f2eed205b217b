import { frenchDate } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, DataTable, EmptyState, InsetText, SummaryList, Tag, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { CATEGORY_LABELS } from '../messages.fr.ts'
import { mayPlace, mayReadPlacements } from '../policy.ts'
import { clientCard } from '../queries/client-card.ts'
import { requestRegister } from '../queries/request-register.ts'
import { CLIENTS, clientTrail, REQUESTS } from './placement-trail.ts'
import { REQUEST_COLUMNS } from './request-columns.tsx'

const SHOWN = 20
/** « 732 829 320 00074 » */
const shownSiret = (siret: string) => siret.replace(/^(\d{3})(\d{3})(\d{3})/, '$1\u202f$2\u202f$3\u202f')

/** A client: who it is, what to know before going there, what it asked for. */
export const clientPage = memberPage({
  path: `${CLIENTS}/:id`,
  allowed: mayReadPlacements,
  async get({ params, read, actor }) {
    const id = recordId(params['id'])
    const found =
      id === undefined
        ? undefined
        : await read(async (ctx) => {
            const client = await clientCard(ctx, id)
            const asked = { words: '', state: 'all', clientId: id } as const
            return client && { client, requests: await requestRegister(ctx, asked, { offset: 0, limit: SHOWN }) }
          })
    if (!found) return notFoundReply
    const { client, requests } = found
    const places = mayPlace(actor)
    const { contact } = client
    return show(
      client.name,
      <>
        <p class="govuk-caption-l">{CATEGORY_LABELS[client.category]}</p>
        <h1 class="govuk-heading-l">{client.name}</h1>
        {client.lastDay === null ? null : (
          <p class="govuk-body">
            <Tag>Ancien client</Tag> depuis le {frenchDate(client.lastDay)}
          </p>
        )}
        {client.safety === null ? null : (
          <InsetText>
            <strong>Sécurité :</strong> {client.safety}
          </InsetText>
        )}
        <SummaryList
          rows={[
            { label: 'Commune', value: client.commune.name },
            ...(client.category === 'private-person' ? [] : [{ label: 'SIRET', value: client.siret && shownSiret(client.siret) }]),
            ...(places
              ? [
                  { label: 'Personne à demander', value: contact?.personToAsk },
                  { label: 'Téléphone', value: contact?.phone },
                  { label: 'Adresse électronique', value: contact?.email },
                  { label: 'Adresse du lieu de travail', value: contact?.address },
                ]
              : []),
          ]}
        />
        {places ? (
          <ButtonGroup>
            {client.lastDay === null ? (
              <ButtonLink href={withQuery(`${REQUESTS}/ajouter`, {}, { client: client.id })}>Enregistrer une demande</ButtonLink>
            ) : null}
            <ButtonLink href={`${CLIENTS}/${client.id}/modifier`} kind="secondary">
              Modifier le client
            </ButtonLink>
          </ButtonGroup>
        ) : null}
        <DataTable
          caption="Demandes de ce client"
          counted={['demande', 'demandes']}
          columns={REQUEST_COLUMNS.filter(({ key }) => key !== 'client')}
          rows={requests.rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title="Aucune demande de ce client">Enregistrez-en une quand le client appelle.</EmptyState>}
        />
        {requests.total > SHOWN ? (
          <p class="govuk-body">
            <a class="govuk-link" href={withQuery(REQUESTS, {}, { client: client.id, etat: 'toutes' })}>
              Voir toutes ses demandes
            </a>
          </p>
        ) : null}
      </>,
      { wide: true, breadcrumb: clientTrail({ label: client.name }) },
    )
  },
})
