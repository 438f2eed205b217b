import { plural } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, EmptyState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { goTo, notFoundReply, show } from '../../../platform/http/reply.ts'
import { accessOf, logReading, mayReadWithReason, personCard } from '../../people/index.ts'
import { ActEvents } from '../components/act-events.tsx'
import { MeetingLines } from '../components/meeting-lines.tsx'
import { ReadingsTold, recentReadings } from '../components/readings-told.tsx'
import { WayToRead } from '../components/way-to-read.tsx'
import { mayAccompany } from '../policy.ts'
import { actsOf } from '../queries/acts-of.ts'
import { meetingsOf } from '../queries/meetings-of.ts'

/** All that was done with a person, the latest first, as its reader may know it. */
export const actsPage = memberPage({
  path: '/personnes/:id/actes',
  allowed: mayAccompany,
  async get(request) {
    const id = recordId(request.params['id'])
    const found =
      id &&
      (await request.read(async (ctx) => {
        const card = await personCard(ctx, id)
        if (!card) return undefined
        const readings = card.circles.has('referent') ? recentReadings(await accessOf(ctx, card.id), ctx.today) : []
        return { card, acts: await actsOf(ctx, card.id), meetings: await meetingsOf(ctx, card.id), readings }
      }))
    if (!found) return notFoundReply
    const { card, acts, meetings, readings } = found
    if (card.id !== id) return goTo(`/personnes/${card.id}/actes`)
    logReading(request, card.id)
    const here = `/personnes/${card.id}/actes`
    return show(
      'Actes d’accompagnement',
      <>
        <p class="govuk-caption-l">{card.displayName}</p>
        <h1 class="govuk-heading-l">Actes d’accompagnement</h1>
        <p class="govuk-body">
          Les référents de votre organisation lisent tous ses actes. Sans être référent, vous lisez ceux que vous avez notés. Les autres
          organisations n’en lisent aucun.
        </p>
        <ReadingsTold personId={card.id} readings={readings} />
        {mayReadWithReason(request.actor) ? <WayToRead card={card} /> : null}
        <ButtonGroup>
          {card.diedOn === null ? (
            <>
              <ButtonLink href={`${here}/ajouter`}>Noter un acte</ButtonLink>
              <a class="govuk-link" href={`${here}/rencontre`}>
                Noter une rencontre tripartite
              </a>
              <a class="govuk-link" href={`/personnes/${card.id}/notes`}>
                Vos notes de travail
              </a>
            </>
          ) : null}
          <a class="govuk-link" href="/actes/ajouter">
            Noter un acte avec une autre personne
          </a>
        </ButtonGroup>
        {acts.length === 0 ? (
          <EmptyState title="Aucun acte que vous pouvez lire">
            Un entretien, un appel, un atelier&nbsp;: notez-le en trente secondes.
          </EmptyState>
        ) : (
          <>
            <h2 class="govuk-heading-m">{plural(acts.length, 'acte')}</h2>
            <ActEvents
              acts={acts}
              accountId={request.actor.accountId}
              more={({ id: act }) => <MeetingLines meeting={meetings.get(act)} />}
            />
          </>
        )}
      </>,
      {
        breadcrumb: [
          { label: 'Personnes', href: '/personnes' },
          { label: card.displayName, href: `/personnes/${card.id}` },
          { label: 'Accompagnement' },
        ],
      },
    )
  },
})
