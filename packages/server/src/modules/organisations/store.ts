import {
  addDays,
  type CalendarDate,
  day,
  isoDate,
  normalised,
  type OpenPeriod,
  type Period,
  type Siren,
  type Siret,
} from '@maillage/kernel'
import { type Selectable, sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import type { Delegation, Membership, Siae, Succession, Unit, Worksite } from './model.ts'
import { type OrganisationTables, openOf, organisationsOf } from './tables.ts'

type Reading = Pick<Ctx, 'tx'>
type Row<Table extends keyof OrganisationTables> = Selectable<OrganisationTables[Table]>

const lastDayOf = ({ last }: OpenPeriod) => (last === null ? null : isoDate(last))
const recordedBy = (ctx: Ctx) => ({ recorded_at: ctx.now.toString(), recorded_by: ctx.actor.accountId })

function siaeOf(row: Row<'siae'>): Siae {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    kind: row.kind,
    name: row.name,
    territoryId: row.territory_id,
    open: openOf(row),
  }
}

function worksiteOf(row: Row<'worksite'>): Worksite {
  const { id, name, address, version } = row
  return {
    id,
    name,
    address,
    version,
    siaeId: row.siae_id,
    organisationId: row.organisation_id,
    communeId: row.commune_id,
    open: openOf(row),
  }
}

function unitOf({ id, name, kind, version, ...row }: Row<'unit'>): Unit {
  return { id, name, kind, version, organisationId: row.organisation_id, siaeId: row.siae_id, open: openOf(row) }
}

function membershipOf({ id, role, ...row }: Row<'membership'>): Membership {
  return { id, role, accountId: row.account_id, organisationId: row.organisation_id, displayName: row.display_name, open: openOf(row) }
}

function delegationOf({ id, ...row }: Row<'delegation'>): Delegation {
  return {
    id,
    organisationId: row.organisation_id,
    fromMembershipId: row.from_membership_id,
    toMembershipId: row.to_membership_id,
    period: { first: day(row.first_day), last: day(row.last_day) },
  }
}

export async function findOrganisation(
  { tx }: Reading,
  id: string,
): Promise<{ id: string; name: string; siren: Siren | null } | undefined> {
  const row = await organisationsOf(tx).selectFrom('organisation').select(['id', 'name', 'siren']).where('id', '=', id).executeTakeFirst()
  return row && { ...row, siren: row.siren as Siren | null }
}

type Held = Row<'organisation_function'>['function']

/** The territories where an organisation holds a function on a day. */
export async function territoriesOf({ tx }: Reading, organisationId: string, held: Held, on: CalendarDate): Promise<readonly string[]> {
  const rows = await organisationsOf(tx)
    .selectFrom('organisation_function')
    .select('territory_id')
    .where('organisation_id', '=', organisationId)
    .where('function', '=', held)
    .where('first_day', '<=', isoDate(on))
    .where((is) => is.or([is('last_day', 'is', null), is('last_day', '>=', isoDate(on))]))
    .execute()
  return rows.map(({ territory_id }) => territory_id)
}

