import { granted, type Outcome } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { refuse } from '../messages.fr.ts'
import { mayWithdraw } from '../policy.ts'
import { endRequest, findRequest } from '../store-requests.ts'

const schema = z.object({ requestId: z.uuid() })

/** Takes back a request that nobody has answered; another one may then be made. */
export const withdrawProlongation = command({
  name: 'pass-iae/withdraw-prolongation',
  runsAs: 'app',
  schema,
  async run(ctx, { requestId }): Promise<Outcome<{ readonly personId: string; readonly passId: string }>> {
    const request = await findRequest(ctx, requestId)
    if (!request || !mayWithdraw(ctx.actor, request)) return notFound()
    if (!(await endRequest(ctx, request, { state: 'withdrawn' }))) return refuse('pass-iae/request-answered')
    return granted({ personId: request.personId, passId: request.passId })
  },
  trace: ({ requestId }, { personId, passId }) => ({ subjects: { person: personId, pass: passId, request: requestId }, fields: ['state'] }),
})
