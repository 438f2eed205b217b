import { granted, type Outcome } from '@maillage/kernel'
import type { Ctx } from '../../../platform/command/context.ts'
import { lock } from '../../../platform/command/lock.ts'
import { cancelContract, standingStays } from '../../employment/index.ts'
import { cancelHire } from '../../hiring/index.ts'
import { refuse } from '../import-messages.fr.ts'
import type { ImportedLine } from '../queries/import-runs.ts'

/**
 * Takes back the contracts of a file: the last signed first, then the entries with their stays. A contract that was amended, signed or renewed since,
 * hours typed or an exit recorded on its stay are why not.
 */
export async function undoContracts(ctx: Ctx, lines: readonly ImportedLine[], siaeId: string | null): Promise<Outcome<null>> {
  for (const id of new Set(lines.flatMap(({ personId }) => personId ?? []).toSorted())) await lock(ctx, 'person', id)
  const stays = siaeId === null ? [] : await standingStays(ctx, siaeId)
  const ids = new Set(lines.map(({ recorded }) => String(recorded['contract'])))
  const standing = new Map(stays.flatMap((stay) => stay.contracts.map((contract) => [contract.id, { stay, contract }] as const)))
  const changed = lines.filter(({ recorded }) => {
    const now = standing.get(String(recorded['contract']))
    // Renewed by another line of the same file is no obstacle: both go.
    const renewedLater =
      now?.contract.renewed && !now.stay.contracts.some((next) => ids.has(next.id) && next.firstDay > now.contract.firstDay)
    const staysAlone = now && recorded['hire'] !== undefined && now.stay.contracts.some(({ id }) => !ids.has(id))
    return now?.contract.version !== 1 || renewedLater || staysAlone || now.stay.builtUpon
  })
  if (changed.length > 0)
    return refuse('declarations/built-upon', { ranks: changed.map(({ rank }) => rank).join(', '), count: changed.length })
  const dayOf = ({ recorded }: ImportedLine) => standing.get(String(recorded['contract']))?.contract.firstDay ?? 0
  for (const { recorded } of lines.toSorted((a, b) => dayOf(b) - dayOf(a))) {
    const hireId = recorded['hire']
    const undone =
      hireId === undefined
        ? await cancelContract.execute(ctx, { contractId: String(recorded['contract']) })
        : await cancelHire.execute(ctx, { hireId: String(hireId), version: 1 })
    if (!undone.ok) return undone
  }
  return granted(null)
}