/** The départements that a function reaches on a day: a CCAS acts in a commune, a PLIE in several. */
export async function departementsOf({ tx }: Reading, organisationId: string, held: Held, on: CalendarDate): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct departements_of(territory_id) as id from organisation_function
    where organisation_id = ${organisationId} and function = ${held}
      and first_day <= ${isoDate(on)} and (last_day is null or last_day >= ${isoDate(on)})`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function findSiae({ tx }: Reading, id: string): Promise<Siae | undefined> {
  const row = await organisationsOf(tx).selectFrom('siae').selectAll().where('id', '=', id).executeTakeFirst()
  return row && siaeOf(row)
}

/** The number that has no end yet. */
export async function latestSiret({ tx }: Reading, siaeId: string): Promise<{ number: Siret; first: CalendarDate } | undefined> {
  const row = await organisationsOf(tx)
    .selectFrom('siae_siret')
    .selectAll()
    .where('siae_id', '=', siaeId)
    .where('last_day', 'is', null)
    .executeTakeFirst()
  return row && { number: row.siret as Siret, first: day(row.first_day) }
}

/** Another structure of the same kind under a number: one establishment holds one agreement of each kind. */
export async function otherSiaeWithSiret({ tx }: Reading, siae: Siae, siret: Siret): Promise<Siae | undefined> {
  const row = await organisationsOf(tx)
    .selectFrom('siae')
    .innerJoin('siae_siret', 'siae_siret.siae_id', 'siae.id')
    .selectAll('siae')
    .where('siae_siret.siret', '=', siret)
    .where('siae_siret.last_day', 'is', null)
    .where('siae.kind', '=', siae.kind)
    .where('siae.id', '<>', siae.id)
    .executeTakeFirst()
  return row && siaeOf(row)
}

/** Gives a structure its new number: the one before ends the day before. */
export async function replaceSiret({ tx }: Ctx, siaeId: string, siret: Siret, first: CalendarDate): Promise<void> {
  const db = organisationsOf(tx)
  await db
    .updateTable('siae_siret')
    .set({ last_day: isoDate(addDays(first, -1)) })
    .where('siae_id', '=', siaeId)
    .where('last_day', 'is', null)
    .execute()
  await db
    .insertInto('siae_siret')
    .values({ siae_id: siaeId, siret, first_day: isoDate(first), last_day: null })
    .execute()
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
      last_day: lastDayOf(worksite.open),
      ...recordedBy(ctx),
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
      last_day: lastDayOf(worksite.open),
      version: worksite.version + 1,
    })
    .where('id', '=', worksite.id)
    .where('version', '=', worksite.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function findUnit({ tx }: Reading, id: string): Promise<Unit | undefined> {
  const row = await organisationsOf(tx).selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()
  return row && unitOf(row)
}

/** Writes a new team; `unit_name_once` stands behind its name. */
export async function insertUnit(ctx: Ctx, { id, organisationId, siaeId, name, kind, open }: Omit<Unit, 'version'>): Promise<void> {
  await organisationsOf(ctx.tx)
    .insertInto('unit')
    .values({
      id,
      organisation_id: organisationId,
      siae_id: siaeId,
      name,
      kind,
      first_day: isoDate(open.first),
      last_day: lastDayOf(open),
      ...recordedBy(ctx),
    })
    .execute()
}

/** Changes the name or the last day of a team that nobody changed since `unit.version`; false when somebody did. */
export async function updateUnit({ tx }: Ctx, { id, name, open, version }: Unit): Promise<boolean> {
  const { numUpdatedRows } = await organisationsOf(tx)
    .updateTable('unit')
    .set({ name, last_day: lastDayOf(open), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function findMembership({ tx }: Reading, id: string): Promise<Membership | undefined> {
  const row = await organisationsOf(tx).selectFrom('membership').selectAll().where('id', '=', id).executeTakeFirst()
  return row && membershipOf(row)
}

/** Every hat given in an organisation, ended ones included; row security keeps it to one's own. */
export async function membershipsOf({ tx }: Reading, organisationId: string): Promise<readonly Membership[]> {
  const rows = await organisationsOf(tx).selectFrom('membership').selectAll().where('organisation_id', '=', organisationId).execute()
  return rows.map(membershipOf)
}

export async function insertMembership(ctx: Ctx, { id, accountId, organisationId, displayName, role, open }: Membership): Promise<void> {
  await organisationsOf(ctx.tx)
    .insertInto('membership')
    .values({
      id,
      account_id: accountId,
      organisation_id: organisationId,
      display_name: displayName,
      role,
      first_day: isoDate(open.first),
      last_day: lastDayOf(open),
      ...recordedBy(ctx),
    })
    .execute()
}

/** Ends hats on a day, and with them, the same day, the teams and the delegations that hang on them. */
export async function endMemberships(ctx: Ctx, ids: readonly string[], last: CalendarDate): Promise<void> {
  const db = organisationsOf(ctx.tx)
  const last_day = isoDate(last)
  await db.updateTable('membership').set({ last_day }).where('id', 'in', ids).execute()
  await db
    .updateTable('membership_unit')
    .set({ last_day })
    .where('membership_id', 'in', ids)
    .where((is) => is.or([is('last_day', 'is', null), is('last_day', '>', last_day)]))
    .execute()
  const hanging = db
    .updateTable('delegation')
    .where('withdrawn_at', 'is', null)
    .where((is) => is.or([is('from_membership_id', 'in', ids), is('to_membership_id', 'in', ids)]))
  await hanging.set({ withdrawn_at: ctx.now.toString() }).where('first_day', '>', last_day).execute()
  await hanging.set({ last_day }).where('first_day', '<=', last_day).where('last_day', '>', last_day).execute()
}

/** The stay of a member in a team that holds a day. */
export async function placeInUnit(
  { tx }: Reading,
  membershipId: string,
  unitId: string,
  on: CalendarDate,
): Promise<OpenPeriod | undefined> {
  const row = await organisationsOf(tx)
    .selectFrom('membership_unit')
    .selectAll()
    .where('membership_id', '=', membershipId)
    .where('unit_id', '=', unitId)
    .where('first_day', '<=', isoDate(on))
    .where((is) => is.or([is('last_day', 'is', null), is('last_day', '>=', isoDate(on))]))
    .executeTakeFirst()
  return row && openOf(row)
}

/** Puts a member in a team. */
export async function insertPlace({ tx }: Ctx, { id, organisationId }: Membership, unitId: string, open: OpenPeriod): Promise<void> {
  await organisationsOf(tx)
    .insertInto('membership_unit')
    .values({
      membership_id: id,
      unit_id: unitId,
      organisation_id: organisationId,
      first_day: isoDate(open.first),
      last_day: lastDayOf(open),
    })
    .execute()
}

/** Moves the end of a stay in a team that began on `open.first`. */
export async function updatePlace({ tx }: Ctx, membershipId: string, unitId: string, open: OpenPeriod): Promise<void> {
  await organisationsOf(tx)
    .updateTable('membership_unit')
    .set({ last_day: lastDayOf(open) })
    .where('membership_id', '=', membershipId)
    .where('unit_id', '=', unitId)
    .where('first_day', '=', isoDate(open.first))
    .execute()
}

/** Everybody leaves a team that closes, the day it closes. */
export async function emptyUnit({ tx }: Ctx, unitId: string, last: CalendarDate): Promise<void> {
  await organisationsOf(tx)
    .updateTable('membership_unit')
    .set({ last_day: isoDate(last) })
    .where('unit_id', '=', unitId)
    .where((is) => is.or([is('last_day', 'is', null), is('last_day', '>', isoDate(last))]))
    .execute()
}

/** A delegation that has not been withdrawn. */
export async function findDelegation({ tx }: Reading, id: string): Promise<Delegation | undefined> {
  const row = await organisationsOf(tx)
    .selectFrom('delegation')
    .selectAll()
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row && delegationOf(row)
}

/** What a member gave to another that meets these days. */
export async function overlappingDelegation(
  { tx }: Reading,
  from: string,
  to: string,
  { first, last }: Period,
): Promise<Delegation | undefined> {
  const row = await organisationsOf(tx)
    .selectFrom('delegation')
    .selectAll()
    .where('from_membership_id', '=', from)
    .where('to_membership_id', '=', to)
    .where('withdrawn_at', 'is', null)
    .where('first_day', '<=', isoDate(last))
    .where('last_day', '>=', isoDate(first))
    .executeTakeFirst()
  return row && delegationOf(row)
}

export async function insertDelegation(
  ctx: Ctx,
  { id, period, reason, ...delegation }: Delegation & { readonly reason: string },
): Promise<void> {
  await organisationsOf(ctx.tx)
    .insertInto('delegation')
    .values({
      id,
      organisation_id: delegation.organisationId,
      from_membership_id: delegation.fromMembershipId,
      to_membership_id: delegation.toMembershipId,
      reason,
      first_day: isoDate(period.first),
      last_day: isoDate(period.last),
      ...recordedBy(ctx),
    })
    .execute()
}

/** Ends a delegation on a day; one that begins later is withdrawn. */
export async function endDelegationOn(ctx: Ctx, { id, period }: Delegation, last: CalendarDate): Promise<void> {
  const change = last < period.first ? { withdrawn_at: ctx.now.toString() } : { last_day: isoDate(last) }
  await organisationsOf(ctx.tx).updateTable('delegation').set(change).where('id', '=', id).execute()
}

/** The right to prescribe that meets these days. */
export async function overlappingAuthorisation(
  { tx }: Reading,
  organisationId: string,
  { first, last }: Period,
): Promise<Row<'authorisation'> | undefined> {
  return organisationsOf(tx)
    .selectFrom('authorisation')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('first_day', '<=', isoDate(last))
    .where((is) => is.or([is('last_day', 'is', null), is('last_day', '>=', isoDate(first))]))
    .orderBy('first_day')
    .executeTakeFirst()
}

export async function insertAuthorisation(
  ctx: Ctx,
  decision: { id: string; organisationId: string; prescriberKind: string; reference: string; decidedOn: CalendarDate; period: Period },
): Promise<void> {
  await organisationsOf(ctx.tx)
    .insertInto('authorisation')
    .values({
      id: decision.id,
      organisation_id: decision.organisationId,
      prescriber_kind: decision.prescriberKind,
      basis: 'prefect',
      reference: decision.reference,
      decided_on: isoDate(decision.decidedOn),
      first_day: isoDate(decision.period.first),
      last_day: isoDate(decision.period.last),
      ...recordedBy(ctx),
    })
    .execute()
}

function successionOf(row: Row<'siae_succession'>): Succession {
  return {
    id: row.id,
    siaeId: row.siae_id,
    organisationId: row.organisation_id,
    successorId: row.successor_id,
    successorOrganisationId: row.successor_organisation_id,
    lastDay: day(row.last_day),
    reason: row.reason,
    state: row.state,
  }
}

/** What was said of the end of a structure; row security shows it to the carrier that ends and to the one that takes over. */
export async function findSuccession({ tx }: Reading, id: string): Promise<Succession | undefined> {
  const row = await organisationsOf(tx).selectFrom('siae_succession').selectAll().where('id', '=', id).executeTakeFirst()
  return row && successionOf(row)
}

/** Writes that a structure ends; `siae_succession_once` stands behind it. */
export async function insertSuccession(ctx: Ctx, said: Succession): Promise<void> {
  await organisationsOf(ctx.tx)
    .insertInto('siae_succession')
    .values({
      id: said.id,
      siae_id: said.siaeId,
      organisation_id: said.organisationId,
      successor_id: said.successorId,
      successor_organisation_id: said.successorOrganisationId,
      last_day: isoDate(said.lastDay),
      reason: said.reason,
      state: 'waiting',
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.accountId,
    })
    .execute()
}

/** Whether a structure has a team the day after another one ends: without one nobody would hold its people. */
export async function hasTeam({ tx }: Reading, siaeId: string, lastDay: CalendarDate): Promise<boolean> {
  const row = await organisationsOf(tx)
    .selectFrom('unit')
    .select('id')
    .where('siae_id', '=', siaeId)
    .where((is) => is.or([is('last_day', 'is', null), is('last_day', '>', isoDate(lastDay))]))
    .executeTakeFirst()
  return row !== undefined
}

/** The end takes place: files, stays and contracts go on with the successor, or are sealed. How many people it touches. */
export async function carryOut(ctx: Ctx, successionId: string, mail: { readonly subject: string; readonly body: string }): Promise<number> {
  const { rows } = await sql<{ files: number }>`
    select succeed_siae(${successionId}, ${mail.subject}, ${mail.body}, ${ctx.now.toString()}) as files`.execute(ctx.tx)
  return Number(rows[0]?.files ?? 0)
}

/** The proposal comes to nothing: refused by the carrier asked, or withdrawn by the one that made it. */
export async function dropSuccession(ctx: Ctx, successionId: string, state: 'refused' | 'withdrawn'): Promise<void> {
  await organisationsOf(ctx.tx)
    .updateTable('siae_succession')
    .set({ state, answered_at: ctx.now.toString(), answered_by: ctx.actor.accountId })
    .where('id', '=', successionId)
    .execute()
}
