import { frenchDate, frenchHours, frenchMonth } from '@maillage/kernel'
import { DataTable, EmptyState, SummaryList } from '@maillage/ui'
import { selfPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { CONTRACT_LABELS } from '../../employment/index.ts'
import { type OwnMonth, type OwnStay, ownWork } from '../queries/own-work.ts'
import { ownCrumbs } from './own-crumbs.ts'

const Stay = ({ stay: { id, siaeName, employer, entry, exit, contracts, months } }: { readonly stay: OwnStay }) => (
  <section aria-labelledby={`s-${id}`}>
    <h2 class="govuk-heading-m" id={`s-${id}`}>
      {siaeName}
    </h2>
    <p class="govuk-body-l">
      {exit === null ? `Depuis le ${frenchDate(entry)}` : `Du ${frenchDate(entry)} au ${frenchDate(exit)}`}. Mon employeur&nbsp;: {employer}
      .
    </p>
    {contracts.map((contract) => (
      <SummaryList
        key={contract.id}
        rows={[
          { label: 'Contrat', value: CONTRACT_LABELS[contract.type] },
          { label: 'Du', value: frenchDate(contract.first) },
          { label: 'Au', value: contract.last === null ? 'sans date de fin' : frenchDate(contract.last) },
          { label: 'Heures par semaine', value: contract.weeklyHours === null ? null : frenchHours(contract.weeklyHours) },
          ...(contract.post ? [{ label: 'Métier', value: contract.post }] : []),
        ]}
      />
    ))}
    <DataTable<OwnMonth>
      caption={`Mes heures, ${siaeName}`}
      counted={['mois', 'mois']}
      rows={months}
      rowKey={({ month }) => String(month)}
      columns={[
        { key: 'mois', label: 'Mois', render: ({ month }) => frenchMonth(month) },
        { key: 'faites', label: 'Heures travaillées', align: 'end', render: ({ worked }) => (worked === null ? '–' : frenchHours(worked)) },
        { key: 'payees', label: 'Heures payées', align: 'end', render: ({ paid }) => (paid === null ? '–' : frenchHours(paid)) },
      ]}
      empty={<EmptyState title="Pas encore d’heures">Un mois apparaît ici quand votre employeur l’a validé.</EmptyState>}
    />
  </section>
)

/** Where the person works and worked: contracts, and hours of validated months. */
export const ownWorkPage = selfPage({
  path: '/mon-espace/travail',
  async get(request) {
    const stays = await request.read((ctx) => ownWork(ctx, request.actor.subject.personId))
    return show(
      'Mon travail',
      <>
        <h1 class="govuk-heading-xl">Mon travail</h1>
        {stays.length === 0 ? <EmptyState title="Aucun contrat">Vos contrats apparaîtront ici après une embauche.</EmptyState> : null}
        {stays.map((stay) => (
          <Stay key={stay.id} stay={stay} />
        ))}
        <p class="govuk-body">Une erreur dans vos heures&nbsp;? Dites-le à votre employeur&nbsp;: lui seul peut les corriger.</p>
      </>,
      { breadcrumb: ownCrumbs('Mon travail') },
    )
  },
})
