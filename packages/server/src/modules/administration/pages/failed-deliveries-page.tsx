import { frenchDate } from '@maillage/kernel'
import { Button, DataTable, EmptyState, ErrorSummary, emptyForm, Form, type FormState, HiddenField } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import type { Actor } from '../../../platform/command/actor.ts'
import { PARIS } from '../../../platform/command/context.ts'
import { accountPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import { type FailedDelivery, failedDeliveries } from '../../../platform/jobs/failed-deliveries.ts'
import { retryDelivery } from '../commands/retry-delivery.ts'
import { mayOperate } from '../policy.ts'

const saidOn = (at: string) => frenchDate(legalDay(Temporal.Instant.from(at), PARIS))

const PATH = '/administration/envois-en-echec'

const Retry = ({ failed: { eventId, handler }, request }: { readonly failed: FailedDelivery; readonly request: PageRequest<Actor> }) => (
  <Form action={`${PATH}/relancer`} csrf={request.csrf} requestId={request.formId} state={emptyForm}>
    <HiddenField name="eventId" value={eventId} />
    <HiddenField name="handler" value={handler} />
    <Button kind="secondary">
      Relancer<span class="govuk-visually-hidden">{` ${handler}, ${eventId}`}</span>
    </Button>
  </Form>
)

async function list(request: PageRequest<Actor>, form: FormState): Promise<Reply> {
  const failed = await request.read(({ tx }) => failedDeliveries(tx))
  return show(
    'Envois en échec',
    <>
      <ErrorSummary state={form} />
      <h1 class="govuk-heading-l">Envois en échec</h1>
      <p class="govuk-body">
        Après dix essais, la plateforme n’essaie plus. Ce qui devait suivre l’événement n’a pas eu lieu. Signalez la ligne, avec sa
        référence, à qui exploite la plateforme ; une fois la cause corrigée, relancez : dix nouveaux essais commencent.
      </p>
      <DataTable<FailedDelivery>
        caption="Envois abandonnés"
        counted={['envoi abandonné', 'envois abandonnés']}
        rows={failed}
        rowKey={({ eventId, handler }) => `${eventId} ${handler}`}
        columns={[
          { key: 'jour', label: 'Événement du', render: ({ recordedAt }) => saidOn(recordedAt) },
          { key: 'evenement', label: 'Événement', render: ({ type }) => type },
          { key: 'suite', label: 'Suite attendue', render: ({ handler }) => handler },
          { key: 'essais', label: 'Essais', render: ({ attempts }) => String(attempts) },
          { key: 'erreur', label: 'Dernière erreur', render: ({ lastFailure }) => lastFailure ?? 'Inconnue' },
          { key: 'reference', label: 'Référence', render: ({ eventId }) => eventId },
          { key: 'action', label: 'Action', render: (each) => <Retry failed={each} request={request} /> },
        ]}
        empty={<EmptyState title="Aucun envoi en échec">Tout ce qui s’est passé a été transmis, ou le sera au prochain essai.</EmptyState>}
      />
    </>,
    { wide: true, errorCount: form.errors.length, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Envois en échec' }] },
  )
}

/** What the platform gave up telling itself: until somebody looks, a right or a notice may be missing somewhere. */
export const failedDeliveriesPage = accountPage({
  path: PATH,
  get: async (request) => (mayOperate(request.actor) ? list(request, emptyForm) : notFoundReply),
})

/** Begins again what was given up. */
export const retryDeliveryPage = accountPage({
  path: `${PATH}/relancer`,
  async post(request) {
    if (!mayOperate(request.actor)) return notFoundReply
    const result = await request.submit(retryDelivery, {
      input: { eventId: text(request.form, 'eventId'), handler: text(request.form, 'handler') },
      location: () => PATH,
      notice: { kind: 'success', title: 'Relancé : le prochain essai a lieu dans la minute' },
    })
    return result.reply ?? list(request, result.form)
  },
})
