import { frenchDate } from '@maillage/kernel'
import { DataTable, EmptyState } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import { PARIS } from '../../../platform/command/context.ts'
import { accountPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { type FailedDelivery, failedDeliveries } from '../../../platform/jobs/failed-deliveries.ts'
import { mayOperate } from '../policy.ts'

const saidOn = (at: string) => frenchDate(legalDay(Temporal.Instant.from(at), PARIS))

/** What the platform gave up telling itself: until somebody looks, a right or a notice may be missing somewhere. */
export const failedDeliveriesPage = accountPage({
  path: '/administration/envois-en-echec',
  async get(request) {
    if (!mayOperate(request.actor)) return notFoundReply
    const failed = await request.read(({ tx }) => failedDeliveries(tx))
    return show(
      'Envois en échec',
      <>
        <h1 class="govuk-heading-l">Envois en échec</h1>
        <p class="govuk-body">
          Après dix essais, la plateforme n’essaie plus. Ce qui devait suivre l’événement n’a pas eu lieu. Signalez la ligne, avec sa
          référence, à qui exploite la plateforme.
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
          ]}
          empty={
            <EmptyState title="Aucun envoi en échec">Tout ce qui s’est passé a été transmis, ou le sera au prochain essai.</EmptyState>
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Envois en échec' }] },
    )
  },
})
