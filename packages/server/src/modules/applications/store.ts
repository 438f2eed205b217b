import { type CalendarDate, day, isoDate, type Sensitivity } from '@maillage/kernel'
import type { ApplicationRefusalReason, ApplicationState, TransitionName } from '@maillage/rules/applications'
import { type Selectable, sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import { type Application, isProcessed, type SenderKind } from './model.ts'
import { type ApplicationTables, applicationsOf } from './tables.ts'

type Reading = Pick<Ctx, 'tx'>

/** What of an application its two sides may read: not whose hand wrote it, which some services keep to themselves. */
const READ = [
  'id',
  'person_id',
  'receiver_siae_id',
  'receiver_organisation_id',
  'sender_kind',
  'state',
  'message',
  'wanted_post',
  'sent_on',
  'promised_on',
  'last_moved_on',
  'refusal_reason',
  'answer',
  'archived_on',
  'version',
] as const

function applicationOf(row: Pick<Selectable<ApplicationTables['application']>, (typeof READ)[number]>): Application {
  return {
    id: row.id,
    personId: row.person_id,
    siaeId: row.receiver_siae_id,
    organisationId: row.receiver_organisation_id,
    senderKind: row.sender_kind,
    state: row.state,
    message: row.message,
    wantedPost: row.wanted_post,
    sentOn: day(row.sent_on),
    promisedOn: day(row.promised_on),
    lastMovedOn: day(row.last_moved_on),
    refusalReason: row.refusal_reason,
    answer: row.answer,
    archivedOn: row.archived_on === null ? null : day(row.archived_on),
    version: row.version,
  }
}

/** One application; row security shows it to the teams of its two sides. */
export async function findApplication({ tx }: Reading, id: string): Promise<Application | undefined> {
  const row = await applicationsOf(tx).selectFrom('application').select(READ).where('id', '=', id).executeTakeFirst()
  return row && applicationOf(row)
}

/** Minutes since anybody proposed this person to this structure; null when nobody did. */
export async function minutesSinceLast({ tx, now }: Ctx, personId: string, siaeId: string): Promise<number | null> {
  const { rows } = await sql<{ at: string | null }>`select last_application_to(${personId}, ${siaeId}) as at`.execute(tx)
  const at = rows[0]?.at
  return at ? Math.floor((now.epochMilliseconds - Temporal.Instant.from(at).epochMilliseconds) / 60_000) : null
}

export interface SentApplication {
  readonly id: string
  readonly personId: string
  readonly siaeId: string
  readonly unitId: string
  readonly senderKind: SenderKind
  readonly senderName: string
  readonly sensitivity: Sensitivity
  readonly message: string
  readonly wantedPost: string | null
  readonly promisedOn: CalendarDate
}

/** Writes an application with its two sides: the teams that receive it may read the person from now on. */
export async function sendApplication({ tx, today, now }: Ctx, sent: SentApplication): Promise<void> {
  await sql`select send_application(${sent.id}, ${sent.personId}, ${sent.siaeId}, ${sent.unitId}, ${sent.senderKind}, ${sent.senderName},
    ${sent.sensitivity}, ${sent.message}, ${sent.wantedPost}, ${isoDate(today)}, ${isoDate(sent.promisedOn)}, ${now.toString()})`.execute(
    tx,
  )
}

/** A passage from a state to another, and what is said of it. */
export interface Move {
  readonly transition: TransitionName
  readonly to: ApplicationState
  readonly actor: 'receiver' | 'clock'
  readonly on: CalendarDate
  readonly reason?: ApplicationRefusalReason | undefined
  readonly answer?: string | undefined
}

type Writing = Pick<Ctx, 'tx' | 'now'> & { readonly recordedBy: string | null; readonly nextId: () => string }

/** Writes a passage on an application that nobody changed since it was read; false when somebody did. */
export async function writeMove({ tx, now, recordedBy, nextId }: Writing, application: Application, move: Move): Promise<boolean> {
  const { id, state, version } = application
  const refused = move.to === 'refused'
  const takenOut = application.archivedOn !== null && move.actor === 'receiver'
  if (takenOut) await sql`select take_out_application(${id})`.execute(tx)
  const { numUpdatedRows } = await applicationsOf(tx)
    .updateTable('application')
    .set({
      state: move.to,
      last_moved_on: isoDate(move.on),
      processed_at: isProcessed(move.to) ? now.toString() : null,
      refusal_reason: refused ? (move.reason ?? application.refusalReason) : null,
      answer: move.answer ?? null,
      archived_on: takenOut || application.archivedOn === null ? null : isoDate(application.archivedOn),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await applicationsOf(tx)
    .insertInto('application_transition')
    .values({
      id: nextId(),
      application_id: id,
      transition: move.transition,
      from_state: state,
      to_state: move.to,
      actor: move.actor,
      reason: move.reason ?? null,
      answer: move.answer ?? null,
      happened_on: isoDate(move.on),
      recorded_at: now.toString(),
      recorded_by: recordedBy,
    })
    .execute()
  return true
}

/** The teams of another structure of the same carrier come in, the first ones leave. */
export async function openToAnother({ tx, now }: Ctx, applicationId: string, siaeId: string): Promise<void> {
  await sql`select transfer_application(${applicationId}, ${siaeId}, ${now.toString()})`.execute(tx)
}

/** Applications that have not been put away and did not move since a day: what the clock looks at. */
export async function quietSince({ tx }: Reading, day: CalendarDate, limit: number, afterId: string): Promise<readonly Application[]> {
  const rows = await applicationsOf(tx)
    .selectFrom('application')
    .select(READ)
    .where('last_moved_on', '<=', isoDate(day))
    .where('archived_on', 'is', null)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(applicationOf)
}

/** The other applications of a person that wait for an answer. */
export async function othersWaiting({ tx }: Reading, personId: string, but: string | null): Promise<readonly Application[]> {
  const rows = await applicationsOf(tx)
    .selectFrom('application')
    .select(READ)
    .where('person_id', '=', personId)
    .where('state', 'in', ['new', 'processing', 'postponed'])
    .$if(but !== null, (query) => query.where('id', '<>', but))
    .execute()
  return rows.map(applicationOf)
}

/** Puts an application away: it leaves the lists, nothing of it is lost, and its receiver no longer reads the person. */
export async function archive({ tx }: Reading, { id, version }: Application, on: CalendarDate): Promise<void> {
  await applicationsOf(tx)
    .updateTable('application')
    .set({ archived_on: isoDate(on), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
  await sql`update person_access set ends_on = greatest(starts_on, ${isoDate(on)}::date)
    where source = 'application' and source_id = ${id} and ends_on > ${isoDate(on)}`.execute(tx)
}
