import { frenchDate } from '@maillage/kernel'
import { Button, DateField, dateFieldValues, Form, type FormState } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { closePerimeter } from '../commands/close-perimeter.ts'
import { type DrawnTerritory, readTerritoryId } from '../model.ts'
import { mayClose, mayDraw } from '../policy.ts'
import { findDrawn } from '../store.ts'

function closingForm(request: PageRequest<Member>, drawn: DrawnTerritory, form: FormState): Reply {
  const here = `/territoires/${drawn.id}`
  return show(
    'Clore un périmètre',
    <>
      <p class="govuk-caption-l">{drawn.name}</p>
      <h1 class="govuk-heading-l">Clore ce périmètre</h1>
      <p class="govuk-body">
        Il est en vigueur depuis le {frenchDate(drawn.open.first)}. Après ce jour, on ne pourra plus le choisir ; les chiffres déjà établis
        avec lui gardent sa carte.
      </p>
      <Form action={`${here}/clore`} csrf={request.csrf} requestId={request.formId} state={form}>
        <DateField form={form} name="lastDay" label="Dernier jour du périmètre" />
        <Button kind="warning">Clore le périmètre</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={here}>
          Ne pas clore
        </a>
      </p>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Territoires', href: '/territoires' }, { label: drawn.name, href: here }, { label: 'Clore' }],
    },
  )
}

async function closable(request: PageRequest<Member>): Promise<DrawnTerritory | undefined> {
  const id = readTerritoryId(request.params['id'])
  const drawn = id && (await request.read((ctx) => findDrawn(ctx, id)))
  return drawn && mayClose(request.actor, drawn) ? drawn : undefined
}

/** Closing asks for the day: the page is its own confirmation. */
export const closePerimeterPage = memberPage({
  path: '/territoires/:id/clore',
  allowed: mayDraw,
  async get(request) {
    const drawn = await closable(request)
    if (!drawn) return notFoundReply
    const today = await request.read(async (ctx) => ctx.today)
    return closingForm(request, drawn, { values: dateFieldValues('lastDay', today), errors: [] })
  },
  async post(request) {
    const drawn = await closable(request)
    if (!drawn) return notFoundReply
    const lastDay = dateInput(request.form, 'lastDay', 'le dernier jour')
    const result = await request.submit(closePerimeter, {
      input: { territoryId: drawn.id, lastDay: lastDay.iso },
      errors: lastDay.errors,
      location: ({ territoryId }) => `/territoires/${territoryId}`,
      notice: { kind: 'success', title: 'Périmètre clos' },
    })
    return result.reply ?? closingForm(request, drawn, result.form)
  },
})
