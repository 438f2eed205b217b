import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type Employer, employer } from '../../employment/index.ts'
import type { Skill } from '../model-skills.ts'
import { mayKeepSkills, mayReadSkillList } from '../policy.ts'
import { skillsOfSiae } from '../queries/skills-of.ts'

/** The list of skills of a structure, for its own team. */
export interface SkillListScene {
  readonly siae: Employer
  readonly skills: readonly Skill[]
  /** Whether the reader keeps the list. */
  readonly keeps: boolean
}

export const skillListHref = (siaeId: string): string => `/structures/${siaeId}/competences`

/** Undefined for a structure that is not the reader's. Two statements. */
export async function skillListScene(request: PageRequest<Member>): Promise<SkillListScene | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const siae = await employer(ctx, id)
    if (!siae || !mayReadSkillList(ctx.actor, siae)) return undefined
    return { siae, skills: await skillsOfSiae(ctx, id), keeps: mayKeepSkills(ctx.actor, siae) }
  })
}

export const skillListCrumbs = ({ siae }: SkillListScene, last?: string) => [
  { label: 'Structures', href: '/structures' },
  { label: siae.name, href: `/structures/${siae.id}` },
  ...(last === undefined ? [{ label: 'Compétences' }] : [{ label: 'Compétences', href: skillListHref(siae.id) }, { label: last }]),
]
