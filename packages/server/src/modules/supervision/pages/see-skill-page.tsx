import { ButtonGroup, Details, EmptyState, ErrorSummary, emptyForm, Form, type FormState, HiddenField, Roll, Taps } from '@maillage/ui'
import { memberPage } from '../../../platform/http/page.ts'
import { type PageRequest, text } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import { notFoundReply, type Reply, show } from '../../../platform/http/reply.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { logReading } from '../../people/index.ts'
import { seeSkill } from '../commands/see-skill.ts'
import { LEVEL_LABELS } from '../messages.fr.ts'
import { LEVELS, latestLevel, type SkillSeen } from '../model-skills.ts'
import { maySeeSkills } from '../policy.ts'
import { crumbsOf, type SkillsShown, seeSkillHref, shownSkills, skillsHref } from './skills-in-address.ts'

const TAPS = LEVELS.map((value) => ({ value, label: LEVEL_LABELS[value], tone: 'info' as const }))
const lineId = (skillId: string) => `competence-${skillId}`

const Line = ({
  request,
  shown,
  skill,
}: {
  readonly request: PageRequest<Member>
  readonly shown: SkillsShown
  readonly skill: SkillSeen
}) => {
  const today = skill.sightings.find(({ mine, seenOn }) => mine && seenOn === shown.today)
  const before = today ? null : latestLevel(skill)
  return (
    <>
      {before === null ? null : <p class="m-roll-note">Déjà vu : {LEVEL_LABELS[before].toLocaleLowerCase('fr')}</p>}
      <Form action={seeSkillHref(shown.card.id)} csrf={request.csrf} state={emptyForm}>
        <HiddenField name="skillId" value={skill.id} />
        <Taps name="level" label={`${skill.label} : ce que vous avez vu`} taps={TAPS} pressed={today?.level} />
        {today ? (
          <button class="m-entry-more" type="submit" name="level" value="none">
            Effacer<span class="govuk-visually-hidden"> ce que vous avez noté aujourd’hui pour « {skill.label} »</span>
          </button>
        ) : null}
      </Form>
    </>
  )
}

/** The skills of each trade, those of one trade opened at once; the trade last answered stays open. */
const Trades = ({ request, shown }: { readonly request: PageRequest<Member>; readonly shown: SkillsShown }) => {
  const inUse = shown.skills.filter(({ retiredOn }) => retiredOn === null)
  const byTrade = [...Map.groupBy(inUse, ({ trade }) => trade)]
  const asked = text(request.query, 'metier')
  return (
    <>
      {byTrade.map(([trade, skills]) => (
        <Details key={trade} summary={trade} open={byTrade.length === 1 || asked === trade}>
          <Roll
            label={trade}
            lines={skills.map((skill) => ({
              id: lineId(skill.id),
              title: skill.label,
              children: <Line request={request} shown={shown} skill={skill} />,
            }))}
          />
        </Details>
      ))}
    </>
  )
}

function pageOf(request: PageRequest<Member>, shown: SkillsShown, form: FormState): Reply {
  const { card, skills } = shown
  return show(
    'Compétence vue au travail',
    <>
      <p class="govuk-caption-l">{card.displayName}</p>
      <h1 class="govuk-heading-l">Compétence vue au travail</h1>
      <ErrorSummary state={form} unlinked />
      {skills.length === 0 ? (
        <EmptyState title="La liste de la structure est vide">
          La direction ou la CIP y met les compétences d’un métier ; elles arrivent ici.
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">Ce que vous avez vu aujourd’hui, d’une seule pression. La personne peut le lire avec vous.</p>
          <Trades request={request} shown={shown} />
        </>
      )}
      <ButtonGroup>
        <a class="govuk-link" href={skillsHref(card.id)}>
          Toutes ses compétences
        </a>
      </ButtonGroup>
    </>,
    { errorCount: form.errors.length, breadcrumb: crumbsOf(card, 'Compétences', 'Vue au travail') },
  )
}

/** A skill seen at work, in three presses: the person, the trade when there are several, how far. */
export const seeSkillPage = memberPage({
  path: '/personnes/:id/competence-vue',
  allowed: maySeeSkills,
  async get(request) {
    const shown = await shownSkills(request)
    if (!shown || shown.card.diedOn !== null) return notFoundReply
    logReading(request, shown.card.id)
    return pageOf(request, shown, emptyForm)
  },
  async post(request) {
    const shown = await shownSkills(request)
    if (!shown) return notFoundReply
    const skillId = recordId(text(request.form, 'skillId')) ?? ''
    const trade = shown.skills.find(({ id }) => id === skillId)?.trade ?? ''
    const result = await request.submit(seeSkill, {
      input: { personId: shown.card.id, skillId, level: text(request.form, 'level') },
      location: () => `${seeSkillHref(shown.card.id)}?metier=${encodeURIComponent(trade)}#${lineId(skillId)}`,
      notice: { kind: 'success', title: 'Noté' },
    })
    return result.reply ?? pageOf(request, shown, result.form)
  },
})
