import { type CalendarDate, isoDate } from '@maillage/kernel'
import type { Ctx } from '../../platform/command/context.ts'
import type { Assignment, Availability } from './model.ts'
import { assignmentsOf } from './tables.ts'

const dayOrNull = (of: CalendarDate | null) => (of === null ? null : isoDate(of))
const by = (ctx: Ctx) => ({ recorded_at: ctx.now.toString(), recorded_by: ctx.actor.accountId })

export async function insertAssignment(
  ctx: Ctx,
  mission: Omit<Assignment, 'agreedLastDay' | 'endReason' | 'cancelled' | 'version'> & { readonly communeId: string },
): Promise<void> {
  await assignmentsOf(ctx.tx)
    .insertInto('assignment')
    .values({
      id: mission.id,
      stay_id: mission.stayId,
      person_id: mission.personId,
      organisation_id: mission.organisationId,
      siae_id: mission.siaeId,
      client_id: mission.clientId,
      request_id: mission.requestId,
      work: mission.work,
      commune_id: mission.communeId,
      first_day: isoDate(mission.firstDay),
      last_day: dayOrNull(mission.lastDay),
      agreed_last_day: dayOrNull(mission.lastDay),
      weekly_hours: mission.weeklyHours,
      weekdays: [...mission.weekdays],
      schedule: mission.schedule,
      agreement_signed_on: dayOrNull(mission.agreementSignedOn),
      contract_given_on: dayOrNull(mission.contractGivenOn),
      end_reason: null,
      ...by(ctx),
    })
    .execute()
}

/** @returns false when somebody changed it since it was read */
export async function updateAssignment(
  ctx: Ctx,
  { id, version }: { readonly id: string; readonly version: number },
  change: Partial<Pick<Assignment, 'lastDay' | 'endReason' | 'agreementSignedOn' | 'contractGivenOn'>> | 'cancel',
): Promise<boolean> {
  const set =
    change === 'cancel'
      ? { cancelled_at: ctx.now.toString(), cancelled_by: ctx.actor.accountId }
      : {
          ...(change.lastDay === undefined ? {} : { last_day: dayOrNull(change.lastDay) }),
          ...(change.endReason === undefined ? {} : { end_reason: change.endReason }),
          ...(change.agreementSignedOn === undefined ? {} : { agreement_signed_on: dayOrNull(change.agreementSignedOn) }),
          ...(change.contractGivenOn === undefined ? {} : { contract_given_on: dayOrNull(change.contractGivenOn) }),
        }
  const { numUpdatedRows } = await assignmentsOf(ctx.tx)
    .updateTable('assignment')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What somebody says of when they can work; what they said before stays readable. */
export async function insertAvailability(
  ctx: Ctx,
  { personId, organisationId, ...said }: Availability & { readonly personId: string; readonly organisationId: string },
): Promise<void> {
  await assignmentsOf(ctx.tx)
    .insertInto('availability')
    .values({
      id: ctx.ids.next(),
      person_id: personId,
      organisation_id: organisationId,
      weekly_hours: said.weeklyHours,
      weekdays: [...said.weekdays],
      schedule: said.schedule,
      licence: said.licence,
      vehicle: said.vehicle,
      ...by(ctx),
    })
    .execute()
}

/** Keeps the hours of some days of a mission, in place of those that were typed and not validated. */
export async function writeStatement(
  ctx: Ctx,
  statement: {
    readonly id: string | null
    readonly version: number
    readonly assignment: Pick<Assignment, 'id' | 'personId' | 'organisationId'>
    readonly first: CalendarDate
    readonly last: CalendarDate
    readonly dayHours: readonly number[]
    readonly signedOn: CalendarDate | null
  },
): Promise<boolean> {
  const db = assignmentsOf(ctx.tx)
  const told = { day_hours: [...statement.dayHours], signed_on: dayOrNull(statement.signedOn) }
  if (statement.id === null) {
    const { id, personId, organisationId } = statement.assignment
    await db
      .insertInto('time_statement')
      .values({
        id: ctx.ids.next(),
        assignment_id: id,
        person_id: personId,
        organisation_id: organisationId,
        first_day: isoDate(statement.first),
        last_day: isoDate(statement.last),
        ...told,
        ...by(ctx),
      })
      .execute()
    return true
  }
  const { numUpdatedRows } = await db
    .updateTable('time_statement')
    .set({ ...told, version: statement.version + 1 })
    .where('id', '=', statement.id)
    .where('version', '=', statement.version)
    .where('validated_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Says that the hours of a statement are right, or takes it back. */
export async function markStatement(
  ctx: Ctx,
  { id, version }: { readonly id: string; readonly version: number },
  validated: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await assignmentsOf(ctx.tx)
    .updateTable('time_statement')
    .set({
      validated_at: validated ? ctx.now.toString() : null,
      validated_by: validated ? ctx.actor.accountId : null,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('validated_at', validated ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
