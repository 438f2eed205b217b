import { Button, ButtonGroup, emptyForm, Form, type FormState, InsetText, TextArea } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type PersonCard, personCard } from '../../people/index.ts'
import { noteStrength } from '../commands/note-strength.ts'
import { withdrawStrength } from '../commands/withdraw-strength.ts'
import { STRENGTH_LIMIT, type Strength } from '../model-barriers.ts'
import { personInAddress, planCrumbs, planHref } from '../person-in-address.ts'
import { mayAccompany } from '../policy.ts'
import { findStrength } from '../queries/strengths-of.ts'

const noteForm = (request: PageRequest<Member>, card: PersonCard, form: FormState): Reply =>
  show(
    'Noter une force',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Noter une force</h1>
      <Form action={`/personnes/${card.id}/forces/ajouter`} csrf={request.csrf} requestId={request.formId} state={form}>
        <TextArea
          form={form}
          name="words"
          label="Sur quoi la personne peut s’appuyer"
          hint="Un savoir-faire, une envie, un entourage : « sait lire un plan », « sa sœur garde les enfants le mercredi »"
          rows={2}
          limit={STRENGTH_LIMIT}
        />
        <ButtonGroup>
          <Button>Noter cette force</Button>
          <a class="govuk-link" href={planHref(card.id)}>
            Ne rien noter
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: planCrumbs(card, 'Noter une force') },
  )

/** Notes what a person can lean on. */
export const noteStrengthPage = memberPage({
  path: '/personnes/:id/forces/ajouter',
  allowed: mayAccompany,
  async get(request) {
    const card = await personInAddress(request)
    return card?.diedOn === null ? noteForm(request, card, emptyForm) : notFoundReply
  },
  async post(request) {
    const card = await personInAddress(request)
    if (!card) return notFoundReply
    const result = await request.submit(noteStrength, {
      input: { personId: card.id, words: text(request.form, 'words') },
      location: ({ personId }) => planHref(personId),
      notice: { kind: 'success', title: 'Force notée' },
    })
    return result.reply ?? noteForm(request, card, result.form)
  },
})

interface Noted {
  readonly card: PersonCard
  readonly strength: Strength
}

const withdrawForm = (request: PageRequest<Member>, { card, strength }: Noted, form: FormState): Reply =>
  show(
    'Retirer une force',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Retirer cette force</h1>
      <InsetText>{strength.words}</InsetText>
      <p class="govuk-body">Elle ne sera plus montrée, sauf à qui demande ce qui était connu un jour passé.</p>
      <Form action={`/forces/${strength.id}/retirer`} csrf={request.csrf} requestId={request.formId} state={form}>
        <ButtonGroup>
          <Button kind="warning">Retirer la force</Button>
          <a class="govuk-link" href={planHref(card.id)}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    { errorCount: form.errors.length, breadcrumb: planCrumbs(card, 'Retirer une force') },
  )

async function notedOf(request: PageRequest<Member>): Promise<Noted | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const strength = await findStrength(ctx, id)
    const card = strength && (await personCard(ctx, strength.personId))
    return card && { card, strength }
  })
}

/** The confirmation that a strength does not hold any more. */
export const withdrawStrengthPage = memberPage({
  path: '/forces/:id/retirer',
  allowed: mayAccompany,
  async get(request) {
    const noted = await notedOf(request)
    return noted ? withdrawForm(request, noted, emptyForm) : notFoundReply
  },
  async post(request) {
    const noted = await notedOf(request)
    if (!noted) return notFoundReply
    const result = await request.submit(withdrawStrength, {
      input: { strengthId: noted.strength.id },
      location: ({ personId }) => planHref(personId),
      notice: { kind: 'success', title: 'Force retirée' },
    })
    return result.reply ?? withdrawForm(request, noted, result.form)
  },
})
