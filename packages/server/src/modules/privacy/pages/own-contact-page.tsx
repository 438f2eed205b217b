import { Button, Checkboxes, Form, type FormState, SummaryList, TextField } from '@maillage/ui'
import { type Oneself, selfPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import { bornWords, correctOwnContact, legalRepresentative, type PersonCard, personCard } from '../../people/index.ts'
import { ownCrumbs } from './own-crumbs.ts'

interface Found {
  readonly card: PersonCard
  readonly representative: string | null
}

async function found(request: PageRequest<Oneself>): Promise<Found | undefined> {
  const { personId } = request.actor.subject
  return request.read(async (ctx) => {
    const card = await personCard(ctx, personId)
    const named = card && (await legalRepresentative(ctx, personId))
    return card && { card, representative: named ? `${named.name} (${named.relation})` : null }
  })
}

const NOBODY_ELSE = [{ value: 'oui', label: 'Personne d’autre ne lit ce qui arrive là' }]

const valuesOf = ({ phone, phoneSafe, email, emailSafe }: PersonCard): FormState['values'] => ({
  phone: phone ?? '',
  phoneSafe: phoneSafe ? 'oui' : '',
  email: email ?? '',
  emailSafe: emailSafe ? 'oui' : '',
})

const contactForm = (request: PageRequest<Oneself>, { card, representative }: Found, form: FormState): Reply =>
  show(
    'Mes coordonnées',
    <>
      <h1 class="govuk-heading-xl">Mes coordonnées</h1>
      <Form action="/mon-espace/coordonnees" csrf={request.csrf} requestId={request.formId} state={form}>
        <TextField form={form} name="phone" type="tel" label="Mon téléphone" autocomplete="off" width={20} optional />
        <Checkboxes form={form} name="phoneSafe" label="Ce téléphone" choices={NOBODY_ELSE} optional />
        <TextField form={form} name="email" type="email" label="Mon adresse e-mail" autocomplete="off" optional />
        <Checkboxes form={form} name="emailSafe" label="Cette adresse" choices={NOBODY_ELSE} optional />
        <p class="govuk-body">Sans cette case, aucun message qui parle de vous ne part.</p>
        <Button>Enregistrer</Button>
      </Form>
      <h2 class="govuk-heading-l">Mon identité</h2>
      <SummaryList
        rows={[
          { label: 'Nom', value: card.displayName },
          { label: 'Nom de naissance', value: card.birthName },
          { label: 'Naissance', value: bornWords(card.birth, card.sex) },
          { label: 'Adresse', value: [card.address, card.commune?.name].filter(Boolean).join(', ') },
          ...(representative === null ? [] : [{ label: 'Mon représentant légal', value: representative }]),
        ]}
      />
      <p class="govuk-body-l">
        Une erreur&nbsp;?{' '}
        <a class="govuk-link" href="/mon-espace/demandes">
          Demander une correction
        </a>
      </p>
    </>,
    { errorCount: form.errors.length, breadcrumb: ownCrumbs('Mes coordonnées') },
  )

/** How to reach the person, corrected by themselves at once; their identity, which the organisations correct on request. */
export const ownContactPage = selfPage({
  path: '/mon-espace/coordonnees',
  async get(request) {
    const known = await found(request)
    return known ? contactForm(request, known, { values: valuesOf(known.card), errors: [] }) : notFoundReply
  },
  async post(request) {
    const known = await found(request)
    if (!known) return notFoundReply
    const typed = (name: string) => text(request.form, name)
    const result = await request.submit(correctOwnContact, {
      input: { phone: typed('phone'), phoneSafe: typed('phoneSafe'), email: typed('email'), emailSafe: typed('emailSafe') },
      location: () => '/mon-espace/coordonnees',
      notice: {
        kind: 'success',
        title: 'Vos coordonnées sont enregistrées',
        text: 'Les équipes qui vous suivent les voient dès maintenant.',
      },
    })
    return result.reply ?? contactForm(request, known, result.form)
  },
})
