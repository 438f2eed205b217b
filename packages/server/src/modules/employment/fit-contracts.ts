import type { CalendarDate } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import { lookAtContract } from './look-at-contract.ts'
import { findContract, reviseContract } from './store.ts'
import { type ContractEnd, contractEnds, ENDED_BY_EXIT, EXIT_UNDONE } from './store-stays.ts'

/** The last day of a contract when its stay ends: the contract ends no later, unless it begins after. */
function lastWithin({ first, agreedLast }: ContractEnd, exitOn: CalendarDate | null): CalendarDate | null {
  if (exitOn === null || first > exitOn) return agreedLast
  return agreedLast === null || agreedLast > exitOn ? exitOn : agreedLast
}

/** The contracts of a stay end with it, and find their agreed end again when it goes on. What was known before stays readable. */
export async function fitContracts(ctx: Ctx, stayId: string, exitOn: CalendarDate | null): Promise<boolean> {
  for (const end of await contractEnds(ctx, stayId)) {
    const last = lastWithin(end, exitOn)
    if (last === end.last) continue
    const contract = await findContract(ctx, end.id)
    if (!contract) continue
    const reason = last === end.agreedLast ? EXIT_UNDONE : ENDED_BY_EXIT
    if (!(await reviseContract(ctx, contract, { lastDay: last }, reason))) return false
    await lookAtContract(ctx, end.id)
  }
  return true
}
