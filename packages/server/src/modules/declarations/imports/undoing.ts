import type { Outcome } from '@maillage/kernel'
import type { Ctx } from '../../../platform/command/context.ts'
import type { ImportedLine } from '../queries/import-runs.ts'
import type { ImportKind } from '../tables-imports.ts'
import { undoContracts } from './undo-contracts.ts'
import { undoHours } from './undo-hours.ts'
import { undoPeople } from './undo-people.ts'

/** How each kind of file is taken back. */
export const UNDOING: Readonly<
  Record<ImportKind, (ctx: Ctx, lines: readonly ImportedLine[], siaeId: string | null) => Promise<Outcome<null>>>
> = {
  people: undoPeople,
  contracts: undoContracts,
  hours: undoHours,
}
