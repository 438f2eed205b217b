import { frenchDate, plural } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, EmptyState, SummaryList } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { MISSION_LABELS } from '../messages.fr.ts'
import { mayAccompany } from '../policy.ts'
import { findWorkshop } from '../queries/workshops.ts'
import { WORKSHOPS } from './workshops-page.tsx'

/** A workshop, with those who were there whom its reader follows; its author adds somebody, takes somebody out, or takes it all back. */
export const workshopPage = memberPage({
  path: `${WORKSHOPS}/:id`,
  allowed: mayAccompany,
  async get({ params, read, actor }) {
    const id = recordId(params['id'])
    const found = id && (await read((ctx) => findWorkshop(ctx, id)))
    if (!found) return notFoundReply
    const { workshop, people } = found
    const mine = workshop.recordedBy === actor.accountId
    const here = `${WORKSHOPS}/${workshop.id}`
    const next = workshop.nextOn === null ? workshop.nextStep : `${workshop.nextStep ?? ''} (le ${frenchDate(workshop.nextOn)})`
    return show(
      workshop.theme,
      <>
        <p class="govuk-caption-l">Atelier collectif</p>
        <h1 class="govuk-heading-l">{workshop.theme}</h1>
        <SummaryList
          rows={[
            { label: 'Date', value: frenchDate(workshop.happenedOn) },
            { label: 'Durée', value: workshop.minutes === null ? null : `${workshop.minutes}\u00a0min` },
            { label: 'Ce qui a été fait', value: workshop.purpose },
            { label: 'Et ensuite', value: next },
            { label: 'Mission', value: MISSION_LABELS[workshop.mission] },
            { label: 'Noté par', value: workshop.author ?? 'un ancien membre' },
          ]}
        />
        <h2 class="govuk-heading-m">{plural(people.length, 'personne présente', 'personnes présentes')}</h2>
        {mine ? null : <p class="govuk-body">Ne sont nommées que celles dont vous lisez les actes.</p>}
        {people.length === 0 ? (
          <EmptyState title="Personne dont vous lisez les actes">Ajoutez qui était là, ou retirez l’atelier.</EmptyState>
        ) : (
          <ul class="govuk-list govuk-list--spaced">
            {people.map(({ actId, personId, displayName }) => (
              <li key={actId}>
                <a class="govuk-link" href={`/personnes/${personId}/actes`}>
                  {displayName}
                </a>
                {mine ? (
                  <>
                    {' · '}
                    <a class="govuk-link" href={`/actes/${actId}/retirer`}>
                      Retirer<span class="govuk-visually-hidden"> {displayName} de l’atelier</span>
                    </a>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        )}
        {mine ? (
          <ButtonGroup>
            <ButtonLink href={`${here}/ajouter`} kind="secondary">
              Ajouter une personne présente
            </ButtonLink>
            <a class="govuk-link" href={`${here}/retirer`}>
              Retirer cet atelier
            </a>
          </ButtonGroup>
        ) : null}
      </>,
      { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Ateliers', href: WORKSHOPS }, { label: workshop.theme }] },
    )
  },
})
