import { frenchDate } from '@maillage/kernel'
import { refusalReasonLabels } from '@maillage/rules/applications'
import { ButtonGroup, ButtonLink, InsetText, Panel, SummaryList } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { personCard } from '../../people/index.ts'
import { mayOrient } from '../policy.ts'
import { type ApplicationCard, applicationCard } from '../queries/application-card.ts'
import { Passages } from './passages.tsx'
import { StateTag } from './state-tag.tsx'

const NEXT_STEPS = [
  'La structure lit la candidature et y répond ici ; sa réponse apparaît dans « Mes orientations ».',
  'Sans réponse à la date promise, la candidature est signalée « En retard », pour vous et pour elle.',
  'En cas d’embauche, le PASS IAE et le premier jour de travail s’affichent sur la fiche de la personne.',
]

const Sent = ({ card, name }: { readonly card: ApplicationCard; readonly name: string }) => (
  <>
    <Panel title="Candidature envoyée">
      {name}, vers {card.siae.name}
    </Panel>
    <p class="govuk-body-l">
      La structure répond au plus tard <strong>le {frenchDate(card.application.promisedOn)}</strong>.
    </p>
    <h2 class="govuk-heading-m">Et maintenant</h2>
    <ol class="govuk-list govuk-list--number">
      {NEXT_STEPS.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
    <ButtonGroup>
      <ButtonLink href="/mes-orientations">Voir mes orientations</ButtonLink>
      <a class="govuk-link" href={`/orienter?personne=${card.application.personId}`}>
        Orienter cette personne vers une autre structure
      </a>
    </ButtonGroup>
  </>
)

/** What the sender follows: to whom, since when, what was answered. */
export const sentApplicationPage = memberPage({
  path: '/orientations/:id',
  allowed: mayOrient,
  async get(request) {
    const id = recordId(request.params['id'])
    const found =
      id &&
      (await request.read(async (ctx) => {
        const card = await applicationCard(ctx, id)
        return card && { card, today: ctx.today, person: await personCard(ctx, card.application.personId) }
      }))
    if (!found) return notFoundReply
    const { card, today, person } = found
    const { application, siae } = card
    const name = person?.displayName ?? 'Personne que votre équipe ne suit plus'
    const breadcrumb = [{ label: 'Accueil', href: '/' }, { label: 'Mes orientations', href: '/mes-orientations' }, { label: name }]
    if (request.query['envoyee'] === '1' && application.state === 'new')
      return show('Candidature envoyée', <Sent card={card} name={name} />, { breadcrumb })
    return show(
      name,
      <>
        <p class="govuk-caption-l">Candidature vers {siae.name}</p>
        <h1 class="govuk-heading-l">{name}</h1>
        <SummaryList
          rows={[
            { label: 'État', value: <StateTag state={application.state} promisedOn={application.promisedOn} today={today} /> },
            ...(application.refusalReason ? [{ label: 'Raison', value: refusalReasonLabels[application.refusalReason] }] : []),
            { label: 'Réponse promise', value: `le ${frenchDate(application.promisedOn)}` },
            {
              label: 'Structure',
              value: (
                <a class="govuk-link" href={`/structures/${application.siaeId}`}>
                  {siae.name}
                </a>
              ),
            },
            { label: 'Poste souhaité', value: application.wantedPost },
            { label: 'Message', value: application.message },
          ]}
        />
        {application.answer ? <InsetText>Réponse de la structure : « {application.answer} »</InsetText> : null}
        <Passages passages={card.passages} sentOn={application.sentOn} senderName={card.senderName ?? 'votre organisation'} />
        {person ? (
          <ButtonLink kind="secondary" href={`/personnes/${person.id}`}>
            Ouvrir la fiche de la personne
          </ButtonLink>
        ) : null}
      </>,
      { breadcrumb },
    )
  },
})
