import { frenchShortDate } from '@maillage/kernel'
import { type Column, DataTable, EmptyState, Tag } from '@maillage/ui'
import { legalDay } from '../../../platform/clock.ts'
import { memberPage } from '../../../platform/http/page.ts'
import { show } from '../../../platform/http/reply.ts'
import { mayImport, mayImportAny } from '../import-policy.ts'
import { KIND_LABELS, RUN_LABELS } from '../messages.fr.ts'
import { type SentFile, sentFiles } from '../queries/import-runs.ts'
import { recordedHref } from './import-run-page.tsx'
import { runHref } from './run-address.ts'

const PAYROLL = [
  { kind: 'people', label: 'Importer des personnes', href: '/personnes/importer' },
  { kind: 'contracts', label: 'Importer des contrats', href: '/contrats/importer' },
  { kind: 'hours', label: 'Importer des heures', href: '/heures/importer' },
] as const

/** A grid says the difficulties of people: whoever sent it reads it alone. A payroll file shows its team what it recorded. */
function addressOf(file: SentFile, reader: string): string | null {
  if (file.kind === 'grid-g1') return file.byAccountId === reader ? runHref(file.id) : null
  return file.state === 'recorded' || file.state === 'undone' ? recordedHref(file.id) : null
}

/** The files that the reader's teams sent, the latest first. */
export const importsPage = memberPage({
  path: '/imports',
  allowed: mayImportAny,
  async get({ actor, read }) {
    const files = await read((ctx) => sentFiles(ctx))
    const columns: readonly Column<SentFile>[] = [
      {
        key: 'fichier',
        label: 'Fichier',
        render: (file) => {
          const href = addressOf(file, actor.accountId)
          return href === null ? (
            <span class="m-verbatim">{file.fileName}</span>
          ) : (
            <a class="govuk-link m-verbatim" href={href}>
              {file.fileName}
            </a>
          )
        },
      },
      { key: 'nature', label: 'Nature', render: ({ kind }) => KIND_LABELS[kind] },
      { key: 'structure', label: 'Structure', render: ({ siaeName }) => siaeName ?? '' },
      { key: 'envoye', label: 'Envoyé le', render: ({ at }) => frenchShortDate(legalDay(at, actor.hat.timeZone)) },
      { key: 'par', label: 'Par', render: ({ by }) => by ?? '' },
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
          Les fichiers que vos équipes ont envoyés depuis un an. Un suivi mensuel n’est relu que par la personne qui l’a envoyé.
        </p>
        <ul class="govuk-list">
          {PAYROLL.filter(({ kind }) => mayImport(actor, kind)).map(({ label, href }) => (
            <li>
              <a class="govuk-link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
        <DataTable
          caption="Fichiers envoyés"
          counted={['fichier', 'fichiers']}
          columns={columns}
          rows={files}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="Aucun import" action={{ label: 'Ouvrir les heures du mois', href: '/heures' }}>
              Un suivi mensuel s’importe depuis la page de son mois ; les personnes, les contrats et les heures d’un logiciel de paie, par
              les liens ci-dessus.
            </EmptyState>
          }
        />
      </>,
      { wide: true, breadcrumb: [{ label: 'Accueil', href: '/' }, { label: 'Imports' }] },
    )
  },
})
