import { ButtonGroup, ButtonLink, InsetText } from '@maillage/ui'
import { selfPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { personCard } from '../../people/index.ts'
import { OwnNextStep } from '../components/own-next-step.tsx'
import { ownNextSteps } from '../queries/own-appointments.ts'
import { ownPass } from '../queries/own-pass.ts'
import { OwnDoors } from './own-doors.tsx'
import { OwnRight } from './own-right.tsx'

/** The hour at which a space closes by itself. */
function closingWords(closesAt: Temporal.Instant, timeZone: string): string {
  const { hour, minute } = closesAt.toZonedDateTimeISO(timeZone)
  return `${hour} h ${String(minute).padStart(2, '0')}`
}

/** The first page of a space: what comes next, the right and its days, then the rest. */
export const ownHomePage = selfPage({
  path: '/mon-espace',
  async get(request) {
    const { personId, closesAt, timeZone, hasSecret } = request.actor.subject
    const { card, pass, next } = await request.read(async (ctx) => ({
      card: await personCard(ctx, personId),
      pass: await ownPass(ctx),
      next: await ownNextSteps(ctx, personId),
    }))
    if (!card) return notFoundReply
    return show(
      'Mon espace',
      <>
        <h1 class="govuk-heading-xl">Bonjour {card.givenNames.split(' ')[0]}</h1>
        {hasSecret ? null : (
          <InsetText>
            Pour revenir ici une autre fois, choisissez un secret.{' '}
            <a class="govuk-link" href="/mon-espace/secret">
              Choisir mon secret
            </a>
          </InsetText>
        )}
        <section aria-labelledby="prochain">
          <h2 class="govuk-heading-l" id="prochain">
            Mon prochain rendez-vous
          </h2>
          {next[0] ? (
            <p class="govuk-body-l">
              <OwnNextStep step={next[0]} />
            </p>
          ) : (
            <p class="govuk-body-l">Rien n’est écrit pour l’instant. Demandez à la personne qui vous accompagne.</p>
          )}
          {next.length > 1 ? (
            <p class="govuk-body">
              <a class="govuk-link" href="/mon-espace/rendez-vous">
                Voir tous mes rendez-vous
              </a>
            </p>
          ) : null}
        </section>
        <OwnRight pass={pass} />
        {pass ? (
          <ButtonGroup>
            <ButtonLink kind="secondary" href="/mon-espace/droit">
              Comprendre mes jours
            </ButtonLink>
          </ButtonGroup>
        ) : null}
        <OwnDoors />
        <p class="govuk-body">Votre espace se ferme tout seul à {closingWords(closesAt, timeZone)}. Vous avez fini avant&nbsp;?</p>
        <ButtonLink kind="secondary" href="/mon-espace/quitter">
          Fermer mon espace
        </ButtonLink>
      </>,
    )
  },
})
