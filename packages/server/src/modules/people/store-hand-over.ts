import { addDays, type CalendarDate, isoDate } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import type { FollowedFile } from './queries/files-followed-by.ts'
import { peopleOf } from './tables.ts'

interface HandOver {
  readonly to: { readonly membershipId: string; readonly accountId: string }
  readonly first: CalendarDate
  /** Null: for good. */
  readonly last: CalendarDate | null
}

/** Writes the new referents or deputies of these files, with the right that goes with each: three statements, however many files. */
export async function insertSuccessors(ctx: Ctx, files: readonly FollowedFile[], { to, first, last }: HandOver): Promise<void> {
  if (files.length === 0) return
  const rows = files.map((file) => {
    // Nobody stands in for a referent who has ended.
    const until = last === null ? file.lastDay : [isoDate(last), file.lastDay ?? '2999-12-31'].toSorted()[0]
    return { ...file, id: ctx.ids.next(), accessId: ctx.ids.next(), until: until ?? null }
  })
  await peopleOf(ctx.tx)
    .insertInto('referent')
    .values(
      rows.map(({ id, personId, unitId, role, until }) => ({
        id,
        person_id: personId,
        organisation_id: ctx.actor.hat?.organisationId ?? '',
        unit_id: unitId,
        membership_id: to.membershipId,
        role,
        deputy: last !== null,
        first_day: isoDate(first),
        last_day: until,
        recorded_at: ctx.now.toString(),
        recorded_by: ctx.actor.accountId,
      })),
    )
    .execute()
  const of = (key: 'accessId' | 'personId' | 'unitId' | 'id') => sql`${rows.map((row) => row[key])}::uuid[]`
  await sql`select grant_access(each.access, each.person, each.unit, ${to.accountId}, 'referent', ${last === null ? 'referent' : 'deputy'}, each.referent,
      ${isoDate(first)}, each.until)
    from unnest(${of('accessId')}, ${of('personId')}, ${of('unitId')}, ${of('id')}, ${rows.map(({ until }) => until)}::date[])
      as each (access, person, unit, referent, until)`.execute(ctx.tx)
}

/** Ends the referents of these files the day before another takes over, today at the earliest, and the rights they opened. */
export async function endPredecessors(ctx: Ctx, files: readonly FollowedFile[], first: CalendarDate): Promise<void> {
  if (files.length === 0) return
  const last = isoDate(addDays(first, -1) < ctx.today ? ctx.today : addDays(first, -1))
  const ids = files.map(({ referentId }) => referentId)
  await peopleOf(ctx.tx).updateTable('referent').set({ last_day: last }).where('id', 'in', ids).execute()
  await sql`select end_access(each.person, each.referent, ${last})
    from unnest(${files.map(({ personId }) => personId)}::uuid[], ${ids}::uuid[]) as each (person, referent)`.execute(ctx.tx)
}
