import { frenchMonth } from '@maillage/kernel'
import { contractTypeLabels } from '@maillage/rules/employment'
import { type Column, DataTable, EmptyState } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { mayReadMonths } from '../policy.ts'
import type { TeamMember } from '../queries/month-team.ts'
import { monthHref } from './month-address.ts'
import { columnHours, hoursOfMonth, knownSum, SheetTag, siteName } from './month-parts.tsx'
import { sceneOf } from './month-scene.ts'

/** The month on paper: each person signs their hours, the structure signs below. */
export const monthStatementPage = memberPage({
  path: '/heures/:siaeId/:mois/releve',
  allowed: mayReadMonths,
  async get(request) {
    const scene = await sceneOf(request)
    if (!scene) return notFoundReply
    const { card, month, team, worksites } = scene
    type Line = { readonly member: TeamMember; readonly line: TeamMember['hours'][number] | undefined }
    const lines = team.flatMap((member): Line[] =>
      member.hours.length > 0
        ? member.hours.map((line) => ({ member, line }))
        : member.contracts.length > 0
          ? [{ member, line: undefined }]
          : [],
    )
    const columns: readonly Column<Line>[] = [
      { key: 'nom', label: 'Personne', render: ({ member }) => member.name },
      {
        key: 'contrat',
        label: 'Contrat',
        render: ({ member }) => [...new Set(member.contracts.map(({ type }) => contractTypeLabels[type]))].join(' ; ') || 'Aucun',
      },
      { key: 'site', label: 'Site', render: ({ line }) => (line ? siteName(worksites, line.worksiteId) : '') },
      { key: 'payees', label: 'Heures payées', align: 'end', render: ({ line }) => columnHours(line?.paid ?? null) },
      { key: 'travaillees', label: 'Heures travaillées', align: 'end', render: ({ line }) => columnHours(line?.worked ?? null) },
      { key: 'signature', label: 'Signature', render: () => <span class="m-signature" /> },
    ]
    const written = lines.flatMap(({ line }) => (line ? [line] : []))
    return show(
      `Relevé des heures ${hoursOfMonth(month)}`,
      <>
        <p class="govuk-caption-l">
          {card.siae.organisationName} · {card.siae.name}
        </p>
        <h1 class="govuk-heading-l">Relevé des heures {hoursOfMonth(month)}</h1>
        <p class="govuk-body">
          <SheetTag state={card.sheet?.state ?? 'missing'} /> Une case vide n’est pas connue ; 0 est « aucune heure ».
        </p>
        <DataTable
          caption={`Heures ${hoursOfMonth(month)}`}
          counted={['ligne', 'lignes']}
          columns={columns}
          rows={lines}
          rowKey={({ member, line }) => `${member.stayId} ${line?.id ?? ''}`}
          empty={<EmptyState title="Personne dans ce mois">Les personnes arrivent ici avec leur contrat.</EmptyState>}
        />
        <p class="govuk-body">
          Ensemble : {knownSum(written.map(({ paid }) => paid))} payées, {knownSum(written.map(({ worked }) => worked))} travaillées.
        </p>
        <p class="govuk-body">Pour la structure, nom et signature :</p>
        <p class="m-signature" />
      </>,
      {
        wide: true,
        breadcrumb: [
          { label: 'Accueil', href: '/' },
          { label: 'Heures', href: '/heures' },
          { label: frenchMonth(month), href: monthHref(card.siae.id, month) },
          { label: 'Relevé' },
        ],
      },
    )
  },
})
