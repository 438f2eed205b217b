import { type CalendarDate, frenchDate } from '@maillage/kernel'
import { Timeline, type TimelineEvent } from '@maillage/ui'
import { shownPosts } from '../agreement-words.ts'
import type { RecordedAmendment, RecordedAnnex } from '../model.ts'

function changeOf({ act, number }: RecordedAmendment): string {
  const name = number ? `Avenant ${number}` : 'Avenant'
  return act.kind === 'posts'
    ? `${name} : ${shownPosts(act.posts)} à partir du ${frenchDate(act.effectOn)}`
    : `${name} : l’annexe finit le ${frenchDate(act.last)}`
}

/** What was signed and when it was known, in the order it was known: the day it acts from is in its words. */
export function AnnexLife({
  annex: { siaeId, annex, amendments, recordedOn },
  knownOn,
  records,
}: {
  readonly annex: RecordedAnnex
  readonly knownOn: CalendarDate | undefined
  readonly records: boolean
}) {
  const signed: TimelineEvent = {
    date: annex.knownOn,
    title: `Annexe signée : ${shownPosts(annex.posts)} à partir du ${frenchDate(annex.period.first)}`,
    children: <p class="m-event-reason">Enregistrée ici le {frenchDate(recordedOn)}.</p>,
  }
  const changes = amendments.map((each): TimelineEvent & { readonly unknown: boolean } => ({
    date: each.act.knownOn,
    unknown: knownOn !== undefined && each.act.knownOn > knownOn,
    title: changeOf(each),
    children: each.cancellation ? (
      <p class="m-event-reason">
        Annulé le {frenchDate(each.cancellation.on)}. Motif&nbsp;: {each.cancellation.reason}
      </p>
    ) : (
      <p class="m-event-reason">
        Signé le {frenchDate(each.act.knownOn)}, enregistré ici le {frenchDate(each.recordedOn)}.{' '}
        {records ? (
          <a class="govuk-link" href={`/conventions/${siaeId}/avenants/${each.id}/annuler`}>
            Annuler<span class="govuk-visually-hidden"> l’avenant connu le {frenchDate(each.act.knownOn)}</span>
          </a>
        ) : null}
      </p>
    ),
  }))
  return (
    <>
      <h3 class="govuk-heading-s">Ce qui a été signé</h3>
      <Timeline events={[signed, ...changes.filter(({ unknown }) => !unknown).toSorted((a, b) => a.date - b.date)]} />
    </>
  )
}
