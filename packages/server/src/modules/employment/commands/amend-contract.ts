import { day, frenchDate, granted } from '@maillage/kernel'
import { z } from 'zod'
import { command } from '../../../platform/command/command.ts'
import { contractRead, takeContract } from '../contract-in-hand.ts'
import { lookAtContract } from '../look-at-contract.ts'
import { refuse } from '../messages.fr.ts'
import { siteOfStay } from '../queries/site-of-stay.ts'
import { reviseContract } from '../store.ts'
import { contractFields } from './record-contract.ts'

const schema = contractRead
  .extend({ effectOn: z.iso.date('Saisissez le jour où l’avenant prend effet').transform(day) })
  .extend(contractFields.pick({ weeklyHours: true, worksiteId: true, post: true, market: true, lot: true, clauseKind: true }).shape)

const AMENDED = ['weeklyHours', 'worksiteId', 'post', 'market', 'lot', 'clauseKind'] as const

/** An amendment (avenant): other hours, another place, another post from a day on. What held until then remains what was signed. */
export const amendContract = command({
  name: 'employment/amend-contract',
  runsAs: 'app',
  schema,
  async run(ctx, { contractId, version, effectOn, ...terms }) {
    const taken = await takeContract(ctx, { contractId, version })
    if (!taken.ok) return taken
    const contract = taken.value
    const { firstDay, lastDay, worksiteId } = contract
    if (effectOn <= firstDay || (lastDay !== null && effectOn > lastDay))
      return refuse(
        'employment/amendment-outside',
        { first: frenchDate(firstDay), last: lastDay === null ? null : frenchDate(lastDay) },
        'effectOn',
      )
    if (contract.effectOn !== null && effectOn < contract.effectOn)
      return refuse('employment/amendment-before-another', { on: frenchDate(contract.effectOn) }, 'effectOn')
    if (AMENDED.every((field) => terms[field] === contract[field])) return refuse('employment/nothing-amended')
    if (terms.worksiteId !== null && terms.worksiteId !== worksiteId && !(await siteOfStay(ctx, contract.stayId, terms.worksiteId)))
      return refuse('employment/worksite-of-another', {}, 'worksiteId')
    if (!(await reviseContract(ctx, contract, { ...terms, effectOn }, 'amended'))) return refuse('platform/stale')
    await lookAtContract(ctx, contractId)
    return granted({ contractId, personId: contract.personId })
  },
  trace: ({ contractId }, { personId }) => ({ subjects: { person: personId, contract: contractId }, fields: ['effectOn', ...AMENDED] }),
})
