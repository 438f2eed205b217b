import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { keepCompanyAnomalies } from '../keep-company-anomalies.ts'
import { refuse } from '../messages.fr.ts'
import { mayState } from '../policy.ts'
import { missionCard } from '../queries/mission-register.ts'
import { statementsOf } from '../queries/statements-of.ts'
import { markStatement } from '../store-missions.ts'
import { validatedBefore, writeMonth } from '../write-month.ts'

const schema = z.object({
  assignmentId: z.uuid(),
  statementId: z.uuid(),
  version: z.coerce.number().int().positive(),
  to: z.enum(['validated', 'taken-back'], 'Dites ce que devient le relevé'),
})

/** Says that the hours of a statement are right, or takes that back: the month of the structure follows in the same transaction. */
export const validateStatement = command({
  name: 'assignments/validate-statement',
  runsAs: 'app',
  schema,
  async run(ctx, { assignmentId, statementId, version, to }) {
    const mission = await missionCard(ctx, assignmentId)
    const statement = mission && (await statementsOf(ctx, assignmentId)).find(({ id }) => id === statementId)
    if (!mission || !statement) return notFound()
    if (!mayState(ctx.actor)) return refuse('assignments/statement-not-yours')
    const validates = to === 'validated'
    if (statement.validated === validates)
      return refuse(validates ? 'assignments/statement-validated' : 'assignments/statement-not-validated')
    await lock(ctx, 'person', mission.personId)
    const before = await validatedBefore(ctx, mission, statement.days)
    if (!(await markStatement(ctx, { id: statementId, version }, validates))) return refuse('platform/stale')
    for (const [month, hours] of before) {
      const written = await writeMonth(ctx, mission, month, hours)
      if (!written.ok) return written
    }
    await keepCompanyAnomalies(ctx, { ...mission, id: mission.stayId })
    await emitEvent(ctx, {
      type: 'assignments/statement-validated',
      version: 1,
      subjectId: assignmentId,
      ids: { assignment: assignmentId },
    })
    return granted({ id: assignmentId, personId: mission.personId })
  },
  trace: (_typed, { id, personId }) => ({ subjects: { assignment: id, person: personId }, fields: ['validated'] }),
})
