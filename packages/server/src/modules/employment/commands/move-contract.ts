import { day, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { lookAtContract } from '../look-at-contract.ts'
import { refuse } from '../messages.fr.ts'
import { mayEmploy } from '../policy.ts'
import { findContract, moveEntry, otherFirstDays, reviseContract } from '../store.ts'

const schema = z.object({ contractId: z.uuid(), to: z.iso.date().transform(day) })

/** The first day of a contract moves, and with it the entry in the structure when it was the first. */
export const moveContract = command({
  name: 'employment/move-contract',
  runsAs: 'app',
  schema,
  async run(ctx, { contractId, to }) {
    await lock(ctx, 'contract', contractId)
    const contract = await findContract(ctx, contractId)
    if (!contract) return notFound()
    if (!mayEmploy(ctx.actor, contract)) return refuse('employment/not-yours')
    if (contract.cancelled) return refuse('employment/contract-already-cancelled')
    if (contract.lastDay !== null && contract.lastDay < to) return refuse('employment/ends-before-it-begins', {}, 'to')
    if (!(await reviseContract(ctx, contract, { firstDay: to }, 'hire moved'))) return refuse('platform/stale')
    const entry = [to, ...(await otherFirstDays(ctx, contract))].reduce((least, each) => (each < least ? each : least))
    await moveEntry(ctx, contract.stayId, entry)
    await lookAtContract(ctx, contractId)
    return granted({ stayId: contract.stayId })
  },
  trace: ({ contractId }, { stayId }) => ({ subjects: { contract: contractId, stay: stayId }, fields: ['firstDay'] }),
})
