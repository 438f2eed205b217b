import { frenchDate, frenchHours } from '@maillage/kernel'
import { EmptyState, Notification, SummaryList } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { holdsPerson, personCard } from '../../people/index.ts'
import { mayReadPlacements } from '../policy.ts'
import { companyCounters } from '../queries/company-counters.ts'
import { CompanyHoursWhy } from './company-hours-why.tsx'
import { COUNTERS, missionTrail } from './placement-trail.ts'

/** Where somebody stands with companies, and why. */
export const personCounterPage = memberPage({
  path: '/personnes/:id/heures-en-entreprise',
  allowed: mayReadPlacements,
  async get({ params, read }) {
    const id = recordId(params['id'])
    const found =
      id === undefined
        ? undefined
        : await read(async (ctx) => {
            const person = await personCard(ctx, id)
            if (!person || !(await holdsPerson(ctx, person.id, 'employment'))) return undefined
            return { person, counter: (await companyCounters(ctx, { personId: person.id }))[0]?.counter, today: ctx.today }
          })
    if (!found) return notFoundReply
    const { person, counter, today } = found
    const value = counter?.value
    return show(
      'Heures en entreprise',
      <>
        <p class="govuk-caption-l">{person.displayName}</p>
        <h1 class="govuk-heading-l">Heures en entreprise</h1>
        {counter && value ? (
          <>
            {value.used > value.limit ? (
              <Notification kind="warning" title={`Le maximum de ${frenchHours(value.limit)} est dépassé`}>
                Les heures sont gardées, et l’anomalie reste ouverte.
              </Notification>
            ) : value.passedOn !== null ? (
              <Notification kind="warning" title={`Les missions prévues dépasseraient le maximum le ${frenchDate(value.passedOn)}`}>
                Raccourcissez une mission, passez par une ETTI, ou demandez une dérogation au préfet.
              </Notification>
            ) : null}
            <SummaryList
              rows={[
                { label: 'Restent', value: <strong>{frenchHours(value.left)}</strong> },
                { label: 'Faites', value: frenchHours(value.used) },
                { label: 'Prévues', value: frenchHours(value.planned) },
                { label: 'Maximum', value: frenchHours(value.limit) },
                { label: 'Compteur', value: `du ${frenchDate(value.window.first)} au ${frenchDate(value.window.last)}` },
              ]}
            />
            <CompanyHoursWhy counter={counter} today={today} />
          </>
        ) : (
          <EmptyState title="Aucune heure en entreprise">Le compteur s’ouvre à la première mission dans une entreprise.</EmptyState>
        )}
      </>,
      { breadcrumb: missionTrail({ label: 'Heures en entreprise', href: COUNTERS }, { label: person.displayName }) },
    )
  },
})
