import { sql } from 'kysely'
import type { Ctx } from '../../../platform/command/context.ts'

/** The account that signs in with exactly this address, or undefined; nothing else is told. Its caller counts the questions. */
export async function accountWithAddress({ tx }: Pick<Ctx, 'tx'>, emailKey: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select account_with_address(${emailKey}) as id`.execute(tx)
  return rows[0]?.id ?? undefined
}
