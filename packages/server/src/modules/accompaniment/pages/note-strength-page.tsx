import { Button, ButtonGroup, emptyForm, Form, type FormState, TextArea } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import type { PersonCard } from '../../people/index.ts'
import { noteStrength } from '../commands/note-strength.ts'
import { STRENGTH_LIMIT } from '../model-barriers.ts'
import { personInAddress, planCrumbs, planHref } from '../person-in-address.ts'
import { mayAccompany } from '../policy.ts'

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
