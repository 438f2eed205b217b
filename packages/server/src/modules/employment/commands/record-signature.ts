import { day, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { contractRead, takeContract } from '../contract-in-hand.ts'
import { lookAtContract } from '../look-at-contract.ts'
import { refuse } from '../messages.fr.ts'
import { reviseContract } from '../store.ts'

const schema = contractRead.extend({ signedOn: z.iso.date('Saisissez la date de la signature').transform(day) })

/** Records the day a contract was signed, whatever the first day of work was. */
export const recordSignature = command({
  name: 'employment/record-signature',
  runsAs: 'app',
  schema,
  async run(ctx, { signedOn, ...read }) {
    const taken = await takeContract(ctx, read)
    if (!taken.ok) return taken
    const contract = taken.value
    if (signedOn > ctx.today) return refuse('employment/signed-in-the-future', {}, 'signedOn')
    if (!(await reviseContract(ctx, contract, { signedOn }, 'signed'))) return refuse('platform/stale')
    await lookAtContract(ctx, contract.id)
    return granted({ contractId: contract.id, personId: contract.personId })
  },
  trace: (_read, { contractId, personId }) => ({ subjects: { person: personId, contract: contractId }, fields: ['signedOn'] }),
})
