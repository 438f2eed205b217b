import type { Ctx } from '../../platform/command/context.ts'
import { findContract } from '../employment/index.ts'
import type { GridReading } from './grid/understand-line.ts'
import type { ImportLine, ImportRun, RecordedFacts } from './import-run.ts'
import { gridContext } from './queries/grid-context.ts'

/** What each line made, as it stands once all is recorded: while these versions stand, nothing was built on it. */
export async function recordedVersions(
  ctx: Ctx,
  run: ImportRun,
  lines: readonly ImportLine<GridReading>[],
  contracts: ReadonlyMap<string, string>,
): Promise<readonly { readonly id: string; readonly recorded: RecordedFacts }[]> {
  const after = await gridContext(ctx, run)
  const recorded: { id: string; recorded: RecordedFacts }[] = []
  for (const { id, reading } of lines) {
    const member = after?.team.members.find(({ stayId }) => stayId === reading?.stayId)
    if (!reading || !member) continue
    const contractId = contracts.get(id)
    const contract = contractId === undefined ? undefined : await findContract(ctx, contractId)
    const hours = reading.plan.hours && member.hours[0]
    const facts: RecordedFacts = {
      ...(contractId && contract ? { contract: { contractId, version: contract.version } } : {}),
      ...(reading.plan.exit && member.exit ? { exit: { stayId: member.stayId, version: member.exit.version } } : {}),
      ...(hours ? { hours: { stayId: member.stayId, hoursId: hours.id, version: hours.version } } : {}),
    }
    recorded.push({ id, recorded: facts })
  }
  return recorded
}
