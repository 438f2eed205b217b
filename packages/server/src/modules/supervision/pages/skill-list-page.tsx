import {
  ButtonGroup,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  ErrorSummary,
  emptyForm,
  Form,
  type FormState,
  Tag,
} from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { retireSkill } from '../commands/retire-skill.ts'
import { SKILL_KIND_LABELS } from '../messages.fr.ts'
import type { Skill } from '../model-skills.ts'
import { type SkillListScene, skillListCrumbs, skillListHref, skillListScene } from './skill-list-scene.ts'

const columnsFor = (request: PageRequest<Member>, { siae, keeps }: SkillListScene): readonly Column<Skill>[] => [
  { key: 'competence', label: 'Compétence', render: ({ label }) => label },
  { key: 'categorie', label: 'Catégorie', render: ({ kind }) => SKILL_KIND_LABELS[kind] },
  ...(keeps
    ? [
        {
          key: 'retirer',
          label: 'Dans la liste',
          render: ({ id, label, retiredOn }: Skill) =>
            retiredOn === null ? (
              <Form action={skillListHref(siae.id)} csrf={request.csrf} state={emptyForm}>
                <button class="m-entry-more" type="submit" name="retirer" value={id}>
                  Retirer<span class="govuk-visually-hidden"> « {label} »</span>
                </button>
              </Form>
            ) : (
              <Tag>Retirée</Tag>
            ),
        },
      ]
    : []),
]

function pageOf(request: PageRequest<Member>, scene: SkillListScene, form: FormState): Reply {
  const { siae, skills, keeps } = scene
  return show(
    'Compétences de la structure',
    <>
      <p class="govuk-caption-l">{siae.name}</p>
      <h1 class="govuk-heading-l">Compétences de la structure</h1>
      <ErrorSummary state={form} unlinked />
      <p class="govuk-body">La liste dans laquelle l’encadrement note ce qu’il voit au travail, par métier.</p>
      {skills.length === 0 ? (
        <EmptyState title="Aucune compétence">
          {keeps ? 'Commencez par un métier, ou écrivez vos propres compétences.' : 'La direction ou la CIP établit cette liste.'}
        </EmptyState>
      ) : (
        [...Map.groupBy(skills, ({ trade }) => trade)].map(([trade, rows]) => (
          <DataTable
            key={trade}
            caption={trade}
            counted={['compétence', 'compétences']}
            columns={columnsFor(request, scene)}
            rows={rows}
            rowKey={({ id }) => id}
            empty={null}
          />
        ))
      )}
      {keeps ? (
        <ButtonGroup>
          <ButtonLink kind="secondary" href={`${skillListHref(siae.id)}/metier`}>
            Ajouter un métier
          </ButtonLink>
          <ButtonLink kind="secondary" href={`${skillListHref(siae.id)}/ajouter`}>
            Ajouter une compétence
          </ButtonLink>
        </ButtonGroup>
      ) : null}
    </>,
    { errorCount: form.errors.length, breadcrumb: skillListCrumbs(scene) },
  )
}

/** The skills that a structure looks at, by trade: its own words, beginning with a trade or with nothing. */
export const skillListPage = memberPage({
  path: '/structures/:id/competences',
  async get(request) {
    const scene = await skillListScene(request)
    return scene ? pageOf(request, scene, emptyForm) : notFoundReply
  },
  async post(request) {
    const scene = await skillListScene(request)
    if (!scene?.keeps) return notFoundReply
    const siaeId = scene.siae.id
    const result = await request.submit(retireSkill, {
      input: { siaeId, skillId: recordId(text(request.form, 'retirer')) ?? '' },
      location: () => skillListHref(siaeId),
      notice: { kind: 'success', title: 'Compétence retirée', text: 'Ce qui a été vu reste au dossier des personnes.' },
    })
    return result.reply ?? pageOf(request, scene, result.form)
  },
})
