import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { personOfPass, recordSuspension, suspensionSchema } from '../../pass-iae/index.ts'
import { runningStaysBesides } from '../queries/running-stays.ts'

/**
 * Suspends a right after looking at the other stays: while another structure employs the person, the prescription goes on (CT R5132-1-3).
 * The refusal names that structure and its counsellor, so that the two can talk; nothing of the file.
 */
export const suspendPass = command({
  name: 'employment/suspend-pass',
  runsAs: 'app',
  schema: suspensionSchema,
  async run(ctx, input) {
    const personId = await personOfPass(ctx, input.passId)
    if (personId === undefined) return notFound()
    const days = { first: input.firstDay, last: input.lastDay }
    const otherRunningStays = await runningStaysBesides(ctx, personId, input.siaeId, days)
    return recordSuspension(ctx, { ...input, otherRunningStays })
  },
  trace: ({ passId }, { personId, suspensionId }) => ({ subjects: { person: personId, pass: passId, suspension: suspensionId } }),
})
