import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { closedFile } from '../../people/index.ts'
import { refuse } from '../messages.fr.ts'
import { LEVELS } from '../model-skills.ts'
import { maySeeSkills } from '../policy.ts'
import { skillsOf } from '../queries/skills-of.ts'
import { insertSighting, takeBackToday } from '../store-skills.ts'

const schema = z.object({
  personId: z.uuid(),
  skillId: z.uuid('Choisissez une compétence'),
  level: z.enum([...LEVELS, 'none'], 'Dites ce que vous avez vu'),
})

/** Notes a skill seen at work today, and how far; pressed again the same day, the last press is right. */
export const seeSkill = command({
  name: 'supervision/see-skill',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, skillId, level }) {
    const { hat } = ctx.actor
    if (!hat || !maySeeSkills(ctx.actor)) return refuse('supervision/skills-not-yours')
    // Pressed twice at once, it is written once; no constraint says so, which two files becoming one could not keep.
    await lock(ctx, 'person', personId)
    const skill = (await skillsOf(ctx, personId)).find(({ id }) => id === skillId)
    if (!skill) return notFound()
    if (skill.retiredOn !== null) return refuse('supervision/skill-retired')
    const today = skill.sightings.find(({ mine, seenOn }) => mine && seenOn === ctx.today)
    const done = { personId, skillId }
    if ((today?.level ?? 'none') === level) return granted({ ...done, changed: false })
    const closed = await closedFile(ctx, personId)
    if (closed) return closed
    if (today) await takeBackToday(ctx, done)
    if (level !== 'none') await insertSighting(ctx, { ...done, organisationId: hat.organisationId, level })
    await emitEvent(ctx, { type: 'supervision/skill-seen', version: 1, subjectId: personId, ids: { person: personId, skill: skillId } })
    return granted({ ...done, changed: true })
  },
  trace: (_typed, { personId, skillId, changed }) => ({ subjects: { person: personId, skill: skillId }, fields: changed ? ['level'] : [] }),
})
