import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { employer } from '../../employment/index.ts'
import { refuse } from '../messages.fr.ts'
import { mayKeepSkills } from '../policy.ts'
import { retireSkill as retire } from '../store-skills.ts'

const schema = z.object({ siaeId: z.uuid(), skillId: z.uuid('Choisissez une compétence') })

/** Takes a skill out of the list of a structure: what was seen of people stays in their certificate. */
export const retireSkill = command({
  name: 'supervision/retire-skill',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, skillId }) {
    const siae = await employer(ctx, siaeId)
    if (!siae) return notFound()
    if (!mayKeepSkills(ctx.actor, siae)) return refuse('supervision/skill-list-not-yours')
    if (!(await retire(ctx, skillId))) return refuse('supervision/skill-retired')
    await emitEvent(ctx, { type: 'supervision/skill-retired', version: 1, subjectId: siaeId, ids: { siae: siaeId, skill: skillId } })
    return granted({ siaeId })
  },
  trace: ({ skillId }, { siaeId }) => ({ subjects: { siae: siaeId, skill: skillId }, fields: ['retiredOn'] }),
})
