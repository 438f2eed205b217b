import { frenchDate, frenchHours, frenchOf } from '@maillage/kernel'
import {
  classifyExit,
  type ExitAnomaly,
  endsOfAStay,
  exitAnomalySentence,
  exitMissingSentence,
  exitReasonLabels,
  exitStepSentence,
} from '@maillage/rules/exits'
import { ButtonGroup, ButtonLink, InsetText, Notification, SourceLine, SummaryList, Timeline, Why } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { goTo, notFoundReply, show } from '../../../platform/http/reply.ts'
import { heldPasses } from '../../pass-iae/index.ts'
import { logReading } from '../../people/index.ts'
import type { StayExit } from '../model.ts'
import { mayReadExits, mayReadFollowUps } from '../policy.ts'
import type { ExitCard, KnownExit } from '../queries/exit-card.ts'
import { ClassTag, countedWords, foundWords } from './exit-words.tsx'
import { followUpHref } from './follow-up-words.tsx'
import { crumbsOf, exitHref, shownStay } from './stay-in-address.ts'

const Told = ({ card, finding }: { readonly card: ExitCard; readonly finding: ReturnType<typeof classifyExit>['value'] }) => (
  <>
    {card.anomalies.length === 0 ? null : (
      <Notification kind="warning" title="Enregistrée, avec un point à régler">
        {card.anomalies.map(({ rule, facts, source }) => (
          <p key={rule}>
            {exitAnomalySentence({ code: rule as ExitAnomaly, details: facts as never })}{' '}
            {source === null ? null : <SourceLine source={source} />}
          </p>
        ))}
      </Notification>
    )}
    {finding.missing.length === 0 ? null : (
      <Notification kind="information" title="Il manque de quoi classer ou compter cette sortie">
        {finding.missing.map((fact) => (
          <p key={fact}>{exitMissingSentence(fact)}</p>
        ))}
      </Notification>
    )}
    {card.elsewhere.map(({ siaeName, counsellor }) => (
      <InsetText key={siaeName}>
        La personne poursuit dans une SIAE : « {siaeName} ».{' '}
        {counsellor === null ? 'Aucun référent n’y est nommé.' : `Référent\u00a0: ${counsellor}.`}
      </InsetText>
    ))}
  </>
)

const titleOf = (known: KnownExit, first: boolean): string =>
  known.cancelled
    ? 'Sortie annulée'
    : `${first ? 'Sortie enregistrée' : 'Sortie corrigée'} : ${frenchDate(known.exitOn)}, motif : ${exitReasonLabels[known.reason]}`

const History = ({ history, timeZone }: { readonly history: readonly KnownExit[]; readonly timeZone: string }) => (
  <section aria-labelledby="histoire">
    <h2 class="govuk-heading-m" id="histoire">
      Ce qui a été enregistré
    </h2>
    <Timeline
      events={history.map((known) => ({
        date: legalDay(known.recordedAt, timeZone),
        title: titleOf(known, known.version === 1),
        by: known.by,
        reason: known.changeReason ?? undefined,
      }))}
    />
  </section>
)

/** The last day of the right of the person on the day of the exit, beside the two other ends: they are three things. */
const endWords = (day: Parameters<typeof frenchDate>[0] | null, none: string) => (day === null ? none : frenchDate(day))

const Facts = ({
  exit,
  card,
  finding,
  passLast,
}: {
  readonly exit: StayExit
  readonly card: ExitCard
  readonly finding: ReturnType<typeof classifyExit>['value']
  readonly passLast: Parameters<typeof endsOfAStay>[2]
}) => {
  const ends = endsOfAStay(exit, card.contracts, passLast)
  return (
    <SummaryList
      rows={[
        { label: 'Structure', value: card.siaeName },
        { label: 'Entrée', value: frenchDate(exit.entry) },
        { label: 'Sortie', value: frenchDate(ends.stay) },
        { label: 'Fin du contrat', value: endWords(ends.contract, 'Sans terme') },
        { label: 'Fin du PASS IAE', value: endWords(ends.pass, 'Aucun PASS IAE') },
        { label: 'Motif', value: exitReasonLabels[exit.reason] },
        ...(exit.found ? [{ label: 'Contrat ou mission trouvés', value: foundWords(exit.found) }] : []),
        { label: 'Classe', value: <ClassTag finding={finding} /> },
        { label: 'Comptée dans les taux', value: countedWords(finding) },
        { label: 'Heures du séjour', value: exit.hours === null ? 'Incomplètes' : frenchHours(exit.hours) },
      ]}
    />
  )
}

/** The exit of a stay: what was said, what it counts for and why, what can still be changed. */
export const exitPage = memberPage({
  path: '/sejours/:id/sortie',
  allowed: mayReadExits,
  async get(request) {
    const found = await shownStay(request)
    if (!found) return notFoundReply
    const { card } = found
    const { exit, stayId, personId } = card
    const here = exitHref(stayId)
    if (!exit) return goTo(`${here}/enregistrer`)
    const { finding, steps, passLast } = await request.read(async (ctx) => {
      const explained = classifyExit(ctx.law, exit)
      const right = (await heldPasses(ctx, personId)).findLast(({ first }) => first <= exit.exitOn)
      return { finding: explained.value, steps: explained.because(), passLast: right?.last ?? null }
    })
    logReading(request, personId)
    return show(
      'Sortie',
      <>
        <p class="govuk-caption-l">{card.siaeName}</p>
        <h1 class="govuk-heading-l">Sortie {frenchOf(card.personName)}</h1>
        <Told card={card} finding={finding} />
        <Facts exit={exit} card={card} finding={finding} passLast={passLast} />
        <Why
          label="Pourquoi cette classe ?"
          rule="Classes de sortie et présence minimale"
          steps={steps.map((step) => ({
            sentence: exitStepSentence({ code: step.code, inputs: step.inputs } as Parameters<typeof exitStepSentence>[0]),
            source: step.source,
          }))}
        />
        <ButtonGroup>
          <ButtonLink href={`${here}/corriger`}>Corriger la sortie</ButtonLink>
          <a class="govuk-link" href={`${here}/annuler`}>
            Annuler la sortie
          </a>
          {mayReadFollowUps(request.actor) ? (
            <a class="govuk-link" href={followUpHref(stayId)}>
              Et après la sortie
            </a>
          ) : null}
          <a class="govuk-link" href={`/personnes/${personId}`}>
            Revenir à la personne
          </a>
        </ButtonGroup>
        <History history={card.history} timeZone={request.actor.hat.timeZone} />
      </>,
      { breadcrumb: crumbsOf(card) },
    )
  },
})
