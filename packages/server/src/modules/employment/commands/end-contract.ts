import { day, frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { contractRead, takeContract } from '../contract-in-hand.ts'
import { lookAtContract } from '../look-at-contract.ts'
import { type ContractEndReason, END_LABELS, refuse } from '../messages.fr.ts'
import { reviseContract } from '../store.ts'
import { BROKEN } from '../store-stays.ts'

const reasons = Object.keys(END_LABELS) as [ContractEndReason, ...ContractEndReason[]]

const schema = contractRead.extend({
  lastDay: z.iso.date('Saisissez le dernier jour du contrat').transform(day),
  reason: z.enum(reasons, 'Choisissez pourquoi le contrat s’arrête'),
})

/** A contract broken before its term, or one without a term that ends: a fact. The person may stay: an exit is another act. */
export const endContract = command({
  name: 'employment/end-contract',
  runsAs: 'app',
  schema,
  async run(ctx, { lastDay, reason, ...read }) {
    const taken = await takeContract(ctx, read)
    if (!taken.ok) return taken
    const contract = taken.value
    if (lastDay < contract.firstDay) return refuse('employment/ends-before-it-begins', {}, 'lastDay')
    if (contract.lastDay !== null && lastDay >= contract.lastDay)
      return refuse('employment/ends-after-its-term', { last: frenchDate(contract.lastDay) }, 'lastDay')
    if (!(await reviseContract(ctx, contract, { lastDay }, `${BROKEN}${reason}`))) return refuse('platform/stale')
    await lookAtContract(ctx, contract.id)
    return granted({ contractId: contract.id, personId: contract.personId, stayId: contract.stayId })
  },
  trace: (_read, { contractId, personId }) => ({ subjects: { person: personId, contract: contractId }, fields: ['lastDay', 'reason'] }),
})
