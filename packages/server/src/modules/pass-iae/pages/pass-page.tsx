import { frenchDate, frenchNumber } from '@maillage/kernel'
import { passStateLabels } from '@maillage/rules/pass-iae'
import { ButtonGroup, ButtonLink, Figure, Figures, InsetText, SummaryList, Tag, TaskList, Timeline, Why } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading } from '../../people/index.ts'
import { checkCertificate } from '../certificate-check.ts'
import { issuerWords, lifeOf, numberOf, STATE_TONES, waitingWords, whyOf } from '../components/pass-words.ts'
import { REQUEST_LABELS } from '../components/request-words.ts'
import { mayAct, mayAskProlongation } from '../policy.ts'
import { requestsOf, type ToldRequest } from '../queries/pass-requests.ts'
import { type PassShown, passShown } from '../queries/pass-shown.ts'
import { crumbsOf } from './pass-ground.tsx'
import { passTasks } from './pass-tasks.ts'

const RULE = 'Durée du PASS IAE, suspensions et prolongations (CT R5132-1-2, R5132-1-3, R5132-1-8)'

function Days({ summary, today, pass }: PassShown) {
  const { first, last, toolLast, remaining, state } = summary
  return (
    <>
      <Figures>
        {/* Without its end, a suspension is counted at its longest: the day shown is a limit. */}
        <Figure
          label={pass.suspensions.some(({ last: end }) => end === null) ? 'Dernier jour, au plus tard' : 'Dernier jour'}
          value={frenchDate(last)}
          detail={`Premier jour\u00a0: ${frenchDate(first)}`}
        />
        {state === 'expired' ? null : (
          <Figure label="Jours restants" value={frenchNumber(remaining)} detail="Jours suspendus non comptés" />
        )}
        {toolLast === null ? null : (
          <Figure
            label="Selon les emplois de l’inclusion"
            value={frenchDate(toolLast)}
            detail="Leur service ne compte pas le dernier jour de chaque suspension. Le Code du travail rend chaque jour suspendu."
          />
        )}
      </Figures>
      <Why label={'Pourquoi cette date\u202f?'} rule={RULE} law={`Droit du ${frenchDate(today)}`} steps={whyOf(summary.steps)} />
    </>
  )
}

function Actions({ shown, actor }: { readonly shown: PassShown; readonly actor: Member }) {
  const { pass, circles, summary } = shown
  const here = `/pass/${pass.id}`
  const acts = mayAct(actor, circles)
  const suspended = summary.state === 'suspended'
  const over = summary.closedEarly
  return (
    <ButtonGroup>
      {acts && !over && !suspended && summary.state !== 'future' ? <ButtonLink href={`${here}/suspendre`}>Suspendre</ButtonLink> : null}
      {acts && suspended ? <ButtonLink href={`${here}/reprendre`}>Mettre fin à la suspension</ButtonLink> : null}
      {mayAskProlongation(actor, circles) && !over && !suspended ? (
        <ButtonLink kind="secondary" href={`${here}/prolonger`}>
          Prolonger
        </ButtonLink>
      ) : null}
      {acts && !over && suspended ? (
        <ButtonLink kind="secondary" href={`${here}/cloturer`}>
          Mettre fin au parcours
        </ButtonLink>
      ) : null}
      {acts && pass.issuerMode === 'external' ? (
        <a class="govuk-link" href={`${here}/numero`}>
          {pass.number === null ? 'Saisir l’attestation' : 'Corriger l’attestation'}
        </a>
      ) : null}
      <a class="govuk-link" href={`${here}/attestation`}>
        Version à imprimer
      </a>
    </ButtonGroup>
  )
}

/** Whoever had suspended the right reads here that a hire ended it. */
function LiftedByHire({ pass: { suspensions } }: PassShown) {
  const lifted = suspensions.findLast(({ cause, last }) => cause === 'hire' && last !== null)
  if (!lifted || lifted.last === null) return null
  return (
    <InsetText>
      Une structure a embauché la personne&nbsp;: la suspension{lifted.siaeName === null ? '' : ` déclarée pour « ${lifted.siaeName} »`} a
      pris fin le {frenchDate(lifted.last)}.
    </InsetText>
  )
}

function Identity({ summary }: PassShown) {
  const { certificate } = summary
  const check = certificate && checkCertificate(certificate, summary)
  const said = {
    same: 'mêmes dates que notre calcul',
    explained: 'écart expliqué par leur façon de compter',
    different: 'autres dates que notre calcul',
  } as const
  return (
    <SummaryList
      rows={[
        { label: 'Numéro', value: numberOf(summary) },
        ...(certificate && check
          ? [
              {
                label: 'Attestation',
                value: `du ${frenchDate(certificate.first)} au ${frenchDate(certificate.last)}, lue le ${frenchDate(certificate.confrontedOn)} (${said[check]})`,
              },
            ]
          : []),
        { label: 'Carence IAE ensuite', value: waitingWords(summary) },
      ]}
    />
  )
}

function passPageOf(actor: Member, shown: PassShown, requests: readonly ToldRequest[]): Reply {
  const { person, summary, pass } = shown
  const tasks = pass.cancelled ? [] : passTasks(shown, requests)
  const answered = requests.filter(({ state }) => state !== 'waiting')
  return show(
    `PASS IAE, ${person.displayName}`,
    <>
      <p class="govuk-caption-l">{person.displayName}</p>
      <h1 class="govuk-heading-l">PASS IAE</h1>
      {pass.cancelled ? <InsetText>Ce PASS IAE a été annulé : il ne couvre aucun jour.</InsetText> : null}
      <p class="govuk-body">
        <Tag tone={pass.cancelled ? 'alert' : STATE_TONES[summary.state]}>{pass.cancelled ? 'Annulé' : passStateLabels[summary.state]}</Tag>{' '}
        {issuerWords(summary)}
      </p>
      {pass.cancelled ? null : (
        <>
          <LiftedByHire {...shown} />
          <Days {...shown} />
          <Actions shown={shown} actor={actor} />
          {tasks.length > 0 ? (
            <section aria-labelledby="a-faire">
              <h2 class="govuk-heading-m" id="a-faire">
                À faire
              </h2>
              <TaskList tasks={tasks} />
            </section>
          ) : null}
          <Identity {...shown} />
          <h2 class="govuk-heading-m">La vie de ce PASS IAE</h2>
          <Timeline events={lifeOf(summary)} />
          {answered.length > 0 ? (
            <>
              <h2 class="govuk-heading-m">Demandes de prolongation</h2>
              <ul class="govuk-list govuk-list--bullet">
                {answered.map(({ id, askedOn, state }) => (
                  <li key={id}>
                    <a class="govuk-link" href={`/prolongations/${id}`}>
                      Demande du {frenchDate(askedOn)}
                    </a>{' '}
                    : {REQUEST_LABELS[state].toLocaleLowerCase('fr')}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      )}
    </>,
    { wide: true, breadcrumb: crumbsOf(shown) },
  )
}

/** The life of a right: its dates, why, what waits. */
export const passPage = memberPage({
  path: '/pass/:id',
  async get(request) {
    const id = recordId(request.params['id'])
    const found =
      id &&
      (await request.read(async (ctx) => {
        const shown = await passShown(ctx, id)
        return shown && { shown, requests: await requestsOf(ctx, id) }
      }))
    if (!found) return notFoundReply
    logReading(request, found.shown.person.id)
    return passPageOf(request.actor, found.shown, found.requests)
  },
})
