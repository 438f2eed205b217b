import { frenchShortDate } from '@maillage/kernel'
import { type FollowUpState, followUpStateLabels } from '@maillage/rules/exits'
import { DataTable, EmptyState, readPage, Select, ViewForm, withQuery } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { mayReadFollowUps } from '../policy.ts'
import { type FollowUpLine, followUpsToAsk } from '../queries/follow-ups-to-ask.ts'
import { followUpHref, horizonWords, StateTag } from './follow-up-words.tsx'

const HERE = '/sorties/suivi'
const SIZE = 25
const SHOWN = ['due', 'to-come', 'no-answer', 'answered', 'declined', 'stopped'] as const satisfies readonly FollowUpState[]

/** Who is to be asked for news, then what was answered and what was not: never a count by counsellor. */
export const followUpsPage = memberPage({
  path: HERE,
  allowed: mayReadFollowUps,
  async get({ query, read }) {
    const state = SHOWN.find((each) => each === text(query, 'etat')) ?? 'due'
    const number = readPage(query)
    const lines = (await read(followUpsToAsk)).filter((line) => line.state === state)
    const rows = lines.slice((number - 1) * SIZE, number * SIZE)
    if (number > 1 && rows.length === 0) return goTo(withQuery(HERE, query, { page: null }))
    return show(
      'Nouvelles après la sortie',
      <>
        <h1 class="govuk-heading-l">Nouvelles après la sortie</h1>
        <p class="govuk-body">
          Trois, six et douze mois après une sortie, on demande à la personne ce qu’elle devient. Une absence de réponse n’est jamais lue
          comme une réponse.
        </p>
        <ViewForm action={HERE}>
          <Select
            form={{ values: { etat: state }, errors: [] }}
            name="etat"
            label="État"
            placeholder={null}
            options={SHOWN.map((value) => ({ value, label: followUpStateLabels[value] }))}
          />
        </ViewForm>
        <DataTable<FollowUpLine>
          caption={followUpStateLabels[state]}
          counted={['échéance', 'échéances']}
          rows={rows}
          rowKey={({ stayId, horizon }) => `${stayId}-${horizon}`}
          columns={[
            {
              key: 'personne',
              label: 'Personne',
              render: ({ stayId, personName }) => (
                <a class="govuk-link" href={followUpHref(stayId)}>
                  {personName ?? 'Personne non accessible'}
                </a>
              ),
            },
            { key: 'structure', label: 'Structure', render: ({ siaeName }) => siaeName },
            { key: 'sortie', label: 'Sortie', render: ({ exitOn }) => frenchShortDate(exitOn) },
            {
              key: 'echeance',
              label: 'Échéance',
              render: ({ horizon, dueOn }) => `${horizonWords(horizon)}, le ${frenchShortDate(dueOn)}`,
            },
            { key: 'etat', label: 'État', render: (line) => <StateTag followUp={line} /> },
          ]}
          hrefFor={(changes) => withQuery(HERE, query, changes)}
          page={{ number, size: SIZE, total: lines.length }}
          empty={
            state === 'due' ? (
              <EmptyState title="Personne à appeler aujourd’hui">Les prochaines échéances sont dans « À venir ».</EmptyState>
            ) : (
              <EmptyState title="Aucune échéance dans cet état">Choisissez un autre état.</EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Sorties', href: '/sorties' }, { label: 'Nouvelles' }] },
    )
  },
})
