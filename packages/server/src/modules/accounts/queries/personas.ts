import type { ReadCtx } from '../../../platform/command/read.ts'
import { accountsOf } from '../tables.ts'

export interface Persona {
  readonly accountId: string
  readonly title: string
  readonly description: string
}

/** Whom a visitor of a demonstration may enter as; none in a service, by row security. */
export function personas({ tx }: Pick<ReadCtx, 'tx'>): Promise<readonly Persona[]> {
  return accountsOf(tx).selectFrom('persona').select(['account_id as accountId', 'title', 'description']).orderBy('position').execute()
}
