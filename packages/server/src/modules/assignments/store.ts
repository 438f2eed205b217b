import { isoDate, normalised } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import type { ClientContact, HostClient, StaffingRequest } from './model.ts'
import { assignmentsOf } from './tables.ts'

const dayOrNull = (of: HostClient['lastDay']) => (of === null ? null : isoDate(of))
const by = (ctx: Ctx) => ({ recorded_at: ctx.now.toString(), recorded_by: ctx.actor.accountId })

export type ClientTerms = Omit<HostClient, 'id' | 'organisationId' | 'commune' | 'version'> & { readonly communeId: string }

const clientColumns = ({ category, name, communeId, siret, safety, lastDay }: ClientTerms) => ({
  category,
  name,
  name_key: normalised(name),
  commune_id: communeId,
  siret,
  safety,
  last_day: dayOrNull(lastDay),
})

export async function insertClient(
  ctx: Ctx,
  client: ClientTerms & { readonly id: string; readonly organisationId: string },
): Promise<void> {
  await assignmentsOf(ctx.tx)
    .insertInto('host_client')
    .values({ id: client.id, organisation_id: client.organisationId, ...clientColumns(client), ...by(ctx) })
    .execute()
}

/** @returns false when somebody changed it since it was read */
export async function updateClient(ctx: Ctx, id: string, version: number, terms: ClientTerms): Promise<boolean> {
  const { numUpdatedRows } = await assignmentsOf(ctx.tx)
    .updateTable('host_client')
    .set({ ...clientColumns(terms), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Says how to reach a client, in place of what was said; nothing said, nothing is kept. */
export async function writeContact(
  ctx: Ctx,
  client: { readonly id: string; readonly organisationId: string },
  contact: ClientContact,
): Promise<void> {
  const db = assignmentsOf(ctx.tx)
  await db.deleteFrom('host_client_contact').where('client_id', '=', client.id).execute()
  const { personToAsk, phone, email, address } = contact
  if (personToAsk === null && phone === null && email === null && address === null) return
  await db
    .insertInto('host_client_contact')
    .values({
      client_id: client.id,
      organisation_id: client.organisationId,
      person_to_ask: personToAsk,
      phone,
      email,
      address,
      ...by(ctx),
    })
    .execute()
}

export type RequestTerms = Pick<
  StaffingRequest,
  'work' | 'firstDay' | 'lastDay' | 'weeklyHours' | 'weekdays' | 'schedule' | 'people' | 'needsLicence' | 'needsVehicle'
> & { readonly communeId: string }

const requestColumns = (terms: RequestTerms) => ({
  work: terms.work,
  commune_id: terms.communeId,
  first_day: isoDate(terms.firstDay),
  last_day: dayOrNull(terms.lastDay),
  weekly_hours: terms.weeklyHours,
  weekdays: [...terms.weekdays],
  schedule: terms.schedule,
  people: terms.people,
  needs_licence: terms.needsLicence,
  needs_vehicle: terms.needsVehicle,
})

export async function insertRequest(
  ctx: Ctx,
  request: RequestTerms & Pick<StaffingRequest, 'id' | 'organisationId' | 'siaeId' | 'clientId'>,
): Promise<void> {
  await assignmentsOf(ctx.tx)
    .insertInto('staffing_request')
    .values({
      id: request.id,
      organisation_id: request.organisationId,
      siae_id: request.siaeId,
      client_id: request.clientId,
      ...requestColumns(request),
      state: 'open',
      drop_reason: null,
      ...by(ctx),
    })
    .execute()
}

/** @returns false when somebody changed it since it was read */
export async function updateRequest(
  ctx: Ctx,
  { id, version }: Pick<StaffingRequest, 'id' | 'version'>,
  change: RequestTerms | Pick<StaffingRequest, 'state' | 'dropReason'>,
): Promise<boolean> {
  const { numUpdatedRows } = await assignmentsOf(ctx.tx)
    .updateTable('staffing_request')
    .set({
      ...('state' in change ? { state: change.state, drop_reason: change.dropReason } : requestColumns(change)),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
