import { frenchDate, frenchHours, frenchOf, frenchShortDate } from '@maillage/kernel'
import { type EmploymentAnomaly, employmentAnomalySentence } from '@maillage/rules/employment'
import { ButtonGroup, ButtonLink, DataTable, Notification, SourceLine, SummaryList, Tag } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { logReading } from '../../people/index.ts'
import { CONTRACT_LABELS, changeLabel } from '../messages.fr.ts'
import { mayKeepNirs } from '../policy.ts'
import type { KnownContract } from '../queries/contract-card.ts'
import { type ContractShown, contractHref, shownContract } from './contract-in-address.ts'
import { nirHref } from './nir-address.ts'

const Wrong = ({ anomalies }: Pick<ContractShown, 'anomalies'>) =>
  anomalies.length === 0 ? null : (
    <Notification kind="warning" title="Enregistré, avec des points à régler">
      <ul class="govuk-list govuk-list--bullet">
        {anomalies.map(({ rule, facts, source }) => (
          <li key={rule}>
            {employmentAnomalySentence({ code: rule as EmploymentAnomaly, details: facts as never })}{' '}
            {source === null ? null : <SourceLine source={source} />}
          </li>
        ))}
      </ul>
    </Notification>
  )

const Terms = ({ contract, siaeName, worksite }: ContractShown) => (
  <SummaryList
    rows={[
      { label: 'Structure', value: siaeName },
      { label: 'Contrat', value: CONTRACT_LABELS[contract.type] },
      { label: 'Premier jour', value: frenchDate(contract.firstDay) },
      { label: 'Dernier jour', value: contract.lastDay === null ? 'Sans terme' : frenchDate(contract.lastDay) },
      {
        label: 'Heures par semaine',
        value:
          contract.weeklyHours === null
            ? null
            : `${frenchHours(contract.weeklyHours)}${contract.effectOn === null ? '' : `, depuis le ${frenchDate(contract.effectOn)}`}`,
      },
      { label: 'Site', value: worksite },
      { label: 'Poste', value: contract.post },
      ...(contract.market || contract.lot || contract.clauseKind
        ? [{ label: 'Marché avec clause', value: [contract.market, contract.lot, contract.clauseKind].filter(Boolean).join(' · ') }]
        : []),
      {
        label: 'Signé le',
        value: contract.signedOn === null ? null : frenchDate(contract.signedOn),
        ...(contract.cancelled
          ? {}
          : {
              action: {
                label: contract.signedOn === null ? 'Enregistrer' : 'Corriger',
                href: `${contractHref(contract.id)}/signature`,
                hidden: 'la signature',
              },
            }),
      },
    ]}
  />
)

const History = ({ history, timeZone }: { readonly history: readonly KnownContract[]; readonly timeZone: string }) => (
  <DataTable<KnownContract>
    caption="Ce qui était connu"
    counted={['version', 'versions']}
    rows={history}
    rowKey={({ version }) => String(version)}
    columns={[
      { key: 'le', label: 'Enregistré le', render: ({ recordedAt }) => frenchShortDate(legalDay(recordedAt, timeZone)) },
      { key: 'quoi', label: 'Ce qui a changé', render: ({ reason }) => changeLabel(reason) },
      { key: 'par', label: 'Par', render: ({ by }) => by },
      { key: 'debut', label: 'Premier jour', render: ({ firstDay }) => frenchShortDate(firstDay) },
      { key: 'fin', label: 'Dernier jour', render: ({ lastDay }) => (lastDay === null ? 'Sans terme' : frenchShortDate(lastDay)) },
      {
        key: 'heures',
        label: 'Par semaine',
        align: 'end',
        render: ({ weeklyHours }) => (weeklyHours === null ? '–' : frenchHours(weeklyHours)),
      },
      { key: 'effet', label: 'À partir du', render: ({ effectOn, firstDay }) => frenchShortDate(effectOn ?? firstDay) },
      { key: 'lieu', label: 'Site et poste', render: ({ worksite, post }) => [worksite, post].filter(Boolean).join(' · ') || '–' },
    ]}
    empty={null}
  />
)

/** A contract: what it says now, what was known before, what can be done with it. */
export const contractPage = memberPage({
  path: '/contrats/:id',
  async get(request) {
    const found = await shownContract(request)
    if (!found) return notFoundReply
    const { contract, personName, siaeName, exitOn, renewalId } = found
    const here = contractHref(contract.id)
    const mayRenew = contract.lastDay !== null && exitOn === null && renewalId === null
    logReading(request, contract.personId, 'employment')
    return show(
      'Contrat',
      <>
        <p class="govuk-caption-l">{siaeName}</p>
        <h1 class="govuk-heading-l">
          Contrat {frenchOf(personName)} {contract.cancelled ? <Tag>Annulé</Tag> : null}
        </h1>
        <Wrong anomalies={found.anomalies} />
        <Terms {...found} />
        {contract.renews === null ? null : (
          <p class="govuk-body">
            Ce contrat en renouvelle un autre :{' '}
            <a class="govuk-link" href={contractHref(contract.renews)}>
              voir le contrat renouvelé
            </a>
          </p>
        )}
        {renewalId === null ? null : (
          <p class="govuk-body">
            Ce contrat est renouvelé :{' '}
            <a class="govuk-link" href={contractHref(renewalId)}>
              voir le renouvellement
            </a>
          </p>
        )}
        {exitOn === null ? null : (
          <p class="govuk-body">
            La personne est sortie de la structure le {frenchDate(exitOn)} :{' '}
            <a class="govuk-link" href={`/sejours/${contract.stayId}/sortie`}>
              voir la sortie
            </a>
          </p>
        )}
        {contract.cancelled ? null : (
          <ButtonGroup>
            {mayRenew ? <ButtonLink href={`${here}/renouveler`}>Renouveler</ButtonLink> : null}
            <ButtonLink kind="secondary" href={`${here}/avenant`}>
              Enregistrer un avenant
            </ButtonLink>
            <a class="govuk-link" href={`${here}/rompre`}>
              Enregistrer une rupture
            </a>
            <a class="govuk-link" href={`/sejours/${contract.stayId}/immersions/ajouter`}>
              Noter une immersion
            </a>
            <a class="govuk-link" href={`/personnes/${contract.personId}`}>
              Ouvrir la fiche de la personne
            </a>
            {mayKeepNirs(request.actor) ? (
              <a class="govuk-link" href={nirHref(contract.personId)}>
                Numéro de sécurité sociale
              </a>
            ) : null}
            <a class="govuk-link" href={`/heures?structure=${found.siaeId}`}>
              Heures de la structure
            </a>
          </ButtonGroup>
        )}
        <History history={found.history} timeZone={request.actor.hat.timeZone} />
      </>,
      { wide: true, breadcrumb: [{ label: 'Contrats', href: '/contrats' }, { label: personName }] },
    )
  },
})
