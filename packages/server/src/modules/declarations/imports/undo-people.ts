import { granted, type Outcome } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from '../../../platform/command/context.ts'
import { refuse } from '../import-messages.fr.ts'
import type { ImportedLine } from '../queries/import-runs.ts'

/**
 * Takes back the files that a list opened, for thirty days, while nothing else was written of these people and nobody else opened them: the database
 * itself says whether anything rests on one.
 */
export async function undoPeople({ tx }: Ctx, lines: readonly ImportedLine[]): Promise<Outcome<null>> {
  const kept: number[] = []
  for (const { rank, recorded } of lines) {
    const { rows } = await sql<{ gone: boolean }>`select withdraw_new_person(${String(recorded['person'])}) as gone`.execute(tx)
    if (!rows[0]?.gone) kept.push(rank)
  }
  return kept.length === 0 ? granted(null) : refuse('declarations/people-built-upon', { ranks: kept.join(', '), count: kept.length })
}
