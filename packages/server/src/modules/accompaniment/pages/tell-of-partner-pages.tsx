import { Button, ButtonGroup, DateField, dateFieldValues, emptyForm, Form, type FormState, TextArea } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { closePartner } from '../commands/close-partner.ts'
import { remarkPartner } from '../commands/remark-partner.ts'
import { PARTNER_LIMITS } from '../model-partners.ts'
import { mayAccompany } from '../policy.ts'
import { findPartner } from '../queries/partners.ts'
import { PARTNERS } from './partners-page.tsx'

interface Telling {
  readonly title: string
  readonly verb: string
  readonly send: ComponentChildren
  readonly body: ComponentChildren
}

/** A short form about a partner that is open; « page introuvable » for any other. */
async function telling(request: PageRequest<Member>, form: FormState, { title, verb, send, body }: Telling): Promise<Reply> {
  const id = recordId(request.params['id'])
  const partner = id && (await request.read((ctx) => findPartner(ctx, id)))
  if (!partner || partner.closedOn !== null) return notFoundReply
  const here = `${PARTNERS}/${partner.id}`
  return show(
    title,
    <>
      <p class="govuk-caption-l">{partner.name}</p>
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={`${here}/${verb}`} csrf={request.csrf} requestId={request.formId} state={form}>
        {body}
        <ButtonGroup>
          {send}
          <a class="govuk-link" href={here}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Accueil', href: '/' },
        { label: 'Partenaires', href: PARTNERS },
        { label: partner.name, href: here },
        { label: title },
      ],
    },
  )
}

const mistake = (request: PageRequest<Member>, form: FormState) =>
  telling(request, form, {
    title: 'Signaler une erreur',
    verb: 'signaler',
    send: <Button>Signaler</Button>,
    body: (
      <TextArea
        form={form}
        name="said"
        label={'Qu’est-ce qui est faux\u202f?'}
        hint="Toutes les organisations le liront, jusqu’à ce que la fiche soit corrigée ou vérifiée. Rien sur une personne."
        rows={3}
        limit={PARTNER_LIMITS.mistake}
      />
    ),
  })

/** What is wrong, for whoever can correct it. */
export const reportPartnerPage = memberPage({
  path: `${PARTNERS}/:id/signaler`,
  allowed: mayAccompany,
  get: (request) => mistake(request, emptyForm),
  async post(request) {
    const id = recordId(request.params['id'])
    if (id === undefined) return notFoundReply
    const result = await request.submit(remarkPartner, {
      input: { partnerId: id, kind: 'mistake', said: text(request.form, 'said') },
      location: () => `${PARTNERS}/${id}`,
      notice: { kind: 'success', title: 'Erreur signalée' },
    })
    return result.reply ?? mistake(request, result.form)
  },
})

const closing = (request: PageRequest<Member>, form: FormState) =>
  telling(request, form, {
    title: 'Ce partenaire a fermé',
    verb: 'fermer',
    send: <Button kind="warning">Noter la fermeture</Button>,
    body: (
      <>
        <p class="govuk-body">Il ne sera plus proposé. Sa fiche reste dans l’historique, et se corrige s’il rouvre.</p>
        <DateField form={form} name="closedOn" label="Dernier jour" />
      </>
    ),
  })

/** The confirmation that a partner does not exist any more. */
export const closePartnerPage = memberPage({
  path: `${PARTNERS}/:id/fermer`,
  allowed: mayAccompany,
  async get(request) {
    const today = await request.read((ctx) => Promise.resolve(ctx.today))
    return closing(request, { values: dateFieldValues('closedOn', today), errors: [] })
  },
  async post(request) {
    const id = recordId(request.params['id'])
    if (id === undefined) return notFoundReply
    const closedOn = dateInput(request.form, 'closedOn', 'le dernier jour')
    const result = await request.submit(closePartner, {
      input: { partnerId: id, closedOn: closedOn.iso },
      errors: closedOn.errors,
      location: () => `${PARTNERS}/${id}`,
      notice: { kind: 'success', title: 'Fermeture notée' },
    })
    return result.reply ?? closing(request, result.form)
  },
})
