import {
  Button,
  CommuneField,
  type CommuneMatch,
  DateField,
  dateFieldValues,
  Form,
  type FormState,
  readCommune,
  TextField,
} from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { findCommunes } from '../../territories/index.ts'
import { addWorksite } from '../commands/add-worksite.ts'
import type { Siae } from '../model.ts'
import { maySteer } from '../policy.ts'
import { findSiae } from '../store.ts'

function worksiteForm(request: PageRequest<Member>, siae: Siae, form: FormState, matches?: readonly CommuneMatch[]): Reply {
  const here = `/structures/${siae.id}`
  return show(
    'Ajouter un site',
    <>
      <p class="govuk-caption-l">{siae.name}</p>
      <h1 class="govuk-heading-l">Ajouter un site</h1>
      <p class="govuk-body">
        Un site est un lieu de travail&nbsp;: un chantier, un atelier, une boutique. Les heures des personnes y seront rattachées.
      </p>
      <Form action={`${here}/sites/ajouter`} csrf={request.csrf} requestId={request.formId} state={form}>
        <TextField form={form} name="name" label="Nom du site" width={30} />
        <TextField form={form} name="address" label="Adresse" hint="Numéro et voie, ou lieu-dit" optional width={30} />
        <CommuneField form={form} name="commune" label="Commune du site" matches={matches} />
        <DateField form={form} name="firstDay" label="Premier jour du site" />
        <Button>Ajouter le site</Button>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Structures', href: '/structures' }, { label: siae.name, href: here }, { label: 'Ajouter un site' }],
    },
  )
}

async function steered(request: PageRequest<Member>): Promise<Siae | undefined> {
  const id = recordId(request.params['id'])
  const siae = id && (await request.read((ctx) => findSiae(ctx, id)))
  return siae && maySteer(request.actor, siae) ? siae : undefined
}

/** The form that opens a place of work. */
export const addWorksitePage = memberPage({
  path: '/structures/:id/sites/ajouter',
  async get(request) {
    const siae = await steered(request)
    if (!siae) return notFoundReply
    const today = await request.read(async (ctx) => ctx.today)
    return worksiteForm(request, siae, { values: dateFieldValues('firstDay', today), errors: [] })
  },
  async post(request) {
    const siae = await steered(request)
    if (!siae) return notFoundReply
    const commune = readCommune(request.form, 'commune')
    if (commune.state === 'to-search') {
      const matches = await request.read((ctx) => findCommunes(ctx, commune.text))
      const errors = request.form['_search'] ? [] : [{ field: 'commune', text: 'Choisissez la commune du site dans la liste' }]
      return worksiteForm(request, siae, { values: request.form, errors }, matches)
    }
    const firstDay = dateInput(request.form, 'firstDay', 'le premier jour')
    const result = await request.submit(addWorksite, {
      input: {
        siaeId: siae.id,
        name: text(request.form, 'name'),
        address: text(request.form, 'address'),
        commune: commune.state === 'chosen' ? commune.code : '',
        firstDay: firstDay.iso,
      },
      errors: firstDay.errors,
      location: ({ siaeId }) => `/structures/${siaeId}`,
      notice: { kind: 'success', title: 'Site ajouté' },
    })
    return result.reply ?? worksiteForm(request, siae, result.form)
  },
})
