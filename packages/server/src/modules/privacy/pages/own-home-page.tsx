import { frenchLongDate } from '@maillage/kernel'
import { ButtonLink, InsetText } from '@maillage/ui'
import { selfPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { personCard } from '../../people/index.ts'
import { nextAppointment } from '../queries/next-appointment.ts'
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
      next: await nextAppointment(ctx, personId),
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
          {next ? (
            <p class="govuk-body-l">
              <strong>{frenchLongDate(next.on)}</strong>, avec {next.organisationName}&nbsp;: {next.what}
            </p>
          ) : (
            <p class="govuk-body-l">Rien n’est écrit pour l’instant. Demandez à la personne qui vous accompagne.</p>
          )}
        </section>
        <OwnRight pass={pass} />
        <OwnDoors />
        <p class="govuk-body">Votre espace se ferme tout seul à {closingWords(closesAt, timeZone)}. Vous avez fini avant&nbsp;?</p>
        <ButtonLink kind="secondary" href="/mon-espace/quitter">
          Fermer mon espace
        </ButtonLink>
      </>,
    )
  },
})
