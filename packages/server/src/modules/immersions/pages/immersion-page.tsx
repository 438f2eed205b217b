import { frenchDate, frenchOf, plural } from '@maillage/kernel'
import { type EmploymentAnomaly, employmentAnomalySentence, immersionObjectLabels } from '@maillage/rules/employment'
import { ButtonGroup, ButtonLink, Notification, SourceLine, SummaryList, Tag } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { mayReadContracts } from '../../employment/index.ts'
import { shownSiret } from '../../organisations/index.ts'
import { logReading } from '../../people/index.ts'
import { HOST_KIND_LABELS, OUTCOME_LABELS, PRESCRIBER_LABELS, STATE_LABELS } from '../messages.fr.ts'
import { type Immersion, type ImmersionState, stateOn } from '../model.ts'
import type { ImmersionCard } from '../queries/immersion-card.ts'
import { crumbsOf, immersionHref, shownImmersion } from './immersion-in-address.ts'

const Wrong = ({ anomalies }: Pick<ImmersionCard, 'anomalies'>) =>
  anomalies.length === 0 ? null : (
    <Notification kind="warning" title="Notée, avec des points à régler">
      <ul class="govuk-list govuk-list--bullet">
        {anomalies.map(({ rule, facts, source }) => (
          <li key={rule}>
            {employmentAnomalySentence({ code: rule as EmploymentAnomaly, details: facts as never })}{' '}
            {source === null ? null : <SourceLine source={source} />}
          </li>
        ))}
      </ul>
      <p class="govuk-body">Seules les immersions notées par votre structure sont comptées.</p>
    </Notification>
  )

const Facts = ({ immersion }: { readonly immersion: Immersion }) => (
  <SummaryList
    rows={[
      { label: 'Employeur d’accueil', value: immersion.hostName ?? 'Effacé' },
      { label: 'Type d’employeur', value: HOST_KIND_LABELS[immersion.hostKind] },
      { label: 'SIRET', value: immersion.hostSiret === null ? null : shownSiret(immersion.hostSiret) },
      { label: 'Lieu d’accueil', value: immersion.hostPlace },
      { label: 'Tuteur ou tutrice', value: immersion.tutor },
      { label: 'Objet', value: immersionObjectLabels[immersion.object] },
      { label: 'Ce que la personne fait', value: immersion.tasks },
      { label: 'Premier jour', value: frenchDate(immersion.first) },
      { label: 'Dernier jour prévu', value: `${frenchDate(immersion.last)} (${plural(immersion.last - immersion.first + 1, 'jour')})` },
      { label: 'Horaires', value: immersion.schedule },
      { label: 'Prescrite par', value: PRESCRIBER_LABELS[immersion.prescribedBy] },
    ]}
  />
)

const Result = ({ conclusion }: Pick<Immersion, 'conclusion'>) =>
  conclusion === null ? null : (
    <section aria-labelledby="bilan">
      <h2 class="govuk-heading-m" id="bilan">
        Bilan
      </h2>
      <SummaryList
        rows={[
          { label: 'Dernier jour fait', value: frenchDate(conclusion.endedOn) },
          { label: 'Résultat', value: OUTCOME_LABELS[conclusion.outcome] },
          {
            label: 'Embauche',
            value: conclusion.hired ? 'L’employeur d’accueil embauche la personne' : 'Pas d’embauche chez cet employeur',
          },
          { label: 'Ce que la personne en retire', value: conclusion.learnt },
        ]}
      />
    </section>
  )

const Acts = ({ immersion, state, open }: { readonly immersion: Immersion; readonly state: ImmersionState; readonly open: boolean }) => {
  const here = immersionHref(immersion.id)
  const add = `/sejours/${immersion.stayId}/immersions/ajouter`
  return (
    <ButtonGroup>
      {state === 'to-come' ? null : (
        <ButtonLink kind={state === 'concluded' ? 'secondary' : undefined} href={`${here}/bilan`}>
          {state === 'concluded' ? 'Corriger le bilan' : 'Noter le bilan'}
        </ButtonLink>
      )}
      <ButtonLink kind="secondary" href={`${here}/convention`}>
        Voir la convention
      </ButtonLink>
      {open && immersion.renews === null ? (
        <a class="govuk-link" href={`${add}?renouvelle=${immersion.id}`}>
          Renouveler
        </a>
      ) : null}
      {immersion.conclusion === null ? (
        <a class="govuk-link" href={`${add}?corrige=${immersion.id}`}>
          Corriger
        </a>
      ) : null}
      <a class="govuk-link" href={`/personnes/${immersion.personId}`}>
        Ouvrir la fiche de la personne
      </a>
      <a class="govuk-link" href={`${here}/annuler`}>
        Annuler l’immersion
      </a>
    </ButtonGroup>
  )
}

/** An immersion: what was agreed, what the law says of it, what became of it. */
export const immersionPage = memberPage({
  path: '/immersions/:id',
  allowed: mayReadContracts,
  async get(request) {
    const card = await shownImmersion(request)
    if (!card) return notFoundReply
    const { immersion, personName, siae, noted } = card
    const today = await request.read((ctx) => Promise.resolve(ctx.today))
    const state = stateOn(immersion, today)
    logReading(request, immersion.personId, 'employment')
    return show(
      'Immersion',
      <>
        <p class="govuk-caption-l">{siae.name}</p>
        <h1 class="govuk-heading-l">
          Immersion {frenchOf(personName)} <Tag>{STATE_LABELS[state]}</Tag>
        </h1>
        <Wrong anomalies={card.anomalies} />
        <Facts immersion={immersion} />
        <Result conclusion={immersion.conclusion} />
        <Acts immersion={immersion} state={state} open={card.exitOn === null} />
        <p class="govuk-body-s">
          Notée par {noted.by}, le {frenchDate(legalDay(noted.on, request.actor.hat.timeZone))}.
          {immersion.renews === null ? null : (
            <>
              {' '}
              <a class="govuk-link" href={immersionHref(immersion.renews)}>
                Voir l’immersion qu’elle renouvelle
              </a>
            </>
          )}
        </p>
      </>,
      { breadcrumb: crumbsOf(card) },
    )
  },
})
