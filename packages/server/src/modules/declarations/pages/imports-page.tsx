import { frenchMonth, frenchShortDate, monthOf } from '@maillage/kernel'
import { type Column, DataTable, EmptyState, Tag } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import type { ImportRun } from '../import-run.ts'
import { KIND_LABELS, RUN_LABELS } from '../messages.fr.ts'
import { mayImportGrids } from '../policy.ts'
import { findRuns } from '../store.ts'
import { runHref } from './run-address.ts'

const SHOWN = 100

/** The files that the structure sent, the latest first. */
export const importsPage = memberPage({
  path: '/imports',
  allowed: mayImportGrids,
  async get({ actor, read }) {
    const runs = await read((ctx) => findRuns(ctx, { limit: SHOWN }))
    const columns: readonly Column<ImportRun>[] = [
      {
        key: 'fichier',
        label: 'Fichier',
        render: (run) =>
          run.recordedBy === actor.accountId ? (
            <a class="govuk-link" href={runHref(run.id)}>
              {run.fileName}
            </a>
          ) : (
            run.fileName
          ),
      },
      { key: 'nature', label: 'Nature', render: ({ kind }) => KIND_LABELS[kind] },
      { key: 'mois', label: 'Mois', render: ({ month }) => (month === null ? '' : frenchMonth(monthOf(month))) },
      { key: 'envoye', label: 'Envoyé le', render: ({ recordedAt }) => frenchShortDate(legalDay(recordedAt, actor.hat.timeZone)) },
      {
        key: 'etat',
        label: 'État',
        render: ({ state }) => <Tag tone={state === 'recorded' ? 'positive' : 'neutral'}>{RUN_LABELS[state]}</Tag>,
      },
    ]
    return show(
      'Imports',
      <>
        <h1 class="govuk-heading-l">Imports</h1>
        <p class="govuk-body">
          Chacun relit le contenu des fichiers qu’il a envoyés ; les autres membres de l’équipe voient qu’un import a été fait.
        </p>
        <DataTable
          caption="Fichiers envoyés"
          counted={['fichier', 'fichiers']}
          columns={columns}
          rows={runs}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="Aucun import" action={{ label: 'Ouvrir les heures du mois', href: '/heures' }}>
              Un suivi mensuel s’importe depuis la page de son mois.
            </EmptyState>
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Imports' }] },
    )
  },
})
