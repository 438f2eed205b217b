import { day, isoDate, type Siret } from '@maillage/kernel'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import type { Conclusion, Immersion } from './model.ts'
import { type ImmersionTables, immersionsOf } from './tables.ts'

type Reading = Pick<Ctx, 'tx'>
export type ImmersionRow = Selectable<ImmersionTables['immersion']>

/** A row as the slice speaks of it. */
export const immersionOf = (row: ImmersionRow): Immersion => ({
  id: row.id,
  personId: row.person_id,
  stayId: row.stay_id,
  organisationId: row.organisation_id,
  hostName: row.host_name,
  hostKind: row.host_kind,
  hostSiret: row.host_siret as Siret | null,
  hostPlace: row.host_place,
  tutor: row.tutor,
  object: row.object,
  tasks: row.tasks,
  schedule: row.schedule,
  prescribedBy: row.prescribed_by,
  first: day(row.first_day),
  last: day(row.last_day),
  renews: row.renews,
  conclusion:
    row.ended_on === null || row.outcome === null
      ? null
      : { endedOn: day(row.ended_on), outcome: row.outcome, hired: row.hired ?? false, learnt: row.learnt },
})

/** One immersion that stands; undefined when it is cancelled, or somebody else's. */
export async function findImmersion({ tx }: Reading, id: string): Promise<Immersion | undefined> {
  const row = await immersionsOf(tx)
    .selectFrom('immersion')
    .selectAll()
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return row && immersionOf(row)
}

/** The immersions of a person that stand, in the structures that the reader employs for, the oldest first. */
export async function immersionsOfPerson({ tx }: Reading, personId: string): Promise<readonly Immersion[]> {
  const rows = await immersionsOf(tx)
    .selectFrom('immersion')
    .selectAll()
    .where('person_id', '=', personId)
    .where('cancelled_at', 'is', null)
    .orderBy('first_day')
    .execute()
  return rows.map(immersionOf)
}

export async function insertImmersion(ctx: Ctx, { conclusion: _none, ...immersion }: Immersion): Promise<void> {
  await immersionsOf(ctx.tx)
    .insertInto('immersion')
    .values({
      id: immersion.id,
      person_id: immersion.personId,
      stay_id: immersion.stayId,
      organisation_id: immersion.organisationId,
      host_name: immersion.hostName,
      host_kind: immersion.hostKind,
      host_siret: immersion.hostSiret,
      host_place: immersion.hostPlace,
      tutor: immersion.tutor,
      object: immersion.object,
      tasks: immersion.tasks,
      schedule: immersion.schedule,
      prescribed_by: immersion.prescribedBy,
      first_day: isoDate(immersion.first),
      last_day: isoDate(immersion.last),
      renews: immersion.renews,
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.accountId,
    })
    .execute()
}

/** What became of it; said again, it replaces what was said. */
export async function conclude({ tx, now, actor }: Ctx, id: string, { endedOn, ...said }: Conclusion): Promise<void> {
  await immersionsOf(tx)
    .updateTable('immersion')
    .set({ ...said, ended_on: isoDate(endedOn), concluded_at: now.toString(), concluded_by: actor.accountId })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .execute()
}

/** @returns false when it was cancelled already. */
export async function cancel({ tx, now, actor }: Ctx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await immersionsOf(tx)
    .updateTable('immersion')
    .set({ cancelled_at: now.toString(), cancelled_by: actor.accountId })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
