import {
  Button,
  CommuneField,
  type CommuneMatch,
  communeValues,
  Form,
  type FormState,
  HiddenField,
  InsetText,
  readCommune,
  SummaryList,
  TextField,
  typedValue,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { communeLabel, findCommunes } from '../../territories/index.ts'
import { editWorksite } from '../commands/edit-worksite.ts'
import type { Worksite } from '../model.ts'
import { maySteer } from '../policy.ts'
import { findWorksite } from '../store.ts'

interface Steered {
  readonly site: Worksite
  readonly communeCode: string
  readonly communeLabel: string
}

/** What somebody else wrote meanwhile, above what was typed here: the next sending is about these values. */
const Meanwhile = ({ site, communeLabel: commune }: Steered) => (
  <InsetText>
    <p class="govuk-body">Valeurs actuelles, enregistrées pendant que vous remplissiez la fiche :</p>
    <SummaryList
      rows={[
        { label: 'Nom du site', value: site.name },
        { label: 'Adresse', value: site.address },
        { label: 'Commune', value: commune },
      ]}
    />
    <p class="govuk-body">Votre saisie est gardée ci-dessous. Si vous l’enregistrez, elle remplacera ces valeurs.</p>
  </InsetText>
)

function editingForm(request: PageRequest<Member>, steered: Steered, form: FormState, matches?: readonly CommuneMatch[]): Reply {
  const { site } = steered
  const read = typedValue(form, 'version')
  const here = `/structures/${site.siaeId}`
  return show(
    'Modifier un site',
    <>
      <p class="govuk-caption-l">{site.name}</p>
      <h1 class="govuk-heading-l">Modifier ce site</h1>
      <Form action={`/sites/${site.id}/modifier`} csrf={request.csrf} requestId={request.formId} state={form}>
        {read !== '' && read !== String(site.version) ? <Meanwhile {...steered} /> : null}
        <HiddenField name="version" value={String(site.version)} />
        <TextField form={form} name="name" label="Nom du site" width={30} />
        <TextField form={form} name="address" label="Adresse" hint="Numéro et voie, ou lieu-dit" optional width={30} />
        <CommuneField form={form} name="commune" label="Commune du site" matches={matches} />
        <Button>Enregistrer</Button>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Structures', href: '/structures' }, { label: 'Structure', href: here }, { label: 'Modifier un site' }],
    },
  )
}

async function steered(request: PageRequest<Member>): Promise<Steered | undefined> {
  const id = recordId(request.params['id'])
  if (!id) return undefined
  return request.read(async (ctx) => {
    const site = await findWorksite(ctx, id)
    if (!site || site.open.last !== null || !maySteer(request.actor, site)) return undefined
    const communeCode = site.communeId.replace(/^commune-/, '')
    return { site, communeCode, communeLabel: (await communeLabel(ctx, communeCode)) ?? communeCode }
  })
}

/** Corrects a place of work; what was typed is never lost to somebody who was quicker. */
export const editWorksitePage = memberPage({
  path: '/sites/:id/modifier',
  async get(request) {
    const found = await steered(request)
    if (!found) return notFoundReply
    const { site, communeCode, communeLabel: label } = found
    const values = {
      name: site.name,
      address: site.address ?? '',
      version: String(site.version),
      ...communeValues('commune', communeCode, label),
    }
    return editingForm(request, found, { values, errors: [] })
  },
  async post(request) {
    const found = await steered(request)
    if (!found) return notFoundReply
    const commune = readCommune(request.form, 'commune')
    if (commune.state === 'to-search') {
      const matches = await request.read((ctx) => findCommunes(ctx, commune.text))
      const errors = request.form['_search'] ? [] : [{ field: 'commune', text: 'Choisissez la commune du site dans la liste' }]
      return editingForm(request, found, { values: request.form, errors }, matches)
    }
    const result = await request.submit(editWorksite, {
      input: {
        worksiteId: found.site.id,
        version: text(request.form, 'version'),
        name: text(request.form, 'name'),
        address: text(request.form, 'address'),
        commune: commune.state === 'chosen' ? commune.code : '',
      },
      location: ({ siaeId }) => `/structures/${siaeId}`,
      notice: { kind: 'success', title: 'Site modifié' },
    })
    if (result.reply) return result.reply
    // Read again: somebody may have written between our reading and our sending.
    return editingForm(request, (await steered(request)) ?? found, result.form)
  },
})
