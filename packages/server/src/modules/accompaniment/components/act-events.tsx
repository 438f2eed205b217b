import { frenchDate } from '@maillage/kernel'
import { Timeline } from '@maillage/ui'
import { KIND_LABELS, MISSION_LABELS } from '../messages.fr.ts'
import type { Act } from '../model.ts'

const titleOf = ({ kind, minutes }: Act) => `${KIND_LABELS[kind]}${minutes === null ? '' : `, ${minutes}\u00a0min`}`

/** Acts one after the other: what for, what next; the author may take back their own. */
export const ActEvents = ({ acts, accountId }: { readonly acts: readonly Act[]; readonly accountId: string }) => (
  <Timeline
    events={acts.map((act) => ({
      date: act.happenedOn,
      title: titleOf(act),
      by: act.author ?? 'un ancien membre',
      children: (
        <>
          {act.purpose === null ? null : <p class="govuk-body">{act.purpose}</p>}
          {act.nextStep === null ? null : (
            <p class="govuk-body">
              <strong>Ensuite{act.nextOn === null ? '' : `, le ${frenchDate(act.nextOn)}`}&nbsp;:</strong> {act.nextStep}
            </p>
          )}
          <p class="govuk-body-s">
            {MISSION_LABELS[act.mission]}
            {' · '}
            <a class="govuk-link" href={`/personnes/${act.personId}/notes/ajouter?acte=${act.id}`}>
              Ajouter une note de travail<span class="govuk-visually-hidden"> sur l’acte du {frenchDate(act.happenedOn)}</span>
            </a>
            {act.recordedBy === accountId ? (
              <>
                {' · '}
                <a class="govuk-link" href={`/actes/${act.id}/retirer`}>
                  Retirer<span class="govuk-visually-hidden"> l’acte du {frenchDate(act.happenedOn)}</span>
                </a>
              </>
            ) : null}
          </p>
        </>
      ),
    }))}
  />
)
