import { granted } from '@maillage/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { codeHash } from '../attachment-code.ts'
import { refuse } from '../messages.fr.ts'
import { mayKeepFiles } from '../policy.ts'
import { type WaitingRequest, waitingRequests } from '../queries/waiting-requests.ts'

const schema = z.object({
  code: z.string().trim().min(1, 'Saisissez le code écrit sur le papier').max(40, 'Ce code est trop long : il a douze signes'),
})

/** The request behind a code on paper, for whoever follows that person. A wrong code is an answer, so that the try is counted. */
export const readCode = command({
  name: 'people/read-code',
  runsAs: 'app',
  schema,
  async run(ctx, { code }) {
    if (!mayKeepFiles(ctx.actor)) return refuse('people/not-yours')
    const { rows } = await sql<{ answer: boolean }>`select take_code_try() as answer`.execute(ctx.tx)
    if (!rows[0]?.answer) return refuse('people/too-many-codes')
    const [request] = await waitingRequests(ctx, codeHash(code))
    return granted<{ request: WaitingRequest | undefined }>({ request })
  },
  trace: (_typed, { request }) => ({ subjects: request ? { request: request.id, person: request.personId } : {}, fields: ['code'] }),
})
