import { frenchShortDate } from '@maillage/kernel'
import { exitReasonLabels } from '@maillage/rules/exits'
import { DataTable, EmptyState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { mayReadExits } from '../policy.ts'
import { type ExitLine, exitRegister } from '../queries/exit-register.ts'
import { type StayWithoutExit, staysWithoutExit } from '../queries/stays-without-exit.ts'
import { daysOfYear, yearsUntil } from './exit-list-query.ts'
import { countedWords } from './exit-words.tsx'
import { exitHref } from './stay-in-address.ts'

const Person = ({ href, name }: { readonly href: string; readonly name: string | null }) => (
  <a class="govuk-link" href={href}>
    {name ?? 'Personne non accessible'}
  </a>
)

const Waiting = ({ stays }: { readonly stays: readonly StayWithoutExit[] }) => (
  <DataTable<StayWithoutExit>
    caption="Séjours terminés, sortie à enregistrer"
    counted={['séjour', 'séjours']}
    rows={stays}
    rowKey={({ stayId }) => stayId}
    columns={[
      {
        key: 'personne',
        label: 'Personne',
        render: ({ stayId, personName }) => <Person href={`${exitHref(stayId)}/enregistrer`} name={personName} />,
      },
      { key: 'structure', label: 'Structure', render: ({ siaeName }) => siaeName },
      { key: 'depuis', label: 'Plus de contrat depuis le', render: ({ since }) => frenchShortDate(since) },
    ]}
    empty={<EmptyState title="Aucun séjour sans sortie">Chaque personne qui n’a plus de contrat a une sortie enregistrée.</EmptyState>}
  />
)

const Lacking = ({ exits }: { readonly exits: readonly ExitLine[] }) => (
  <DataTable<ExitLine>
    caption="Sorties à compléter"
    counted={['sortie', 'sorties']}
    rows={exits}
    rowKey={({ id }) => id}
    columns={[
      { key: 'personne', label: 'Personne', render: ({ stayId, personName }) => <Person href={exitHref(stayId)} name={personName} /> },
      { key: 'structure', label: 'Structure', render: ({ siaeName }) => siaeName },
      { key: 'sortie', label: 'Sortie', render: ({ exitOn }) => frenchShortDate(exitOn) },
      { key: 'motif', label: 'Motif', render: ({ reason }) => exitReasonLabels[reason] },
      { key: 'manque', label: 'Ce qui manque', render: ({ finding }) => countedWords(finding) },
    ]}
    empty={<EmptyState title="Rien à compléter">Chaque sortie enregistrée peut être classée et comptée, ou écartée.</EmptyState>}
  />
)

/** What keeps exits out of the rates: stays nobody closed, lengths and hours that nobody typed. */
export const toCompletePage = memberPage({
  path: '/sorties/a-completer',
  allowed: mayReadExits,
  async get({ read }) {
    const { stays, exits } = await read(async (ctx) => {
      const years = yearsUntil(ctx.today)
      const [last, first] = [years[0], years.at(-1)].map((year) => daysOfYear(year ?? 0))
      const days = { first: (first ?? last)?.first ?? ctx.today, last: last?.last ?? ctx.today }
      return { stays: await staysWithoutExit(ctx), exits: await exitRegister(ctx, { siaeId: '', ...days }) }
    })
    return show(
      'Sorties à compléter',
      <>
        <h1 class="govuk-heading-l">Sorties à compléter</h1>
        <p class="govuk-body">
          Tant qu’il manque une réponse, la sortie n’entre dans aucun taux. Les heures d’un séjour se saisissent dans le mois de la
          structure.
        </p>
        <Waiting stays={stays} />
        <Lacking exits={exits.filter(({ finding }) => finding.counted !== false && finding.missing.length > 0)} />
      </>,
      { wide: true, breadcrumb: [{ label: 'Sorties', href: '/sorties' }, { label: 'À compléter' }] },
    )
  },
})
