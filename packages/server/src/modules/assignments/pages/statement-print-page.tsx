import { addDays, frenchLongDate, frenchShortDate } from '@maillage/kernel'
import { SummaryList } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { mayState } from '../policy.ts'
import { statementHref } from '../queries/owed-statements.ts'
import { MISSIONS, missionTrail } from './placement-trail.ts'
import { statementScene } from './statement-page.tsx'

/** The statement on paper: the person writes their hours, the client signs; it comes back to be typed. */
export const statementPrintPage = memberPage({
  path: `${MISSIONS}/:id/releves/:debut/imprimer`,
  allowed: mayState,
  async get(request) {
    const scene = await statementScene(request)
    if (!scene) return notFoundReply
    const { mission, days } = scene
    const lines = Array.from({ length: days.last - days.first + 1 }, (_, index) => addDays(days.first, index))
    return show(
      'Relevé à faire signer',
      <>
        <p class="govuk-caption-l">{mission.siaeName}</p>
        <h1 class="govuk-heading-l">
          Relevé d’heures du {frenchShortDate(days.first)} au {frenchShortDate(days.last)}
        </h1>
        <p class="govuk-body m-screen-only">
          Imprimez cette page (Ctrl + P), puis rapportez-la signée.{' '}
          <a class="govuk-link" href={statementHref(mission.id, days.first)}>
            Revenir à la saisie
          </a>
        </p>
        <SummaryList
          rows={[
            { label: 'Personne', value: mission.personName },
            { label: 'Client', value: mission.clientName },
            { label: 'Travail', value: `${mission.work}, ${mission.commune}` },
          ]}
        />
        <table class="m-table">
          <caption class="m-caption">Heures travaillées, écrites chaque jour</caption>
          <thead>
            <tr>
              <th scope="col">Jour</th>
              <th scope="col">De … à …</th>
              <th scope="col">Heures</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((on) => (
              <tr key={on}>
                <th scope="row">{frenchLongDate(on)}</th>
                <td />
                <td />
              </tr>
            ))}
            <tr>
              <th scope="row">Total</th>
              <td />
              <td />
            </tr>
          </tbody>
        </table>
        <SummaryList
          rows={[
            { label: 'Signature du client, et date', value: '\u00a0' },
            { label: 'Signature de la personne', value: '\u00a0' },
          ]}
        />
      </>,
      {
        breadcrumb: missionTrail(
          { label: mission.personName ?? 'Mission', href: `${MISSIONS}/${mission.id}` },
          { label: 'Relevé à faire signer' },
        ),
      },
    )
  },
})
