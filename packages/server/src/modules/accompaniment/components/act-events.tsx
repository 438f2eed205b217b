import { frenchDate } from '@maillage/kernel'
import { Timeline } from '@maillage/ui'
import type { ComponentChildren } from 'preact'
import { shownHour } from '../hour-typed.ts'
import { KIND_LABELS, MISSION_LABELS } from '../messages.fr.ts'
import type { Act } from '../model.ts'

const titleOf = ({ kind, minutes }: Act) => `${KIND_LABELS[kind]}${minutes === null ? '' : `, ${minutes}\u00a0min`}`

/** The day of what comes next, as last said. */
function dayOf({ nextOn, nextAt, waiting }: Act): string {
  const [on, at] = waiting === null ? [nextOn, nextAt] : [waiting.on, waiting.at]
  return on === null ? '' : `${frenchDate(on)}${at === null ? '' : ` à ${shownHour(at)}`}`
}

interface Shown {
  readonly acts: readonly Act[]
  readonly accountId: string
  /** What some acts hold besides. */
  readonly more?: (act: Act) => ComponentChildren
}

/** Acts one after the other: what for, what next; the author may take back their own. */
export const ActEvents = ({ acts, accountId, more }: Shown) => (
  <Timeline
    events={acts.map((act) => ({
      date: act.happenedOn,
      title: titleOf(act),
      by: act.author ?? 'un ancien membre',
      children: (
        <>
          {act.partner === null || act.partnerId === null ? null : (
            <p class="govuk-body">
              Avec{' '}
              <a class="govuk-link" href={`/partenaires/${act.partnerId}`}>
                {act.partner}
              </a>
            </p>
          )}
          {act.purpose === null ? null : <p class="govuk-body">{act.purpose}</p>}
          {more?.(act)}
          {act.nextStep === null ? null : (
            <p class="govuk-body">
              <strong>
                Ensuite
                {dayOf(act) === '' ? '' : `, le ${dayOf(act)}`}&nbsp;:
              </strong>{' '}
              {act.nextStep}
              {act.waiting === null ? (
                ' (réglé)'
              ) : (
                <>
                  {' · '}
                  <a class="govuk-link" href={`/personnes/${act.personId}/actes/ajouter?suite=${act.id}`}>
                    Noter ce qui a été fait<span class="govuk-visually-hidden"> : {act.nextStep}</span>
                  </a>
                  {' · '}
                  <a class="govuk-link" href={`/actes/${act.id}/suite/reporter`}>
                    Reporter<span class="govuk-visually-hidden"> : {act.nextStep}</span>
                  </a>
                  {' · '}
                  <a class="govuk-link" href={`/actes/${act.id}/suite/abandonner`}>
                    N’a plus lieu d’être<span class="govuk-visually-hidden"> : {act.nextStep}</span>
                  </a>
                </>
              )}
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
