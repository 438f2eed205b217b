import { day, isoDate, normalised } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import type { Siae, Worksite } from './model.ts'
import { type OrganisationTables, organisationsOf } from './tables.ts'

type Reading = Pick<Ctx, 'tx'>

const openOf = (row: { first_day: string; last_day: string | null }) => ({
  first: day(row.first_day),
  last: row.last_day === null ? null : day(row.last_day),
})

function siaeOf(row: OrganisationTables['siae']): Siae {
  return { id: row.id, organisationId: row.organisation_id, kind: row.kind, name: row.name, territoryId: row.territory_id, open: openOf(row) }
}

function worksiteOf(row: OrganisationTables['worksite']): Worksite {
  const { id, name, address, version } = row
  return { id, name, address, version, siaeId: row.siae_id, organisationId: row.organisation_id, communeId: row.commune_id, open: openOf(row) }
}

export async function findSiae({ tx }: Reading, id: string): Promise<Siae | undefined> {
  const row = await organisationsOf(tx).selectFrom('siae').selectAll().where('id', '=', id).executeTakeFirst()
  return row && siaeOf(row)
}

export async function findWorksite({ tx }: Reading, id: string): Promise<Worksite | undefined> {
  const row = await organisationsOf(tx).selectFrom('worksite').selectAll().where('id', '=', id).executeTakeFirst()
  return row && worksiteOf(row)
}

/** Writes a new worksite; `worksite_name_once` stands behind the check of its name. */
export async function insertWorksite(ctx: Ctx, worksite: Omit<Worksite, 'version'>): Promise<void> {
  await organisationsOf(ctx.tx)
    .insertInto('worksite')
    .values({
      id: worksite.id,
      organisation_id: worksite.organisationId,
      siae_id: worksite.siaeId,
      name: worksite.name,
      name_key: normalised(worksite.name),
      address: worksite.address,
      commune_id: worksite.communeId,
      first_day: isoDate(worksite.open.first),
      last_day: worksite.open.last === null ? null : isoDate(worksite.open.last),
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.accountId,
      version: 1,
    })
    .execute()
}

/** Changes a worksite that nobody changed since `worksite.version`; false when somebody did. */
export async function updateWorksite(ctx: Ctx, worksite: Worksite): Promise<boolean> {
  const { numUpdatedRows } = await organisationsOf(ctx.tx)
    .updateTable('worksite')
    .set({
      name: worksite.name,
      name_key: normalised(worksite.name),
      address: worksite.address,
      commune_id: worksite.communeId,
      last_day: worksite.open.last === null ? null : isoDate(worksite.open.last),
      version: worksite.version + 1,
    })
    .where('id', '=', worksite.id)
    .where('version', '=', worksite.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
