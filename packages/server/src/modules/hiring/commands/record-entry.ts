import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { emitEvent } from '../../../platform/events/emit-event.ts'
import { unitFor } from '../../applications/index.ts'
import { contractFields, employer, insertStay, recordContract } from '../../employment/index.ts'
import { closedFile, holdsPerson } from '../../people/index.ts'
import { groundOfFact } from '../ask-right.ts'
import { refuse } from '../messages.fr.ts'
import { mayHire } from '../policy.ts'
import { insertHire, openAnomalies, openEmployment } from '../store.ts'

const schema = contractFields.extend({ personId: z.uuid(), siaeId: z.uuid() })

/**
 * Records that somebody entered a structure, as its payroll says: a hire that took place, without any application here. It asks for no right; what the
 * law says otherwise is noted. The person must be followed by the team already.
 */
export const recordEntry = command({
  name: 'hiring/record-entry',
  runsAs: 'app',
  schema,
  async run(ctx, { personId, siaeId, ...terms }) {
    const siae = await employer(ctx, siaeId)
    if (!siae || !(await holdsPerson(ctx, personId, 'shared'))) return notFound()
    const { organisationId, kind } = siae
    if (!mayHire(ctx.actor, siae)) return refuse('hiring/not-yours')
    await lock(ctx, 'person', personId)
    const unitId = await unitFor(ctx, siaeId)
    if (!unitId) return refuse('hiring/no-unit', { name: siae.name })
    if (terms.firstDay > ctx.today) return refuse('hiring/fact-to-come', {}, 'firstDay')
    const closed = await closedFile(ctx, personId, terms.firstDay)
    if (closed) return closed
    const { passId, diagnosisId, anomalies } = await groundOfFact(ctx, { personId, siaeId, hiredOn: terms.firstDay })
    const id = ctx.ids.next()
    // The stay first: it is what opens the right to read the work, without which no contract is written.
    await insertStay(
      ctx,
      { id: ctx.ids.next(), personId, organisationId, siaeId, kind, open: { first: terms.firstDay, last: null } },
      unitId,
    )
    await openEmployment(ctx, { id, personId, siaeId })
    const contract = await recordContract.execute(ctx, { ...terms, personId, siaeId, unitId })
    if (!contract.ok) return contract
    const hired = { id, personId, organisationId, siaeId, applicationId: null, diagnosisId, passId, passAct: null, hiredOn: terms.firstDay }
    await insertHire(ctx, { ...hired, ...contract.value })
    await openAnomalies(ctx, hired, anomalies)
    await emitEvent(ctx, {
      type: 'hiring/hire-declared',
      version: 1,
      subjectId: personId,
      ids: { hire: id, person: personId, siae: siaeId },
    })
    return granted({ hireId: id, ...contract.value })
  },
  trace: ({ personId, siaeId }, { hireId, contractId }) => ({
    subjects: { hire: hireId, person: personId, siae: siaeId, contract: contractId },
    fields: ['type', 'firstDay', 'lastDay', 'weeklyHours', 'worksite', 'post', 'market', 'lot', 'clauseKind'],
  }),
})
