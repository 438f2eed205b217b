import { frenchDate, frenchMonth, plural } from '@maillage/kernel'
import { situationLabels } from '@maillage/rules/exits'
import { ButtonGroup, ButtonLink, DataTable, Details, EmptyState, SummaryList } from '@maillage/ui'
import { selfPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { CONTRACT_LABELS } from '../../employment/index.ts'
import { hoursAndMinutes } from '../hours-and-minutes.ts'
import { OWN_DAYS } from '../own-words.fr.ts'
import { type OwnContract, type OwnMonth, type OwnStay, ownWork } from '../queries/own-work.ts'
import { ownCrumbs } from './own-crumbs.ts'

const Contract = ({ type, first, last, weeklyHours, post }: OwnContract) => (
  <SummaryList
    rows={[
      { label: 'Contrat', value: CONTRACT_LABELS[type] },
      { label: 'Du', value: frenchDate(first) },
      { label: 'Au', value: last === null ? 'sans date de fin' : frenchDate(last) },
      { label: 'Heures par semaine', value: weeklyHours === null ? null : hoursAndMinutes(weeklyHours) },
      ...(post ? [{ label: 'Métier', value: post }] : []),
    ]}
  />
)

const Contracts = ({ contracts: [latest, ...before] }: Pick<OwnStay, 'contracts'>) => (
  <>
    {latest ? <Contract {...latest} /> : null}
    {before.length === 0 ? null : (
      <Details summary={before.length === 1 ? 'Mon contrat d’avant' : `Mes ${before.length} contrats d’avant`}>
        {before.map((contract) => (
          <Contract key={contract.id} {...contract} />
        ))}
      </Details>
    )}
  </>
)

/** What the work led to: missions, immersions, what became of the person. */
const Around = ({ stay: { immersions, missions, news, days } }: { readonly stay: OwnStay }) => (
  <>
    {missions.length === 0 ? null : (
      <>
        <h3 class="govuk-heading-m">Mes missions</h3>
        <ul class="govuk-list govuk-list--bullet">
          {missions.map(({ id, work, commune, first, last }) => (
            <li key={id}>
              {work}, à {commune}, {last === null ? `depuis le ${frenchDate(first)}` : `du ${frenchDate(first)} au ${frenchDate(last)}`}
            </li>
          ))}
        </ul>
      </>
    )}
    {immersions.length === 0 ? null : (
      <>
        <h3 class="govuk-heading-m">Mes immersions</h3>
        <ul class="govuk-list govuk-list--bullet">
          {immersions.map(({ id, host, first, last, learnt }) => (
            <li key={id}>
              {host ?? 'Une entreprise'}, du {frenchDate(first)} au {frenchDate(last)}
              {learnt === null ? '' : `. Ce que j’ai appris\u00a0: ${learnt}`}
            </li>
          ))}
        </ul>
      </>
    )}
    {news.length === 0 ? null : (
      <>
        <h3 class="govuk-heading-m">Mes nouvelles après mon départ</h3>
        <ul class="govuk-list govuk-list--bullet">
          {news.map(({ horizon, situation, on }) => (
            <li key={horizon}>
              Après {horizon} mois, le {frenchDate(on)}&nbsp;: {situationLabels[situation]}
            </li>
          ))}
        </ul>
      </>
    )}
    {days.length === 0 ? null : (
      <Details summary={`Mes présences depuis un mois (${plural(days.length, 'jour noté', 'jours notés')})`}>
        <ul class="govuk-list">
          {days.map(({ on, state, half }) => (
            <li key={on}>
              {frenchDate(on)}&nbsp;: {OWN_DAYS[state]}
              {half ? ', une demi-journée' : ''}
            </li>
          ))}
        </ul>
      </Details>
    )}
  </>
)

const Stay = ({ stay }: { readonly stay: OwnStay }) => (
  <section aria-labelledby={`s-${stay.id}`}>
    <h2 class="govuk-heading-l" id={`s-${stay.id}`}>
      {stay.siaeName}
    </h2>
    <p class="govuk-body-l">
      {stay.exit === null ? `Depuis le ${frenchDate(stay.entry)}` : `Du ${frenchDate(stay.entry)} au ${frenchDate(stay.exit)}`}. Mon
      employeur&nbsp;: {stay.employer}.
    </p>
    <Contracts contracts={stay.contracts} />
    <Around stay={stay} />
    <DataTable<OwnMonth>
      caption={`Mes heures, ${stay.siaeName}`}
      counted={['mois', 'mois']}
      rows={stay.months}
      rowKey={({ month }) => String(month)}
      columns={[
        { key: 'mois', label: 'Mois', render: ({ month }) => frenchMonth(month) },
        { key: 'faites', label: 'Travaillées', align: 'end', render: ({ worked }) => (worked === null ? '–' : hoursAndMinutes(worked)) },
        { key: 'payees', label: 'Payées', align: 'end', render: ({ paid }) => (paid === null ? '–' : hoursAndMinutes(paid)) },
      ]}
      empty={<EmptyState title="Pas encore d’heures">Un mois apparaît ici quand votre employeur l’a vérifié.</EmptyState>}
    />
  </section>
)

/** Where the person works and worked: contracts, missions, immersions, days and hours. */
export const ownWorkPage = selfPage({
  path: '/mon-espace/travail',
  async get(request) {
    const stays = await request.read((ctx) => ownWork(ctx, request.actor.subject.personId))
    return show(
      'Mon travail',
      <>
        <h1 class="govuk-heading-xl">Mon travail</h1>
        {stays.length === 0 ? <EmptyState title="Aucun contrat">Vos contrats apparaîtront ici après une embauche.</EmptyState> : null}
        {stays.length === 0 ? null : (
          <ButtonGroup>
            <ButtonLink kind="secondary" href="/mon-espace/attestation">
              Mon attestation d’heures
            </ButtonLink>
          </ButtonGroup>
        )}
        {stays.map((stay) => (
          <Stay key={stay.id} stay={stay} />
        ))}
        <p class="govuk-body">Une erreur&nbsp;? Dites-le à votre employeur&nbsp;: lui seul peut corriger vos heures et vos contrats.</p>
      </>,
      { breadcrumb: ownCrumbs('Mon travail') },
    )
  },
})
