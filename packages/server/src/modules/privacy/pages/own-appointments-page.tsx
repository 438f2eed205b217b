import { EmptyState, Timeline } from '@maillage/ui'
import { selfPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { OwnNextStep } from '../components/own-next-step.tsx'
import { OWN_ACTS } from '../own-words.fr.ts'
import { ownActs, ownNextSteps } from '../queries/own-appointments.ts'
import { ownCrumbs } from './own-crumbs.ts'

/** What comes next, and what was done. */
export const ownAppointmentsPage = selfPage({
  path: '/mon-espace/rendez-vous',
  async get(request) {
    const { personId } = request.actor.subject
    const { next, done } = await request.read(async (ctx) => ({
      next: await ownNextSteps(ctx, personId),
      done: await ownActs(ctx, personId),
    }))
    return show(
      'Mes rendez-vous',
      <>
        <h1 class="govuk-heading-xl">Mes rendez-vous</h1>
        <h2 class="govuk-heading-l">À venir</h2>
        {next.length === 0 ? (
          <EmptyState title="Aucun rendez-vous">Demandez à la personne qui vous accompagne.</EmptyState>
        ) : (
          <ul class="govuk-list govuk-list--bullet">
            {next.map((step) => (
              <li key={step.id}>
                <OwnNextStep step={step} />
              </li>
            ))}
          </ul>
        )}
        <p class="govuk-body">Vous ne pouvez pas venir&nbsp;? Prévenez la personne qui vous accompagne.</p>
        <h2 class="govuk-heading-l">Ce qui a été fait</h2>
        {done.length === 0 ? (
          <p class="govuk-body-l">Rien n’est encore écrit.</p>
        ) : (
          <Timeline
            events={done.map(({ on, kind, what, organisationName }) => ({
              date: on,
              title: OWN_ACTS[kind],
              by: `avec ${organisationName}`,
              children: what === null ? null : <p class="govuk-body">{what}</p>,
            }))}
          />
        )}
      </>,
      { breadcrumb: ownCrumbs('Mes rendez-vous') },
    )
  },
})
