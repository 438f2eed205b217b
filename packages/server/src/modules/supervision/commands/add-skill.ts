import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { employer } from '../../employment/index.ts'
import { refuse } from '../messages.fr.ts'
import { LABEL_LIMIT, SKILL_KINDS, TRADE_LIMIT } from '../model-skills.ts'
import { mayKeepSkills } from '../policy.ts'
import { insertSkills } from '../store-skills.ts'

const schema = z.object({
  siaeId: z.uuid(),
  trade: z.string().trim().min(1, 'Dites pour quel métier').max(TRADE_LIMIT, `Écrivez ${TRADE_LIMIT} caractères au plus`),
  kind: z.enum(SKILL_KINDS, 'Choisissez une catégorie'),
  label: z.string().trim().min(1, 'Écrivez la compétence, avec un verbe').max(LABEL_LIMIT, `Écrivez ${LABEL_LIMIT} caractères au plus`),
})

/** Adds a skill to the list of a structure, in its own words. */
export const addSkill = command({
  name: 'supervision/add-skill',
  runsAs: 'app',
  schema,
  async run(ctx, { siaeId, ...skill }) {
    const siae = await employer(ctx, siaeId)
    if (!siae) return notFound()
    if (!mayKeepSkills(ctx.actor, siae)) return refuse('supervision/skill-list-not-yours')
    if ((await insertSkills(ctx, { siaeId, ...siae }, [skill])) === 0) return refuse('supervision/skill-known', {}, 'label')
    await emitEvent(ctx, { type: 'supervision/skill-added', version: 1, subjectId: siaeId, ids: { siae: siaeId } })
    return granted({ siaeId })
  },
  trace: (_typed, { siaeId }) => ({ subjects: { siae: siaeId }, fields: ['skills'] }),
})
