import { type CommuneMatch, emptyForm, type FormState, readCommune } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { findCommunes } from '../../territories/index.ts'
import { addClient } from '../commands/add-client.ts'
import { mayPlace } from '../policy.ts'
import { ClientForm, typedClient } from './client-form.tsx'
import { CLIENTS, clientTrail } from './placement-trail.ts'

const HERE = `${CLIENTS}/ajouter`

const form = (request: PageRequest<Member>, state: FormState, matches?: readonly CommuneMatch[]): Reply =>
  show(
    'Ajouter un client',
    <>
      <h1 class="govuk-heading-l">Ajouter un client</h1>
      <ClientForm request={request} action={HERE} form={state} matches={matches} back={CLIENTS} />
    </>,
    { errorCount: state.errors.length, breadcrumb: clientTrail({ label: 'Ajouter' }) },
  )

/** A new client. */
export const addClientPage = memberPage({
  path: HERE,
  allowed: mayPlace,
  get: async (request) => form(request, emptyForm),
  async post(request) {
    const commune = readCommune(request.form, 'commune')
    if (commune.state === 'to-search') {
      const matches = await request.read((ctx) => findCommunes(ctx, commune.text))
      const errors = request.form['_search'] ? [] : [{ field: 'commune', text: 'Choisissez la commune du client dans la liste' }]
      return form(request, { values: request.form, errors }, matches)
    }
    const result = await request.submit(addClient, {
      input: { ...typedClient(request.form), commune: commune.state === 'chosen' ? commune.code : '' },
      location: ({ id }) => `${CLIENTS}/${id}`,
      notice: { kind: 'success', title: 'Client ajouté' },
    })
    return result.reply ?? form(request, result.form)
  },
})
