import type { Tx } from '../../platform/database/database.ts'

export type AccountTables = {
  account: {
    id: string
    email: string
    email_key: string
    display_name: string
    state: 'active' | 'closed'
    administrator: boolean
    created_at: string
  }
  session: {
    token_hash: string
    account_id: string
    membership_id: string | null
    created_at: string
    last_seen_at: string
    expires_at: string
  }
  credential: { account_id: string; password_hash: string; changed_at: string }
  persona: { account_id: string; position: number; title: string; description: string }
}

/** The transaction, knowing the tables of this slice. */
export const accountsOf = (tx: Tx) => tx.withTables<AccountTables>()
