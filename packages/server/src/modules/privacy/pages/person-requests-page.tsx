import { type CalendarDate, frenchDate } from '@maillage/kernel'
import { isAnswerLate } from '@maillage/rules/privacy'
import { DataTable, EmptyState, Tag } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { mayKeepFiles } from '../../people/index.ts'
import { REQUEST_STATES, REQUESTS } from '../own-words.fr.ts'
import { type PersonRequest, personRequests } from '../queries/person-requests.ts'

const State = ({ request: { state, dueOn }, today }: { readonly request: PersonRequest; readonly today: CalendarDate }) =>
  state === 'waiting' && isAnswerLate(dueOn, today) ? (
    <Tag tone="alert">En retard</Tag>
  ) : (
    <Tag tone={state === 'waiting' ? 'attention' : 'neutral'}>{REQUEST_STATES[state]}</Tag>
  )

/** What people ask of the reader's organisation about what it keeps of them, the first due first. */
export const personRequestsPage = memberPage({
  path: '/demandes-des-personnes',
  allowed: mayKeepFiles,
  async get(request) {
    const { requests, today } = await request.read(async (ctx) => ({ requests: await personRequests(ctx), today: ctx.today }))
    return show(
      'Demandes des personnes',
      <>
        <h1 class="govuk-heading-l">Demandes des personnes</h1>
        <p class="govuk-body">
          Une personne que vos équipes suivent demande une copie de ce que vous gardez sur elle, ou une correction. La réponse est due dans
          le mois (RGPD, art. 12.3)&nbsp;; elle la lit dans son espace.
        </p>
        <DataTable<PersonRequest>
          caption="Demandes reçues"
          counted={['demande', 'demandes']}
          rows={requests}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'qui',
              label: 'Personne',
              render: ({ id, displayName }) => (
                <a class="govuk-link" href={`/demandes-des-personnes/${id}`}>
                  {displayName}
                </a>
              ),
            },
            { key: 'quoi', label: 'Demande', render: ({ kind }) => REQUESTS[kind] },
            { key: 'recue', label: 'Reçue le', render: ({ receivedOn }) => frenchDate(receivedOn) },
            { key: 'due', label: 'Réponse due le', render: ({ dueOn }) => frenchDate(dueOn) },
            { key: 'etat', label: 'État', render: (each) => <State request={each} today={today} /> },
          ]}
          empty={<EmptyState title="Aucune demande">Celles que les personnes font depuis leur espace apparaissent ici.</EmptyState>}
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Demandes des personnes' }] },
    )
  },
})
