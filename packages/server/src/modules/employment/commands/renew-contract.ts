import { frenchDate, granted } from '@maillage/kernel'
import { command } from '../../../platform/command/command.ts'
import { closedFile } from '../../people/index.ts'
import { contractRead, takeContract } from '../contract-in-hand.ts'
import { lookAtContract } from '../look-at-contract.ts'
import { refuse } from '../messages.fr.ts'
import { isRenewed } from '../queries/is-renewed.ts'
import { siteOfStay } from '../queries/site-of-stay.ts'
import { insertContract } from '../store.ts'
import { findStay } from '../store-stays.ts'
import { contractFields } from './record-contract.ts'

const schema = contractRead.extend(contractFields.omit({ type: true }).shape)

/** Renews a contract: another one of the same type, in the same stay, that says which it renews. What the law says of it is looked at, never refused. */
export const renewContract = command({
  name: 'employment/renew-contract',
  runsAs: 'app',
  schema,
  async run(ctx, { contractId, version, ...terms }) {
    const taken = await takeContract(ctx, { contractId, version })
    if (!taken.ok) return taken
    const { stayId, personId, organisationId, type, lastDay } = taken.value
    if (lastDay === null) return refuse('employment/open-ended')
    if (await isRenewed(ctx, contractId)) return refuse('employment/already-renewed')
    const stay = await findStay(ctx, stayId)
    if (stay?.open.last) return refuse('employment/stay-ended', { on: frenchDate(stay.open.last) })
    if (terms.firstDay <= lastDay) return refuse('employment/renewal-before-the-end', { last: frenchDate(lastDay) }, 'firstDay')
    if (terms.lastDay !== null && terms.lastDay < terms.firstDay) return refuse('employment/ends-before-it-begins', {}, 'lastDay')
    if (terms.worksiteId !== null && !(await siteOfStay(ctx, stayId, terms.worksiteId)))
      return refuse('employment/worksite-of-another', {}, 'worksiteId')
    const closed = await closedFile(ctx, personId, terms.firstDay)
    if (closed) return closed
    const renewalId = ctx.ids.next()
    await insertContract(ctx, { id: renewalId, stayId, personId, organisationId }, { ...terms, type }, contractId)
    await lookAtContract(ctx, renewalId)
    return granted({ contractId: renewalId, personId, stayId })
  },
  trace: ({ contractId }, { personId, stayId, contractId: renewal }) => ({
    subjects: { person: personId, stay: stayId, contract: contractId, renewal },
    fields: ['firstDay', 'lastDay', 'weeklyHours', 'worksite', 'post', 'market', 'lot', 'clauseKind'],
  }),
})
