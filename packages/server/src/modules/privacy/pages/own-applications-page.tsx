import { type CalendarDate, frenchDate } from '@maillage/kernel'
import { refusalReasonLabels } from '@maillage/rules/applications'
import { EmptyState, SummaryList } from '@maillage/ui'
import { selfPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { OWN_STATES } from '../own-words.fr.ts'
import { type OwnApplication, ownApplications } from '../queries/own-applications.ts'
import { ownCrumbs } from './own-crumbs.ts'

const WAITING: readonly OwnApplication['state'][] = ['new', 'processing', 'postponed']

const One = ({ application, today }: { readonly application: OwnApplication; readonly today: CalendarDate }) => {
  const { siaeName, commune, state, sentOn, promisedOn, movedOn, sentBy, reason, answer, wantedPost } = application
  const late = WAITING.includes(state) && promisedOn < today
  return (
    <section aria-labelledby={`c-${application.id}`}>
      <h2 class="govuk-heading-m" id={`c-${application.id}`}>
        {siaeName}, à {commune}
      </h2>
      <p class="govuk-body-l">
        <strong>{OWN_STATES[state]}</strong>
      </p>
      {late ? (
        <p class="govuk-body-l">
          La structure devait répondre avant le {frenchDate(promisedOn)}. Elle est en retard. Demandez à la personne qui vous accompagne de
          l’appeler.
        </p>
      ) : null}
      <SummaryList
        rows={[
          { label: 'Envoyée', value: `le ${frenchDate(sentOn)}${sentBy ? `, par ${sentBy}` : ''}` },
          ...(wantedPost ? [{ label: 'Métier', value: wantedPost }] : []),
          ...(WAITING.includes(state) && !late ? [{ label: 'Réponse attendue', value: `avant le ${frenchDate(promisedOn)}` }] : []),
          ...(WAITING.includes(state) ? [] : [{ label: 'Réponse', value: `le ${frenchDate(movedOn)}` }]),
          ...(reason ? [{ label: 'Pourquoi', value: refusalReasonLabels[reason] }] : []),
          ...(answer ? [{ label: 'Ce que dit la structure', value: <span class="m-prewrap">{answer}</span> }] : []),
        ]}
      />
    </section>
  )
}

/** The applications of the person and their plain answers. */
export const ownApplicationsPage = selfPage({
  path: '/mon-espace/candidatures',
  async get(request) {
    const { list, today } = await request.read(async (ctx) => ({
      list: await ownApplications(ctx, request.actor.subject.personId),
      today: ctx.today,
    }))
    return show(
      'Mes candidatures',
      <>
        <h1 class="govuk-heading-xl">Mes candidatures</h1>
        {list.length === 0 ? (
          <EmptyState title="Aucune candidature">Quand une candidature part pour vous, elle apparaît ici avec sa réponse.</EmptyState>
        ) : null}
        {list.map((each) => (
          <One key={each.id} application={each} today={today} />
        ))}
        <h2 class="govuk-heading-m">Mes droits</h2>
        <p class="govuk-body">
          Vous avez droit à une réponse, et à savoir pourquoi c’est non. Si vous pensez que le refus est une discrimination (origine, sexe,
          santé, âge…), le Défenseur des droits vous conseille gratuitement au 39 28.
        </p>
      </>,
      { breadcrumb: ownCrumbs('Mes candidatures') },
    )
  },
})
