import { plural } from '@maillage/kernel'
import { Button, ButtonGroup, DateField, emptyForm, Form, type FormState, Radios, Select } from '@maillage/ui'
import { dateInput } from '../../../platform/http/date-input.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { endSiae } from '../commands/end-siae.ts'
import { SUCCESSION_LABELS } from '../messages.fr.ts'
import { isOpen, type Siae, SUCCESSION_REASONS } from '../model.ts'
import { maySteer } from '../policy.ts'
import { successorsFor } from '../queries/successors.ts'
import { findSiae } from '../store.ts'

interface Ending {
  readonly siae: Siae
  readonly successors: Awaited<ReturnType<typeof successorsFor>>
}

function endingForm(request: PageRequest<Member>, { siae, successors }: Ending, form: FormState): Reply {
  const here = `/structures/${siae.id}`
  return show(
    'Fin de la structure',
    <>
      <p class="govuk-caption-l">{siae.name}</p>
      <h1 class="govuk-heading-l">Enregistrer la fin de cette structure</h1>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Reprise par une autre structure&nbsp;: dès le lendemain, ses équipes lisent les fiches, et les passages, les contrats et les
          candidatures en attente continuent chez elle. Les personnes sont prévenues. Si elle dépend d’un autre organisme, il doit d’abord
          accepter.
        </li>
        <li>Sans reprise&nbsp;: plus aucune équipe ne lit les fiches. Proposez d’abord les personnes à d’autres structures.</li>
        <li>L’historique garde le nom de la structure.</li>
      </ul>
      <Form action={`${here}/fin`} csrf={request.csrf} requestId={request.formId} state={form}>
        <Radios
          form={form}
          name="reason"
          label="Comment la structure s’arrête-t-elle&#8239;?"
          choices={SUCCESSION_REASONS.map((value) => ({ value, label: SUCCESSION_LABELS[value] }))}
        />
        <Select
          form={form}
          name="successorId"
          label="Structure qui continue avec les personnes"
          hint="En cas de fusion ou de reprise"
          options={[
            { value: '', label: 'Aucune' },
            ...successors.map(({ id, name, carrier }) => ({ value: id, label: `${name} (${carrier})` })),
          ]}
        />
        <DateField form={form} name="lastDay" label="Dernier jour de la structure" />
        <ButtonGroup>
          <Button kind="warning">Enregistrer la fin</Button>
          <a class="govuk-link" href={here}>
            Ne rien changer
          </a>
        </ButtonGroup>
      </Form>
    </>,
    {
      errorCount: form.errors.length,
      breadcrumb: [{ label: 'Structures', href: '/structures' }, { label: siae.name, href: here }, { label: 'Fin de la structure' }],
    },
  )
}

async function ending(request: PageRequest<Member>): Promise<Ending | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const siae = await findSiae(ctx, id)
    if (!siae || !isOpen(siae, ctx.today) || !maySteer(request.actor, siae)) return undefined
    return { siae, successors: await successorsFor(ctx, siae) }
  })
}

/** The end of a structure: merged, taken over, liquidated, closed. The page is its own confirmation. */
export const endSiaePage = memberPage({
  path: '/structures/:id/fin',
  async get(request) {
    const found = await ending(request)
    return found ? endingForm(request, found, emptyForm) : notFoundReply
  },
  async post(request) {
    const found = await ending(request)
    if (!found) return notFoundReply
    const lastDay = dateInput(request.form, 'lastDay', 'le dernier jour')
    const result = await request.submit(endSiae, {
      input: {
        siaeId: found.siae.id,
        reason: text(request.form, 'reason'),
        successorId: text(request.form, 'successorId'),
        lastDay: lastDay.iso,
      },
      errors: lastDay.errors,
      location: ({ siaeId }) => `/structures/${siaeId}`,
      notice: ({ waits, files }) => ({
        kind: 'success',
        title: waits ? 'Proposition envoyée' : 'Fin de la structure enregistrée',
        text: waits ? 'L’organisme qui reprend doit l’accepter.' : `${plural(files, 'personne')} concernée${files > 1 ? 's' : ''}.`,
      }),
    })
    return result.reply ?? endingForm(request, found, result.form)
  },
})
