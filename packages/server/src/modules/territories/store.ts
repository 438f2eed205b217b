import { day, frenchDate, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import { DRAWN_KINDS, type DrawnTerritory } from './model.ts'
import { placeKey } from './place-key.ts'
import { territoriesOf } from './tables.ts'

/** A grouping drawn here, by its id. */
export async function findDrawn({ tx }: Pick<Ctx, 'tx'>, id: string): Promise<DrawnTerritory | undefined> {
  const row = await territoriesOf(tx).selectFrom('territory').selectAll().where('id', '=', id).executeTakeFirst()
  const kind = DRAWN_KINDS.find((each) => each === row?.kind)
  if (!row || !kind || row.organisation_id === null) return undefined
  const open = { first: day(row.first_day), last: row.last_day === null ? null : day(row.last_day) }
  return { id, kind, name: row.name, organisationId: row.organisation_id, open }
}

/** Writes a grouping and its communes; `territory_drawn_name_once` stands behind the check of its name. */
export async function insertDrawn(
  ctx: Ctx,
  drawn: DrawnTerritory & { readonly code: string; readonly origin: string },
  communes: readonly string[],
): Promise<void> {
  const [first, vintage] = [isoDate(drawn.open.first), `dessiné le ${frenchDate(ctx.today)}`]
  await territoriesOf(ctx.tx)
    .insertInto('territory')
    .values({
      id: drawn.id,
      kind: drawn.kind,
      code: drawn.code,
      name: drawn.name,
      name_key: placeKey(drawn.name),
      time_zone: null,
      first_day: first,
      last_day: null,
      vintage,
      origin: drawn.origin,
      organisation_id: drawn.organisationId,
      recorded_by: ctx.actor.accountId,
    })
    .execute()
  await sql`
    insert into territory_membership (member_id, group_id, first_day, vintage)
    select distinct 'commune-' || code, ${drawn.id}, ${first}::date, ${vintage} from unnest(${communes}::text[]) as code`.execute(ctx.tx)
}

/** Ends a grouping; what was said with it keeps its map. */
export async function closeDrawn(ctx: Ctx, drawn: DrawnTerritory): Promise<void> {
  await territoriesOf(ctx.tx)
    .updateTable('territory')
    .set({ last_day: drawn.open.last === null ? null : isoDate(drawn.open.last) })
    .where('id', '=', drawn.id)
    .execute()
}
