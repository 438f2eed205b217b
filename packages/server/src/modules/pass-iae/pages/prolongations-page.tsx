import { frenchShortDate } from '@maillage/kernel'
import { prolongationReasonLabels } from '@maillage/rules/pass-iae'
import { type Column, DataTable, EmptyState, Tag } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { REQUEST_LABELS, REQUEST_TONES } from '../components/request-words.ts'
import { mayReadRequests } from '../policy.ts'
import { myRequests, type ToldRequest } from '../queries/pass-requests.ts'

const COLUMNS: readonly Column<ToldRequest>[] = [
  {
    key: 'personne',
    label: 'Personne',
    render: ({ id, personName }) => (
      <a class="govuk-link" href={`/prolongations/${id}`}>
        {personName ?? 'Personne que vous ne suivez plus'}
      </a>
    ),
  },
  { key: 'structure', label: 'Structure', render: ({ siaeName }) => siaeName },
  { key: 'motif', label: 'Motif', render: ({ reason }) => (reason ? prolongationReasonLabels[reason] : 'Non communiqué') },
  { key: 'jusqu-au', label: 'Jusqu’au', render: ({ last }) => (last ? frenchShortDate(last) : 'Sans fin') },
  { key: 'demande', label: 'Demandée le', render: ({ askedOn }) => frenchShortDate(askedOn) },
  { key: 'etat', label: 'État', render: ({ state }) => <Tag tone={REQUEST_TONES[state]}>{REQUEST_LABELS[state]}</Tag> },
]

/** What a prescriber's team has to decide, what it decided, and what one's own team asked for. */
export const prolongationsPage = memberPage({
  path: '/prolongations',
  allowed: mayReadRequests,
  async get(request) {
    const { units, functions } = request.actor.hat
    const requests = await request.read(myRequests)
    const toDecide = requests.filter(
      ({ state, decidingUnitId }) => state === 'waiting' && decidingUnitId !== null && units.includes(decidingUnitId),
    )
    const others = requests.filter((each) => !toDecide.includes(each))
    const decides = functions.includes('prescriber')
    return show(
      'Prolongations',
      <>
        <h1 class="govuk-heading-l">Prolongations de PASS IAE</h1>
        {decides ? (
          <DataTable
            caption="À décider"
            columns={COLUMNS.filter(({ key }) => key !== 'etat')}
            rows={toDecide}
            rowKey={({ id }) => id}
            counted={['demande', 'demandes']}
            empty={<EmptyState title="Rien à décider">Les demandes adressées à votre équipe par les structures arriveront ici.</EmptyState>}
          />
        ) : null}
        {others.length > 0 || !decides ? (
          <DataTable
            caption={decides ? 'Demandes suivies' : 'Vos demandes'}
            columns={COLUMNS}
            rows={others}
            rowKey={({ id }) => id}
            counted={['demande', 'demandes']}
            empty={
              <EmptyState title="Aucune demande">
                Une prolongation se demande depuis le PASS IAE de la personne. Les réponses arriveront ici.
              </EmptyState>
            }
          />
        ) : null}
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Prolongations' }] },
    )
  },
})
