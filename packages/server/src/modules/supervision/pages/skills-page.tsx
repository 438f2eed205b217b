import { frenchShortDate, plural } from '@maillage/kernel'
import { ButtonGroup, ButtonLink, type Column, DataTable, EmptyState, Tag } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { notFoundReply, show } from '../../../platform/http/reply.ts'
import { logReading } from '../../people/index.ts'
import { LEVEL_LABELS, SKILL_KIND_LABELS } from '../messages.fr.ts'
import { isAcquired, latestLevel, type SkillSeen } from '../model-skills.ts'
import { mayCertifySkills, mayReadSkills, maySeeSkills } from '../policy.ts'
import { skillListHref } from './skill-list-scene.ts'
import { crumbsOf, seeSkillHref, shownSkills, skillsHref } from './skills-in-address.ts'

const COLUMNS: readonly Column<SkillSeen>[] = [
  { key: 'competence', label: 'Compétence', render: ({ label }) => label },
  { key: 'categorie', label: 'Catégorie', render: ({ kind }) => SKILL_KIND_LABELS[kind] },
  {
    key: 'niveau',
    label: 'Niveau',
    render: (skill) => {
      const level = latestLevel(skill)
      return level === null ? '–' : <Tag tone={isAcquired(skill) ? 'positive' : 'info'}>{LEVEL_LABELS[level]}</Tag>
    },
  },
  {
    key: 'vue',
    label: 'Vue le',
    render: ({ sightings: [last] }) => (last ? `${frenchShortDate(last.seenOn)}, par ${last.by ?? 'un ancien membre'}` : '–'),
  },
  { key: 'fois', label: 'Fois', align: 'end', render: ({ sightings }) => sightings.length },
]

/** What somebody was seen doing at work, by trade: dated, with who saw it. */
export const skillsPage = memberPage({
  path: '/personnes/:id/competences',
  allowed: mayReadSkills,
  async get(request) {
    const shown = await shownSkills(request)
    if (!shown) return notFoundReply
    logReading(request, shown.card.id)
    const { card, skills } = shown
    const seen = skills.filter(({ sightings }) => sightings.length > 0)
    const acquired = seen.filter(isAcquired).length
    return show(
      'Compétences',
      <>
        <p class="govuk-caption-l">{card.displayName}</p>
        <h1 class="govuk-heading-l">Compétences vues au travail</h1>
        {seen.length === 0 ? (
          <EmptyState title="Aucune compétence vue">L’encadrement les note sur son téléphone, au moment où il les voit.</EmptyState>
        ) : (
          <>
            <p class="govuk-body">
              {plural(seen.length, 'compétence vue', 'compétences vues')}, dont {plural(acquired, 'acquise')} (sans aide, ou montrée aux
              autres).
            </p>
            {[...Map.groupBy(seen, ({ trade }) => trade)].map(([trade, rows]) => (
              <DataTable
                key={trade}
                caption={trade}
                counted={['compétence', 'compétences']}
                columns={COLUMNS}
                rows={rows}
                rowKey={({ id }) => id}
                empty={null}
              />
            ))}
          </>
        )}
        <ButtonGroup>
          {maySeeSkills(request.actor) && card.diedOn === null ? (
            <ButtonLink kind="secondary" href={seeSkillHref(card.id)}>
              Noter une compétence vue
            </ButtonLink>
          ) : null}
          {[...new Map(skills.map(({ siaeId, siaeName }) => [siaeId, siaeName]))].map(([siaeId, siaeName]) => (
            <a key={siaeId} class="govuk-link" href={skillListHref(siaeId)}>
              Liste de la structure<span class="govuk-visually-hidden"> {siaeName}</span>
            </a>
          ))}
          {mayCertifySkills(request.actor) && acquired > 0 ? (
            <a class="govuk-link" href={`${skillsHref(card.id)}/certificat`}>
              Certificat de compétences
            </a>
          ) : null}
        </ButtonGroup>
      </>,
      { wide: true, breadcrumb: crumbsOf(card, 'Compétences') },
    )
  },
})
