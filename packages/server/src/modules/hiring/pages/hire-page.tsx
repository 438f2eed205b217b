import { frenchDate, frenchHours, frenchOf } from '@maillage/kernel'
import { shownPassNumber } from '@maillage/rules/pass-iae'
import { ButtonGroup, ButtonLink, Notification, Panel, SourceLine, SummaryList, Tag } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { CONTRACT_LABELS } from '../../employment/index.ts'
import { heldPasses, type PassHeld } from '../../pass-iae/index.ts'
import { personCard } from '../../people/index.ts'
import { anomalySentence, PASS_ACT_SENTENCES } from '../messages.fr.ts'
import { mayHire } from '../policy.ts'
import { type HireCard, hireCard } from '../queries/hire-card.ts'

export interface HireShown {
  readonly card: HireCard
  readonly name: string
  readonly right: PassHeld | undefined
}

/** The hire in the address with whom it is about, when this actor may hire there. */
export async function shownHire(request: PageRequest<Member>): Promise<HireShown | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const card = await hireCard(ctx, id)
    if (!card || !mayHire(ctx.actor, card.hire)) return undefined
    const { personId, passId } = card.hire
    const right = passId === null ? undefined : (await heldPasses(ctx, personId)).find((each) => each.id === passId)
    return { card, right, name: (await personCard(ctx, personId))?.displayName ?? 'Personne non accessible' }
  })
}

const Right = ({ right }: { readonly right: PassHeld | undefined }) =>
  right ? (
    <>
      <a class="govuk-link" href={`/pass/${right.id}`}>
        {right.number ? shownPassNumber(right.number) : 'Sans numéro'}
      </a>
      , du {frenchDate(right.first)} au {frenchDate(right.last)}
    </>
  ) : (
    <>Aucun</>
  )

const Wrong = ({ anomalies }: Pick<HireCard, 'anomalies'>) =>
  anomalies.length === 0 ? null : (
    <Notification kind="warning" title="Enregistrée, avec des points à régler">
      <ul class="govuk-list govuk-list--bullet">
        {anomalies.map(({ rule, facts, source }) => (
          <li key={rule}>
            {anomalySentence(rule, facts)} {source === null ? null : <SourceLine source={source} />}
          </li>
        ))}
      </ul>
    </Notification>
  )

/** A hire: what was declared, the right it rests on, what can still be changed. */
export const hirePage = memberPage({
  path: '/embauches/:id',
  async get(request) {
    const found = await shownHire(request)
    if (!found) return notFoundReply
    const { card, name, right } = found
    const { hire, contract, siaeName } = card
    const here = `/embauches/${hire.id}`
    const declared = hire.state === 'declared'
    return show(
      'Embauche',
      <>
        {request.query['declaree'] === '1' && declared ? (
          <Panel title="Embauche déclarée">
            {name}, à partir du {frenchDate(hire.hiredOn)}
          </Panel>
        ) : (
          <>
            <p class="govuk-caption-l">{siaeName}</p>
            <h1 class="govuk-heading-l">
              Embauche {frenchOf(name)} {declared ? null : <Tag>Annulée</Tag>}
            </h1>
          </>
        )}
        <Wrong anomalies={card.anomalies} />
        {hire.passAct === null || request.query['declaree'] === '1' ? null : <p class="govuk-body-l">{PASS_ACT_SENTENCES[hire.passAct]}</p>}
        <SummaryList
          rows={[
            { label: 'Structure', value: siaeName },
            { label: 'PASS IAE', value: <Right right={right} /> },
            { label: 'Premier jour', value: frenchDate(contract.firstDay) },
            { label: 'Dernier jour', value: contract.lastDay === null ? 'Sans terme' : frenchDate(contract.lastDay) },
            { label: 'Contrat', value: CONTRACT_LABELS[contract.type] },
            { label: 'Heures par semaine', value: contract.weeklyHours === null ? null : frenchHours(contract.weeklyHours) },
            { label: 'Site', value: contract.worksite },
            { label: 'Poste', value: contract.post },
          ]}
        />
        <ButtonGroup>
          <ButtonLink href={`/personnes/${hire.personId}`}>Ouvrir la fiche de la personne</ButtonLink>
          {declared ? (
            <>
              <ButtonLink kind="secondary" href={`${here}/deplacer`}>
                Changer le premier jour
              </ButtonLink>
              <a class="govuk-link" href={`/contrats/${hire.contractId}`}>
                Ouvrir le contrat
              </a>
              <a class="govuk-link" href={`${here}/annuler`}>
                Annuler l’embauche
              </a>
            </>
          ) : null}
        </ButtonGroup>
      </>,
      { breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Embauches', href: '/embauches' }, { label: name }] },
    )
  },
})
