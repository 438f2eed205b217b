import { frenchDate, frenchOf, frenchShortDate } from '@maillage/kernel'
import { type FollowUp, situationLabels } from '@maillage/rules/exits'
import { ButtonGroup, DataTable, EmptyState, InsetText } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { logReading } from '../../people/index.ts'
import { mayReadFollowUps } from '../policy.ts'
import { type FollowUpShown, followUpCrumbs, shownFollowUp } from './follow-up-in-address.ts'
import { followUpHref, horizonWords, StateTag } from './follow-up-words.tsx'
import { exitHref } from './stay-in-address.ts'

const LINK_WORDS = { paper: 'sur papier', text: 'par message', mail: 'par e-mail' } as const

const saidAt = ({ after }: FollowUpShown, horizon: number): string => {
  const answer = after.answers.find((each) => each.horizon === horizon)
  const link = after.links.findLast((each) => each.horizon === horizon && !each.used)
  if (answer)
    return answer.businessAlive === null
      ? situationLabels[answer.situation]
      : `${situationLabels[answer.situation]}. Entreprise : ${answer.businessAlive ? 'existe encore' : 'fermée'}`
  return link ? `Lien donné ${LINK_WORDS[link.way]}, valable jusqu’au ${frenchDate(link.lastDay)}` : '–'
}

const Acts = ({ stayId, followUp, reachable }: { readonly stayId: string; readonly followUp: FollowUp; readonly reachable: boolean }) => {
  const { horizon, state } = followUp
  if (state === 'to-come' || state === 'stopped') return <>–</>
  const here = `${followUpHref(stayId)}/${horizon}`
  const hidden = <span class="govuk-visually-hidden"> à {horizonWords(horizon)}</span>
  return (
    <>
      <a class="govuk-link" href={here}>
        {state === 'answered' || state === 'declined' ? 'Corriger la réponse' : 'Noter une réponse'}
        {hidden}
      </a>
      {state === 'due' && reachable ? (
        <>
          {' · '}
          <a class="govuk-link" href={`${here}/lien`}>
            Donner un lien{hidden}
          </a>
        </>
      ) : null}
    </>
  )
}

/** What becomes of somebody after an exit: what is asked, what was answered, what stops it. */
export const followUpPage = memberPage({
  path: '/sejours/:id/suivi',
  allowed: mayReadFollowUps,
  async get(request) {
    const shown = await shownFollowUp(request)
    if (!shown) return notFoundReply
    const { exit, person, after, followUps, returnedOn } = shown
    const opposed = after.stops.some(({ why }) => why === 'opposition')
    logReading(request, person.id)
    return show(
      'Et après la sortie',
      <>
        <p class="govuk-caption-l">Sortie le {frenchDate(exit.exitOn)}</p>
        <h1 class="govuk-heading-l">Et après, les nouvelles {frenchOf(person.displayName)}</h1>
        {returnedOn ? (
          <InsetText>
            La personne travaille de nouveau dans l’IAE depuis le {frenchDate(returnedOn)}. La classe de la sortie ne change pas.
          </InsetText>
        ) : null}
        {opposed ? <InsetText>La personne ne veut plus être contactée. Rien ne lui est demandé.</InsetText> : null}
        <DataTable<FollowUp>
          caption="Ce qui est demandé"
          counted={['échéance', 'échéances']}
          rows={followUps}
          rowKey={({ horizon }) => String(horizon)}
          columns={[
            { key: 'echeance', label: 'Échéance', render: ({ horizon }) => horizonWords(horizon) },
            { key: 'date', label: 'Date', render: ({ dueOn }) => frenchShortDate(dueOn) },
            { key: 'etat', label: 'État', render: (followUp) => <StateTag followUp={followUp} /> },
            { key: 'dit', label: 'Ce qui est su', long: true, render: ({ horizon }) => saidAt(shown, horizon) },
            {
              key: 'faire',
              label: 'À faire',
              render: (followUp) => <Acts stayId={exit.stayId} followUp={followUp} reachable={after.reachable} />,
            },
          ]}
          empty={<EmptyState title="Aucun suivi">Rien n’est demandé après cette sortie.</EmptyState>}
        />
        {after.reachable ? null : (
          <p class="govuk-body">Aucun lien ne peut être donné pour cette personne. Le suivi, s’il continue, se fait avec son référent.</p>
        )}
        <ButtonGroup>
          {opposed || followUps.length === 0 ? null : (
            <a class="govuk-link" href={`${followUpHref(exit.stayId)}/opposition`}>
              La personne ne veut plus être contactée
            </a>
          )}
          <a class="govuk-link" href={exitHref(exit.stayId)}>
            Voir la sortie
          </a>
        </ButtonGroup>
      </>,
      { wide: true, breadcrumb: followUpCrumbs(shown) },
    )
  },
})
