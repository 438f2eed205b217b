import { frenchNumber } from '@maillage/kernel'
import { type CommuneMatch, communeValues, dateFieldValues, type FormState, readCommune } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { findCommunes } from '../../territories/index.ts'
import { changeRequest } from '../commands/change-request.ts'
import { mayPlace } from '../policy.ts'
import { type RequestLine, requestCard } from '../queries/request-register.ts'
import { REQUESTS, requestTrail } from './placement-trail.ts'
import { RequestForm, typedRequest } from './request-form.tsx'

function form(request: PageRequest<Member>, asked: RequestLine, state: FormState, matches?: readonly CommuneMatch[]): Reply {
  const back = `${REQUESTS}/${asked.id}`
  return show(
    'Modifier une demande',
    <>
      <p class="govuk-caption-l">{asked.clientName}</p>
      <h1 class="govuk-heading-l">Modifier la demande</h1>
      <RequestForm request={request} action={`${back}/modifier`} form={state} matches={matches} back={back} version={asked.version} />
    </>,
    { errorCount: state.errors.length, breadcrumb: requestTrail({ label: asked.work, href: back }, { label: 'Modifier' }) },
  )
}

const requestIn = (request: PageRequest<Member>): Promise<RequestLine | undefined> => {
  const id = recordId(request.params['id'])
  return id === undefined ? Promise.resolve(undefined) : request.read((ctx) => requestCard(ctx, id))
}

const valuesOf = (asked: RequestLine): FormState['values'] => ({
  work: asked.work,
  ...communeValues('commune', asked.commune.code, asked.commune.name),
  ...dateFieldValues('firstDay', asked.firstDay),
  ...(asked.lastDay === null ? {} : dateFieldValues('lastDay', asked.lastDay)),
  weeklyHours: asked.weeklyHours === null ? '' : frenchNumber(asked.weeklyHours / 100, 2),
  weekdays: asked.weekdays.map(String),
  schedule: asked.schedule ?? '',
  people: String(asked.people),
  needs: [...(asked.needsLicence ? ['licence'] : []), ...(asked.needsVehicle ? ['vehicle'] : [])],
})

/** A request as it is understood now. */
export const changeRequestPage = memberPage({
  path: `${REQUESTS}/:id/modifier`,
  allowed: mayPlace,
  async get(request) {
    const asked = await requestIn(request)
    return asked ? form(request, asked, { values: valuesOf(asked), errors: [] }) : notFoundReply
  },
  async post(request) {
    const asked = await requestIn(request)
    if (!asked) return notFoundReply
    const commune = readCommune(request.form, 'commune')
    if (commune.state === 'to-search') {
      const matches = await request.read((ctx) => findCommunes(ctx, commune.text))
      const errors = request.form['_search'] ? [] : [{ field: 'commune', text: 'Choisissez la commune du travail dans la liste' }]
      return form(request, asked, { values: request.form, errors }, matches)
    }
    const { input, errors } = typedRequest(request.form)
    const result = await request.submit(changeRequest, {
      input: {
        ...input,
        requestId: asked.id,
        version: text(request.form, 'version'),
        commune: commune.state === 'chosen' ? commune.code : '',
      },
      errors,
      location: ({ id }) => `${REQUESTS}/${id}`,
      notice: { kind: 'success', title: 'Demande modifiée' },
    })
    return result.reply ?? form(request, asked, result.form)
  },
})
