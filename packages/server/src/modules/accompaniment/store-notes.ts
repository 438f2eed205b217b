import { isoDate } from '@maillage/kernel'
import { noteKeptUntil } from '@maillage/rules/accompaniment'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import { notePurpose } from './model-notes.ts'
import { notesIn } from './tables-notes.ts'

/** The text as it stands, sealed for its row, and how long it is read from today on. */
const written = ({ keys, law, today, now, actor }: Ctx, id: string, text: string) => ({
  content: keys.seal(text, notePurpose(id)),
  kept_until: isoDate(noteKeptUntil(law, today)),
  recorded_at: now.toString(),
  recorded_by: actor.accountId,
})

export async function insertNote(
  ctx: Ctx,
  note: {
    readonly id: string
    readonly personId: string
    readonly organisationId: string
    readonly actId: string | null
    readonly text: string
  },
): Promise<void> {
  await notesIn(ctx.tx)
    .insertInto('working_note')
    .values({
      id: note.id,
      person_id: note.personId,
      organisation_id: note.organisationId,
      author_id: ctx.actor.accountId,
      act_id: note.actId,
      version: 1,
      ...written(ctx, note.id, note.text),
    })
    .execute()
}

/** Writes another text in the place of the one read: nothing is kept of it. False when it changed since this version, or is no longer mine. */
export async function replaceNote(ctx: Ctx, id: string, version: number, text: string): Promise<boolean> {
  const { numUpdatedRows } = await notesIn(ctx.tx)
    .updateTable('working_note')
    .set({ ...written(ctx, id, text), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function eraseNote({ tx }: Pick<Ctx, 'tx'>, id: string): Promise<boolean> {
  const { numDeletedRows } = await notesIn(tx).deleteFrom('working_note').where('id', '=', id).executeTakeFirst()
  return numDeletedRows === 1n
}

/** Gives the notes about a person, or about all, to the colleague who is their named referent; how many. */
export async function giveNotes({ tx }: Pick<Ctx, 'tx'>, membershipId: string, personId: string | null): Promise<number> {
  const { rows } = await sql<{ handed: number }>`select hand_over_notes(${membershipId}, ${personId}) as handed`.execute(tx)
  return rows[0]?.handed ?? 0
}

/** Whether the copy that the person asks for leaves a note out. False when it is no longer mine. */
export async function keepBack({ tx }: Pick<Ctx, 'tx'>, id: string, keptBack: boolean): Promise<boolean> {
  const { numUpdatedRows } = await notesIn(tx)
    .updateTable('working_note')
    .set({ kept_back: keptBack })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
