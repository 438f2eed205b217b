import { frenchShortDate } from '@maillage/kernel'
import { type Column, DataTable, EmptyState, FilterForm, readPage, readSort, Select, SourceLine, Tag, withQuery } from '@maillage/ui'
import type { Actor } from '../../../platform/command/actor.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { text } from '../../../platform/http/page-request.ts'
import { goTo, show } from '../../../platform/http/reply.ts'
import { mayReadContracts, mayReadMonths } from '../../employment/index.ts'
import { mayReadExits } from '../../exits/index.ts'
import { maySeeHires } from '../../hiring/index.ts'
import { mayReadPeople } from '../../people/index.ts'
import { anomalySentence, resolutionLabel, solverLabel } from '../anomaly-words.fr.ts'
import { mayReadAnomalies } from '../policy.ts'
import { ANOMALY_ORDERS, type AnomalyLine, type AnomalyState, anomalyRegister } from '../queries/anomaly-register.ts'

const HERE = '/anomalies'
const SIZE = 25
const STATES = new Map<string, { readonly state: AnomalyState; readonly label: string }>([
  ['reglees', { state: 'settled', label: 'Réglées' }],
  ['toutes', { state: 'all', label: 'Toutes' }],
])

/** Where the fact is read and corrected, among the pages open to this actor. */
function factOf(actor: Actor, line: AnomalyLine): { readonly href: string; readonly what: string } | undefined {
  const { hireId, contractId, stayId, immersionId, passId, personId, monthSheet, annexSiae } = line
  if (hireId !== null && maySeeHires(actor)) return { href: `/embauches/${hireId}`, what: 'l’embauche' }
  if (contractId !== null && mayReadContracts(actor)) return { href: `/contrats/${contractId}`, what: 'le contrat' }
  if (immersionId !== null && mayReadContracts(actor)) return { href: `/immersions/${immersionId}`, what: 'l’immersion' }
  if (stayId !== null && mayReadExits(actor)) return { href: `/sejours/${stayId}/sortie`, what: 'la sortie' }
  if (monthSheet !== null && mayReadMonths(actor)) return { href: `/heures/${monthSheet}`, what: 'les heures du mois' }
  if (annexSiae !== null) return { href: `/conventions/${annexSiae.id}`, what: 'la convention' }
  if (personId === null || !mayReadPeople(actor)) return undefined
  return passId === null
    ? { href: `/personnes/${personId}`, what: 'la fiche de la personne' }
    : { href: `/pass/${passId}`, what: 'le PASS IAE' }
}

const columnsFor = (actor: Actor): readonly Column<AnomalyLine>[] => [
  {
    key: 'personne',
    label: 'Concerne',
    sortable: true,
    render: (line) => {
      const fact = factOf(actor, line)
      const named = line.annexSiae?.name ?? line.personName
      if (!fact) return named ?? 'Non accessible à vos équipes'
      return (
        <a class="govuk-link" href={fact.href}>
          {named ?? 'Personne non accessible'}
          <span class="govuk-visually-hidden"> : ouvrir {fact.what}</span>
        </a>
      )
    },
  },
  {
    key: 'regle',
    label: 'Ce que dit la règle',
    long: true,
    render: ({ rule, facts, source }) => (
      <>
        {anomalySentence(rule, facts)}
        {source === null ? null : (
          <>
            <br />
            <SourceLine source={source} />
          </>
        )}
      </>
    ),
  },
  { key: 'depuis', label: 'Depuis le', sortable: true, render: ({ since }) => frenchShortDate(since) },
  { key: 'qui', label: 'Qui peut la résoudre', render: ({ solver }) => solverLabel(solver) },
  {
    key: 'etat',
    label: 'État',
    render: ({ settledOn, resolution }) =>
      settledOn === null ? (
        <Tag tone="attention">À résoudre</Tag>
      ) : (
        <>
          <Tag tone="positive">{resolutionLabel(resolution)}</Tag> le {frenchShortDate(settledOn)}
        </>
      ),
  },
]

/** What was recorded as it happened though the law says otherwise: nothing was refused, and each point waits for whoever can settle it. */
export const anomaliesPage = memberPage({
  path: HERE,
  allowed: mayReadAnomalies,
  async get({ actor, query, read }) {
    const chosen = STATES.get(text(query, 'etat'))
    const sort = readSort(query, ANOMALY_ORDERS, { key: 'depuis', direction: 'ascending' })
    const number = readPage(query)
    const list = await read((ctx) => anomalyRegister(ctx, chosen?.state ?? 'open', sort, { offset: (number - 1) * SIZE, limit: SIZE }))
    if (number > 1 && list.rows.length === 0) return goTo(withQuery(HERE, query, { page: null }))
    return show(
      'Anomalies à résoudre',
      <>
        <h1 class="govuk-heading-l">Anomalies à résoudre</h1>
        <p class="govuk-body">
          Ce qui a été enregistré tel que cela s’est passé, alors qu’une règle dit autre chose. Rien n’est refusé : chaque point reste ici
          jusqu’à ce que le fait soit corrigé.
        </p>
        <FilterForm action={HERE} active={chosen ? 1 : 0} keep={{ tri: text(query, 'tri') }}>
          <Select
            form={{ values: query, errors: [] }}
            name="etat"
            label="État"
            placeholder="À résoudre"
            options={[...STATES].map(([value, { label }]) => ({ value, label }))}
            optional
          />
        </FilterForm>
        <DataTable
          caption={chosen ? `Anomalies, ${chosen.label.toLowerCase()}` : 'Anomalies à résoudre'}
          counted={['anomalie', 'anomalies']}
          columns={columnsFor(actor)}
          rows={list.rows}
          rowKey={({ id }) => id}
          sort={sort}
          hrefFor={(changes) => withQuery(HERE, query, changes)}
          page={{ number, size: SIZE, total: list.total }}
          empty={
            chosen?.state === 'settled' ? (
              <EmptyState title="Aucune anomalie réglée" action={{ label: 'Voir celles qui sont à résoudre', href: HERE }}>
                Une anomalie passe ici le jour où le fait est corrigé ou annulé.
              </EmptyState>
            ) : (
              <EmptyState
                title="Aucune anomalie à résoudre"
                action={{ label: 'Voir celles qui sont réglées', href: `${HERE}?etat=reglees` }}
              >
                Vous n’avez rien à faire.{' '}
                {actor.hat.functions.includes('operator')
                  ? 'Un contrat trop court, une embauche sans PASS IAE ou trop d’heures par semaine apparaîtraient ici.'
                  : 'Une annexe financière enregistrée autrement que ne le dit une règle apparaîtrait ici.'}
              </EmptyState>
            )
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Anomalies à résoudre' }] },
    )
  },
})
