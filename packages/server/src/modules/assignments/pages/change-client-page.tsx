import { type CommuneMatch, communeValues, type FormState, readCommune } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { findCommunes } from '../../territories/index.ts'
import { changeClient } from '../commands/change-client.ts'
import { CONTACT_FIELDS } from '../model.ts'
import { mayPlace } from '../policy.ts'
import { type ClientCard, clientCard } from '../queries/client-card.ts'
import { ClientForm, typedClient } from './client-form.tsx'
import { CLIENTS, clientTrail } from './placement-trail.ts'

function form(request: PageRequest<Member>, client: ClientCard, state: FormState, matches?: readonly CommuneMatch[]): Reply {
  const back = `${CLIENTS}/${client.id}`
  return show(
    'Modifier un client',
    <>
      <p class="govuk-caption-l">{client.name}</p>
      <h1 class="govuk-heading-l">Modifier le client</h1>
      <ClientForm request={request} action={`${back}/modifier`} form={state} matches={matches} back={back} version={client.version} />
    </>,
    { errorCount: state.errors.length, breadcrumb: clientTrail({ label: client.name, href: back }, { label: 'Modifier' }) },
  )
}

const clientIn = (request: PageRequest<Member>): Promise<ClientCard | undefined> => {
  const id = recordId(request.params['id'])
  return id === undefined ? Promise.resolve(undefined) : request.read((ctx) => clientCard(ctx, id))
}

const valuesOf = ({ category, name, siret, safety, commune, contact, lastDay }: ClientCard): FormState['values'] => ({
  category,
  name,
  siret: siret ?? '',
  safety: safety ?? '',
  former: lastDay === null ? 'non' : 'oui',
  ...communeValues('commune', commune.code, commune.name),
  ...Object.fromEntries(CONTACT_FIELDS.map((field) => [field, contact?.[field] ?? ''])),
})

/** A client as it is now. */
export const changeClientPage = memberPage({
  path: `${CLIENTS}/:id/modifier`,
  allowed: mayPlace,
  async get(request) {
    const client = await clientIn(request)
    return client ? form(request, client, { values: valuesOf(client), errors: [] }) : notFoundReply
  },
  async post(request) {
    const client = await clientIn(request)
    if (!client) return notFoundReply
    const commune = readCommune(request.form, 'commune')
    if (commune.state === 'to-search') {
      const matches = await request.read((ctx) => findCommunes(ctx, commune.text))
      const errors = request.form['_search'] ? [] : [{ field: 'commune', text: 'Choisissez la commune du client dans la liste' }]
      return form(request, client, { values: request.form, errors }, matches)
    }
    const result = await request.submit(changeClient, {
      input: {
        clientId: client.id,
        version: text(request.form, 'version'),
        ...typedClient(request.form),
        commune: commune.state === 'chosen' ? commune.code : '',
        former: text(request.form, 'former') === 'oui',
      },
      location: ({ id }) => `${CLIENTS}/${id}`,
      notice: { kind: 'success', title: 'Client modifié' },
    })
    return result.reply ?? form(request, client, result.form)
  },
})
