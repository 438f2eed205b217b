import { day, frenchDate } from '@maillage/kernel'
import { Button, emptyForm, Form, type FormState, InsetText, Radios, SummaryList } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { goTo, notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { requestAttachment } from '../commands/request-attachment.ts'
import { mayKeepFiles } from '../policy.ts'
import { type OwnRequest, ownRequests } from '../queries/own-requests.ts'
import { type PersonCard, personCard } from '../queries/person-card.ts'
import { WAY_CHOICES } from './already-known.tsx'
import { paperNotice } from './paper-notice.ts'
import { requestWords, WAY_WORDS } from './request-words.ts'

interface Found {
  readonly card: PersonCard
  readonly requests: readonly OwnRequest[]
}

function attachmentForm(request: PageRequest<Member>, { card, requests }: Found, form: FormState): Reply {
  const [latest] = requests
  const waits = latest?.state === 'waiting'
  return show(
    'Rattachement',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Rattachement de la fiche provisoire</h1>
      {latest ? (
        <SummaryList
          rows={[
            { label: 'Demande', value: `${WAY_WORDS[latest.way]}, le ${frenchDate(day(latest.requestedAt.toString().slice(0, 10)))}` },
            { label: 'Où elle en est', value: requestWords(latest) },
          ]}
        />
      ) : (
        <p class="govuk-body">Une fiche de la même identité existe ailleurs. Le rattachement n’a pas encore été demandé.</p>
      )}
      <InsetText>
        La fiche provisoire peut recevoir une candidature, une embauche et des heures. Elle n’ouvre aucun droit. Après l’accord, tout ce
        qu’elle contient rejoint la fiche de la personne.
      </InsetText>
      <Form action={`/personnes/${card.id}/rattachement`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Radios
          form={form}
          name="way"
          label={waits ? 'Refaire la demande autrement, ou avec un nouveau code' : 'Comment demander le rattachement ?'}
          choices={WAY_CHOICES.filter(({ value }) => value !== 'none')}
        />
        <Button kind={waits ? 'secondary' : 'primary'}>Demander le rattachement</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={`/personnes/${card.id}`}>
          Voir la fiche
        </a>
      </p>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Personnes', href: '/personnes' },
        { label: card.displayName, href: `/personnes/${card.id}` },
        { label: 'Rattachement' },
      ],
    },
  )
}

async function found(request: PageRequest<Member>): Promise<Found | undefined> {
  const id = recordId(request.params['id'])
  if (!id) return undefined
  return request.read(async (ctx) => {
    const card = await personCard(ctx, id)
    return card && { card, requests: await ownRequests(ctx, id) }
  })
}

/** How a provisional file joins the one that exists: what was asked, and asking again. */
export const attachmentPage = memberPage({
  path: '/personnes/:id/rattachement',
  allowed: mayKeepFiles,
  async get(request) {
    const known = await found(request)
    if (!known) return notFoundReply
    if (known.card.state !== 'provisional') return goTo(`/personnes/${known.card.id}`)
    return attachmentForm(request, known, emptyForm)
  },
  async post(request) {
    const known = await found(request)
    if (!known) return notFoundReply
    const result = await request.submit(requestAttachment, {
      input: { personId: known.card.id, way: text(request.form, 'way') },
      location: ({ personId }) => `/personnes/${personId}/rattachement`,
      notice: ({ code }) => paperNotice(code, 'Demande envoyée'),
    })
    return result.reply ?? attachmentForm(request, known, result.form)
  },
})
