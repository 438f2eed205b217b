import { type CommuneMatch, communeValues, emptyForm, type FormState, readCommune } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, type SubmitRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { communeLabel, findCommunes } from '../../territories/index.ts'
import { addPartner } from '../commands/add-partner.ts'
import { correctPartner } from '../commands/correct-partner.ts'
import { PartnerForm, readPartner } from '../components/partner-form.tsx'
import type { Partner } from '../model-partners.ts'
import { mayAccompany } from '../policy.ts'
import { findPartner } from '../queries/partners.ts'
import { PARTNERS } from './partners-page.tsx'

/** The form of a new partner, or of one that is corrected. */
function partnerForm(request: PageRequest<Member>, partner: Partner | null, form: FormState, matches?: readonly CommuneMatch[]): Reply {
  const here = partner === null ? PARTNERS : `${PARTNERS}/${partner.id}`
  const title = partner === null ? 'Ajouter un partenaire' : 'Corriger un partenaire'
  return show(
    title,
    <>
      {partner === null ? null : <p class="govuk-caption-l">{partner.name}</p>}
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Toutes les organisations liront cette fiche&nbsp;: rien sur une personne, qu’elle accueille ou soit accueillie.
      </p>
      <PartnerForm
        action={partner === null ? `${here}/ajouter` : `${here}/corriger`}
        csrf={request.csrf}
        requestId={request.formId}
        form={form}
        matches={matches}
        send={partner === null ? 'Ajouter à l’annuaire' : 'Enregistrer'}
        back={here}
      />
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Accueil', href: '/' },
        { label: 'Partenaires', href: PARTNERS },
        ...(partner === null ? [] : [{ label: partner.name, href: here }]),
        { label: title },
      ],
    },
  )
}

/** The form again with the communes found, when the one typed is still to be chosen. */
async function communesProposed(request: SubmitRequest<Member>, partner: Partner | null): Promise<Reply | undefined> {
  const commune = readCommune(request.form, 'commune')
  if (commune.state !== 'to-search') return undefined
  const matches = await request.read((ctx) => findCommunes(ctx, commune.text))
  const errors = request.form['_search'] ? [] : [{ field: 'commune', text: 'Choisissez la commune dans la liste' }]
  return partnerForm(request, partner, { values: request.form, errors }, matches)
}

export const addPartnerPage = memberPage({
  path: `${PARTNERS}/ajouter`,
  allowed: mayAccompany,
  get: (request) => Promise.resolve(partnerForm(request, null, emptyForm)),
  async post(request) {
    const proposed = await communesProposed(request, null)
    if (proposed) return proposed
    const result = await request.submit(addPartner, {
      input: readPartner(request.form),
      location: ({ id }) => `${PARTNERS}/${id}`,
      notice: { kind: 'success', title: 'Partenaire ajouté' },
    })
    return result.reply ?? partnerForm(request, null, result.form)
  },
})

async function partnerOf(request: PageRequest<Member>): Promise<{ partner: Partner; commune: string } | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const partner = await findPartner(ctx, id)
    return partner && { partner, commune: (await communeLabel(ctx, partner.communeId.replace('commune-', ''))) ?? partner.communeName }
  })
}

/** Corrects the sheet of a partner; a closed one that opened again is corrected too. */
export const correctPartnerPage = memberPage({
  path: `${PARTNERS}/:id/corriger`,
  allowed: mayAccompany,
  async get(request) {
    const found = await partnerOf(request)
    if (!found) return notFoundReply
    const { partner, commune } = found
    const { name, does, areas, reach, address, phone, conditions, version } = partner
    const values = {
      name,
      does,
      areas,
      reach,
      address: address ?? '',
      phone: phone ?? '',
      conditions: conditions ?? '',
      version: String(version),
      ...communeValues('commune', partner.communeId.replace('commune-', ''), commune),
    }
    return partnerForm(request, partner, { values, errors: [] })
  },
  async post(request) {
    const found = await partnerOf(request)
    if (!found) return notFoundReply
    const proposed = await communesProposed(request, found.partner)
    if (proposed) return proposed
    const result = await request.submit(correctPartner, {
      input: { partnerId: found.partner.id, version: text(request.form, 'version'), ...readPartner(request.form) },
      location: ({ id }) => `${PARTNERS}/${id}`,
      notice: { kind: 'success', title: 'Fiche corrigée' },
    })
    if (result.reply) return result.reply
    // Somebody was quicker: the next sending is about what they wrote, shown on the page of the partner.
    const { version } = ((await partnerOf(request)) ?? found).partner
    return partnerForm(request, found.partner, { ...result.form, values: { ...result.form.values, version: String(version) } })
  },
})
