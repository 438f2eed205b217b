import { frenchDate, plural } from '@maillage/kernel'
import { Button, emptyForm, Form, type FormState, Radios } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { answerSuccession } from '../commands/answer-succession.ts'
import { SUCCESSION_LABELS } from '../messages.fr.ts'
import type { Siae, Succession } from '../model.ts'
import { maySteer } from '../policy.ts'
import { findSiae, findSuccession } from '../store.ts'

interface Asked {
  readonly asked: Succession
  readonly siae: Siae
  readonly successor: Siae
}

function answerForm(request: PageRequest<Member>, { asked, siae, successor }: Asked, form: FormState): Reply {
  return show(
    'Reprendre une structure',
    <>
      <p class="govuk-caption-l">{successor.name}</p>
      <h1 class="govuk-heading-l">Reprendre « {siae.name} »</h1>
      <p class="govuk-body">
        {SUCCESSION_LABELS[asked.reason]}, le {frenchDate(asked.lastDay)} au soir. Si vous acceptez, vos équipes lisent ses fiches dès le
        lendemain, ses contrats continuent chez vous et les personnes sont prévenues.
      </p>
      <Form action={`/reprises/${asked.id}`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Radios
          form={form}
          name="answer"
          label="Votre réponse"
          choices={[
            { value: 'accepted', label: 'Accepter la reprise' },
            { value: 'refused', label: 'Refuser' },
          ]}
        />
        <Button>Répondre</Button>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: successor.name, href: `/structures/${successor.id}` }, { label: 'Reprendre une structure' }],
    },
  )
}

async function askedOf(request: PageRequest<Member>): Promise<Asked | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const asked = await findSuccession(ctx, id)
    if (asked?.state !== 'waiting' || asked.successorId === null) return undefined
    const [siae, successor] = [await findSiae(ctx, asked.siaeId), await findSiae(ctx, asked.successorId)]
    return siae && successor && maySteer(request.actor, successor) ? { asked, siae, successor } : undefined
  })
}

/** The carrier asked to take a structure over answers. */
export const answerSuccessionPage = memberPage({
  path: '/reprises/:id',
  async get(request) {
    const found = await askedOf(request)
    return found ? answerForm(request, found, emptyForm) : notFoundReply
  },
  async post(request) {
    const found = await askedOf(request)
    if (!found) return notFoundReply
    const result = await request.submit(answerSuccession, {
      input: { successionId: found.asked.id, answer: text(request.form, 'answer') },
      location: ({ successorId }) => `/structures/${successorId}`,
      notice: ({ files }) => ({
        kind: 'success',
        title: 'Réponse enregistrée',
        text: files === 0 ? undefined : `${plural(files, 'personne')} reprise${files > 1 ? 's' : ''}.`,
      }),
    })
    return result.reply ?? answerForm(request, found, result.form)
  },
})
