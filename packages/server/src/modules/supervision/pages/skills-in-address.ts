import type { CalendarDate } from '@maillage/kernel'
import type { PageRequest } from '../../../platform/http/page-request.ts'
import { recordId } from '../../../platform/http/record-id.ts'
import type { Member } from '../../../platform/http/slice.ts'
import { type PersonCard, personCard } from '../../people/index.ts'
import type { SkillSeen } from '../model-skills.ts'
import { employsPerson } from '../queries/employs-person.ts'
import { skillsOf } from '../queries/skills-of.ts'

/** The skills of somebody that the reader's organisation employs. */
export interface SkillsShown {
  readonly card: PersonCard
  readonly skills: readonly SkillSeen[]
  readonly today: CalendarDate
}

export const skillsHref = (personId: string): string => `/personnes/${personId}/competences`
export const seeSkillHref = (personId: string): string => `/personnes/${personId}/competence-vue`

/** Undefined for somebody whom the reader does not meet at work. Three statements. */
export async function shownSkills(request: PageRequest<Member>): Promise<SkillsShown | undefined> {
  const id = recordId(request.params['id'])
  if (id === undefined) return undefined
  return request.read(async (ctx) => {
    const card = (await employsPerson(ctx, id)) ? await personCard(ctx, id) : undefined
    return card && { card, skills: await skillsOf(ctx, card.id), today: ctx.today }
  })
}

export const crumbsOf = ({ id, displayName }: PersonCard, ...last: readonly string[]) => [
  { label: 'Personnes', href: '/personnes' },
  { label: displayName, href: `/personnes/${id}` },
  ...(last.length > 1 ? [{ label: 'Compétences', href: skillsHref(id) }] : []),
  { label: last.at(-1) ?? 'Compétences' },
]
