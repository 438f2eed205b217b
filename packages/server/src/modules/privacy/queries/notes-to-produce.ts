import { sql } from 'kysely'
import type { ReadCtx } from '../../../platform/command/read.ts'

/** What goes with an answer, without a word of it: the notes of one author. */
export interface NotesToProduce {
  readonly author: string
  readonly mine: boolean
  readonly notes: number
  readonly keptBack: number
}

/** The working notes that the answer to a request will give to the person, by author; nothing once it is answered. One statement. */
export async function notesToProduce({ tx }: Pick<ReadCtx, 'tx'>, requestId: string): Promise<readonly NotesToProduce[]> {
  const { rows } = await sql<NotesToProduce>`
    select author, mine, notes, kept_back as "keptBack" from notes_to_produce(${requestId}) order by mine desc, author`.execute(tx)
  return rows
}

/** How many notes of an organisation the person was not given, because they tell about somebody else; one statement. */
export async function notesKeptBack({ tx }: Pick<ReadCtx, 'tx'>, organisationId: string): Promise<number> {
  const { rows } = await sql<{ kept: number }>`select own_notes_kept_back(${organisationId}) as kept`.execute(tx)
  return rows[0]?.kept ?? 0
}
