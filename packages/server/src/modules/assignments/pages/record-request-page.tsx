import { type CommuneMatch, communeValues, dateFieldValues, EmptyState, type FormState, readCommune } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { findCommunes } from '../../territories/index.ts'
import { recordRequest } from '../commands/record-request.ts'
import { mayPlace } from '../policy.ts'
import { clientCard } from '../queries/client-card.ts'
import { clientRegister } from '../queries/client-register.ts'
import { placingSiaes } from '../queries/placing-siaes.ts'
import { CLIENTS, REQUESTS, requestTrail } from './placement-trail.ts'
import { RequestForm, typedRequest } from './request-form.tsx'

const HERE = `${REQUESTS}/ajouter`
const BY_NAME = { key: 'client', direction: 'ascending' } as const

async function sceneOf(request: PageRequest<Member>) {
  return request.read(async (ctx) => ({
    clients: (await clientRegister(ctx, { words: '', category: '', state: '' }, BY_NAME, null)).rows,
    siaes: await placingSiaes(ctx),
    today: ctx.today,
  }))
}
type Scene = Awaited<ReturnType<typeof sceneOf>>

function form(request: PageRequest<Member>, scene: Scene, state: FormState, matches?: readonly CommuneMatch[]): Reply {
  const { clients, siaes } = scene
  return show(
    'Enregistrer une demande',
    <>
      <h1 class="govuk-heading-l">Enregistrer une demande</h1>
      {siaes.length === 0 ? (
        <EmptyState title="Aucune de vos structures ne met à disposition">
          Les demandes sont celles des associations intermédiaires et des entreprises de travail temporaire d’insertion.
        </EmptyState>
      ) : clients.length === 0 ? (
        <EmptyState title="Aucun client pour l’instant" action={{ label: 'Ajouter un client', href: `${CLIENTS}/ajouter` }}>
          Une demande est celle d’un client : ajoutez-le d’abord.
        </EmptyState>
      ) : (
        <RequestForm request={request} action={HERE} form={state} matches={matches} back={REQUESTS} asks={{ clients, siaes }} />
      )}
    </>,
    { errorCount: state.errors.length, breadcrumb: requestTrail({ label: 'Enregistrer' }) },
  )
}

/** A client asks for somebody; the commune proposed is its own. */
export const recordRequestPage = memberPage({
  path: HERE,
  allowed: mayPlace,
  async get(request) {
    const scene = await sceneOf(request)
    const id = recordId(text(request.query, 'client'))
    const client = id === undefined ? undefined : await request.read((ctx) => clientCard(ctx, id))
    const known = client ? { clientId: client.id, ...communeValues('commune', client.commune.code, client.commune.name) } : {}
    return form(request, scene, { values: { people: '1', ...dateFieldValues('firstDay', scene.today), ...known }, errors: [] })
  },
  async post(request) {
    const scene = await sceneOf(request)
    const commune = readCommune(request.form, 'commune')
    if (commune.state === 'to-search') {
      const matches = await request.read((ctx) => findCommunes(ctx, commune.text))
      const errors = request.form['_search'] ? [] : [{ field: 'commune', text: 'Choisissez la commune du travail dans la liste' }]
      return form(request, scene, { values: request.form, errors }, matches)
    }
    const { input, errors } = typedRequest(request.form)
    const result = await request.submit(recordRequest, {
      input: { ...input, commune: commune.state === 'chosen' ? commune.code : '' },
      errors,
      location: ({ id }) => `${REQUESTS}/${id}`,
      notice: { kind: 'success', title: 'Demande enregistrée' },
    })
    return result.reply ?? form(request, scene, result.form)
  },
})
