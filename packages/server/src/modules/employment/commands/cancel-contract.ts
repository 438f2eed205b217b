import { granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { lock } from '../../../platform/command/lock.ts'
import { notFound } from '../../../platform/command/perform.ts'
import { lookAtContract } from '../look-at-contract.ts'
import { refuse } from '../messages.fr.ts'
import { mayEmploy } from '../policy.ts'
import { cancelStay, findContract, otherFirstDays, reviseContract } from '../store.ts'

const schema = z.object({ contractId: z.uuid() })

/** A contract that never was: it stays written, marked cancelled, and the stay with it when it held no other. */
export const cancelContract = command({
  name: 'employment/cancel-contract',
  runsAs: 'app',
  schema,
  async run(ctx, { contractId }) {
    await lock(ctx, 'contract', contractId)
    const contract = await findContract(ctx, contractId)
    if (!contract) return notFound()
    if (!mayEmploy(ctx.actor, contract)) return refuse('employment/not-yours')
    if (contract.cancelled) return refuse('employment/contract-already-cancelled')
    if (!(await reviseContract(ctx, contract, { cancelled: true }, 'hire cancelled'))) return refuse('platform/stale')
    const alone = (await otherFirstDays(ctx, contract)).length === 0
    if (alone) await cancelStay(ctx, contract.stayId)
    await lookAtContract(ctx, contractId)
    return granted({ stayId: contract.stayId, stayCancelled: alone })
  },
  trace: ({ contractId }, { stayId }) => ({ subjects: { contract: contractId, stay: stayId }, fields: ['cancelled'] }),
})
