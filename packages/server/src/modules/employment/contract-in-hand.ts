import { granted, type Outcome } from '@maillage/kernel'
import { z } from 'zod'
import type { Ctx } from '../../platform/command/context.ts'
import { lock } from '../../platform/command/lock.ts'
import { notFound } from '../../platform/command/perform.ts'
import { refuse } from './messages.fr.ts'
import type { EmploymentContract } from './model.ts'
import { mayEmploy } from './policy.ts'
import { findContract } from './store.ts'

/** What every form that changes a contract carries: which one, as it was read. */
export const contractRead = z.object({ contractId: z.uuid(), version: z.coerce.number().int().positive() })

/** Takes a contract in hand to change it: found, the actor allowed, the person then the contract locked, as it was when the form was read. */
export async function takeContract(ctx: Ctx, { contractId, version }: z.output<typeof contractRead>): Promise<Outcome<EmploymentContract>> {
  const known = await findContract(ctx, contractId)
  if (!known) return notFound()
  if (!mayEmploy(ctx.actor, known)) return refuse('employment/not-yours')
  await lock(ctx, 'person', known.personId)
  await lock(ctx, 'contract', contractId)
  const contract = await findContract(ctx, contractId)
  if (!contract) return notFound()
  if (contract.cancelled) return refuse('employment/contract-already-cancelled')
  return contract.version === version ? granted(contract) : refuse('platform/stale')
}
