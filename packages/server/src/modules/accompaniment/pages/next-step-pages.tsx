import { frenchDate } from '@maillage/kernel'
import { Button, ButtonGroup, DateField, dateFieldValues, Form, type FormState, InsetText, Radios, TextField } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type PersonCard, personCard } from '../../people/index.ts'
import { dropNextStep } from '../commands/drop-next-step.ts'
import { moveNextStep } from '../commands/move-next-step.ts'
import { shownHour } from '../hour-typed.ts'
import { DROP_LABELS } from '../messages.fr.ts'
import { DROP_REASONS } from '../model.ts'
import { mayAccompany } from '../policy.ts'
import { type WaitingStep, waitingStep } from '../queries/waiting-step.ts'

interface Found {
  readonly step: WaitingStep
  readonly card: PersonCard
}

async function stepOf(request: PageRequest<Member>): Promise<Found | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const step = await waitingStep(ctx, id)
    const card = step && (await personCard(ctx, step.personId))
    return step && card && { step, card }
  })
}

const actsHref = ({ id }: PersonCard) => `/personnes/${id}/actes`

interface Screen {
  readonly title: string
  readonly path: string
  readonly button: string
  readonly form: FormState
  readonly children: ComponentChildren
}

function stepForm(request: PageRequest<Member>, { step, card }: Found, { title, path, button, form, children }: Screen): Reply {
  return show(
    title,
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">{title}</h1>
      <InsetText>
        {step.step}
        {step.on === null ? '' : `, le ${frenchDate(step.on)}`}
        {step.at === null ? '' : ` à ${shownHour(step.at)}`}
      </InsetText>
      <Form action={`/actes/${step.actId}/suite/${path}`} csrf={request.csrf} requestId={request.formId} state={form}>
        {children}
        <ButtonGroup>
          <Button>{button}</Button>
          <a class="govuk-link" href={actsHref(card)}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [
        { label: 'Personnes', href: '/personnes' },
        { label: card.displayName, href: `/personnes/${card.id}` },
        { label: 'Accompagnement', href: actsHref(card) },
        { label: title },
      ],
    },
  )
}

const moveForm = (request: PageRequest<Member>, found: Found, form: FormState) =>
  stepForm(request, found, {
    title: 'Reporter une suite prévue',
    path: 'reporter',
    button: 'Reporter',
    form,
    children: (
      <>
        <DateField form={form} name="on" label="Nouveau jour" />
        <TextField form={form} name="at" label="Heure" hint="Par exemple 14 h 30" width={5} optional />
      </>
    ),
  })

const dropForm = (request: PageRequest<Member>, found: Found, form: FormState) =>
  stepForm(request, found, {
    title: 'Renoncer à une suite prévue',
    path: 'abandonner',
    button: 'Ne plus la rappeler',
    form,
    children: (
      <Radios
        form={form}
        name="reason"
        label="Pourquoi"
        hint="S’il y a plus à dire, notez plutôt un acte."
        choices={DROP_REASONS.map((value) => ({ value, label: DROP_LABELS[value] }))}
      />
    ),
  })

/** What comes next is moved to another day. */
export const moveNextStepPage = memberPage({
  path: '/actes/:id/suite/reporter',
  allowed: mayAccompany,
  async get(request) {
    const found = await stepOf(request)
    if (!found) return notFoundReply
    const { on, at } = found.step
    const values = { ...(on === null ? {} : dateFieldValues('on', on)), at: at ?? '' }
    return moveForm(request, found, { values, errors: [] })
  },
  async post(request) {
    const found = await stepOf(request)
    if (!found) return notFoundReply
    const on = dateInput(request.form, 'on', 'le nouveau jour')
    const result = await request.submit(moveNextStep, {
      input: { actId: found.step.actId, on: on.iso, at: text(request.form, 'at') },
      errors: on.errors,
      location: () => actsHref(found.card),
      notice: (moved) => ({ kind: 'success', title: `Reporté au ${frenchDate(moved.on)}` }),
    })
    return result.reply ?? moveForm(request, found, result.form)
  },
})

/** What was said would come next will not: said once, it is reminded to nobody. */
export const dropNextStepPage = memberPage({
  path: '/actes/:id/suite/abandonner',
  allowed: mayAccompany,
  async get(request) {
    const found = await stepOf(request)
    return found ? dropForm(request, found, { values: {}, errors: [] }) : notFoundReply
  },
  async post(request) {
    const found = await stepOf(request)
    if (!found) return notFoundReply
    const result = await request.submit(dropNextStep, {
      input: { actId: found.step.actId, reason: text(request.form, 'reason') },
      location: () => actsHref(found.card),
      notice: { kind: 'success', title: 'Cette suite n’est plus rappelée' },
    })
    return result.reply ?? dropForm(request, found, result.form)
  },
})
