import { addDays, addYears, type CalendarDate, day, isoDate, normalised, type OpenPeriod } from '@maillage/kernel'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import type { Birth, ContactKind, NameKind, Names, ReadingGround, ReferentRole, Sex } from './model.ts'
import type { PersonFields } from './person-fields.ts'
import type { LegalRepresentative } from './queries/legal-representative.ts'
import { peopleOf } from './tables.ts'

const recordedBy = (ctx: Ctx) => ({ recorded_at: ctx.now.toString(), recorded_by: ctx.actor.accountId })

/** A way to reach somebody. `value` is empty for a home of which only the commune is known. */
export interface ContactValue {
  readonly kind: ContactKind
  readonly value: string
  readonly communeId: string | null
  readonly safe: boolean
}

type Typed = Pick<PersonFields, 'birthName' | 'usageName' | 'givenNames' | 'phone' | 'phoneSafe' | 'email' | 'emailSafe' | 'address'>

/** The ways to reach somebody that a form gives. */
export const contactsTyped = (
  { phone, phoneSafe = false, email, emailSafe = false, address }: Typed,
  communeId: string | null,
): readonly ContactValue[] => [
  ...(phone ? [{ kind: 'phone' as const, value: phone, communeId: null, safe: phoneSafe }] : []),
  ...(email ? [{ kind: 'email' as const, value: email, communeId: null, safe: emailSafe }] : []),
  ...(address || communeId ? [{ kind: 'address' as const, value: address ?? '', communeId, safe: false }] : []),
]

export const namesTyped = ({ birthName, usageName, givenNames }: Typed): readonly (readonly [Exclude<NameKind, 'former'>, string])[] => [
  ['birth', birthName],
  ['usage', usageName ?? ''],
  ['given', givenNames],
]

/** Writes ways to reach somebody, each with its first version. */
export async function insertContacts(ctx: Ctx, personId: string, contacts: readonly ContactValue[]): Promise<void> {
  if (contacts.length === 0) return
  const rows = contacts.map((contact) => ({ ...contact, id: ctx.ids.next() }))
  const db = peopleOf(ctx.tx)
  await db
    .insertInto('contact')
    .values(rows.map(({ id, kind }) => ({ id, kind, person_id: personId, ...recordedBy(ctx) })))
    .execute()
  await db
    .insertInto('contact_version')
    .values(
      rows.map(({ id, value, communeId, safe }) => ({
        contact_id: id,
        person_id: personId,
        version: 1,
        value,
        commune_id: communeId,
        safe,
        ...recordedBy(ctx),
      })),
    )
    .execute()
}

/** The file, its names and contacts, and the first right on it. */
export async function insertPerson(
  ctx: Ctx,
  { id, birth, communeId, ...typed }: PersonFields & { readonly id: string; readonly birth: Birth; readonly communeId: string | null },
): Promise<void> {
  const { hat } = ctx.actor
  const born = birth.date === null ? null : isoDate(birth.date)
  await sql`select create_person(${id}, ${typed.unitId}, ${typed.state}, ${born}, ${birth.precision}, null, null, ${typed.sex ?? null})`.execute(
    ctx.tx,
  )
  const names = namesTyped(typed).filter(([, value]) => value !== '')
  await peopleOf(ctx.tx)
    .insertInto('person_name')
    .values(
      names.map(([kind, value]) => ({
        id: ctx.ids.next(),
        person_id: id,
        owner_org_id: hat?.organisationId ?? '',
        kind,
        value,
        value_key: normalised(value),
        ...recordedBy(ctx),
      })),
    )
    .execute()
  await insertContacts(ctx, id, contactsTyped(typed, communeId))
}

/** Corrects a birth and a sex that nobody changed since this version; false when somebody did. */
export async function updateBirth({ tx }: Ctx, personId: string, version: number, birth: Birth, sex: Sex | null): Promise<boolean> {
  const { numUpdatedRows } = await peopleOf(tx)
    .updateTable('person')
    .set({ birth_date: birth.date === null ? null : isoDate(birth.date), birth_precision: birth.precision, sex, version: version + 1 })
    .where('id', '=', personId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Writes the day of a death, or that there was none; false when somebody changed the file since this version. */
export async function updateDeath({ tx }: Ctx, personId: string, version: number, diedOn: CalendarDate | null): Promise<boolean> {
  const { numUpdatedRows } = await peopleOf(tx)
    .updateTable('person')
    .set({ death_date: diedOn === null ? null : isoDate(diedOn), version: version + 1 })
    .where('id', '=', personId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Nothing is sent to the person any more, and nobody comes in by their way. */
export async function silencePerson({ tx, now }: Ctx, personId: string): Promise<void> {
  await sql`select silence_person(${personId}, ${now.toString()})`.execute(tx)
}

const FIELD_OF_NAME = { birth: 'birthName', usage: 'usageName', given: 'givenNames' } as const

/** Writes the names that changed; the fields they came from. */
export async function replaceNames(
  { tx, ids }: Ctx,
  card: Names & { readonly id: string },
  names: readonly (readonly [keyof typeof FIELD_OF_NAME, string])[],
): Promise<readonly string[]> {
  const changed = names.filter(([kind, value]) => (card[FIELD_OF_NAME[kind]] ?? '') !== value)
  for (const [kind, value] of changed)
    await sql`select replace_name(${ids.next()}, ${card.id}, ${kind}, ${value}, ${normalised(value)})`.execute(tx)
  return changed.map(([kind]) => FIELD_OF_NAME[kind])
}

const FIELD_OF_CONTACT = { phone: 'phone', email: 'email', address: 'address' } as const

/** Writes the ways to reach somebody that changed, each a new version; the fields they came from. */
export async function replaceContacts(
  ctx: Ctx,
  personId: string,
  typed: readonly ContactValue[],
  kinds: readonly ContactKind[] = ['phone', 'email', 'address'],
): Promise<readonly string[]> {
  const db = peopleOf(ctx.tx)
  const known = await db
    .selectFrom('contact')
    .innerJoin('contact_version as now', 'now.contact_id', 'contact.id')
    .select(['contact.id', 'contact.kind', 'contact.recorded_at', 'now.version', 'now.value', 'now.commune_id', 'now.safe'])
    .where('contact.person_id', '=', personId)
    .where('now.superseded_at', 'is', null)
    .orderBy('contact.recorded_at', 'desc')
    .execute()
  const changed: string[] = []
  for (const kind of kinds) {
    const now = known.find((each) => each.kind === kind)
    const next = typed.find((each) => each.kind === kind)
    if (now ? next && now.value === next.value && now.commune_id === next.communeId && now.safe === next.safe : !next) continue
    changed.push(FIELD_OF_CONTACT[kind])
    if (!now) {
      await insertContacts(ctx, personId, next ? [next] : [])
      continue
    }
    await db
      .updateTable('contact_version')
      .set({ superseded_at: ctx.now.toString() })
      .where('contact_id', '=', now.id)
      .where('superseded_at', 'is', null)
      .execute()
    if (next)
      await db
        .insertInto('contact_version')
        .values({
          contact_id: now.id,
          person_id: personId,
          version: now.version + 1,
          value: next.value,
          commune_id: next.communeId,
          safe: next.safe,
          ...recordedBy(ctx),
        })
        .execute()
  }
  return changed
}

const MAJORITY = 18

/** Writes who answers in law for a minor, until the day before eighteen; the one before is kept. */
export async function replaceRepresentative(
  ctx: Ctx,
  personId: string,
  now: LegalRepresentative | undefined,
  next: LegalRepresentative | null,
  birth: Birth,
): Promise<readonly string[]> {
  if (now ? next && now.name === next.name && now.relation === next.relation && now.phone === next.phone : !next) return []
  const db = peopleOf(ctx.tx)
  await db
    .updateTable('legal_representative')
    .set({ superseded_at: ctx.now.toString() })
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .execute()
  const until = addDays(addYears(birth.date ?? ctx.today, MAJORITY), -1)
  if (next)
    await db
      .insertInto('legal_representative')
      .values({ id: ctx.ids.next(), person_id: personId, ...next, until: isoDate(until), ...recordedBy(ctx) })
      .execute()
  return ['representative']
}

/** Who follows a person for an organisation. */
export interface Referent {
  readonly id: string
  readonly personId: string
  readonly organisationId: string
  readonly open: OpenPeriod
}

/** Writes who follows a person; `referent_once` stands behind it. */
export async function insertReferent(
  ctx: Ctx,
  named: Omit<Referent, 'organisationId'> & {
    readonly unitId: string
    readonly membershipId: string
    readonly role: ReferentRole
    readonly deputy: boolean
  },
): Promise<void> {
  const { id, personId, unitId, membershipId, role, deputy, open } = named
  await peopleOf(ctx.tx)
    .insertInto('referent')
    .values({
      id,
      person_id: personId,
      organisation_id: ctx.actor.hat?.organisationId ?? '',
      unit_id: unitId,
      membership_id: membershipId,
      role,
      deputy,
      first_day: isoDate(open.first),
      last_day: open.last === null ? null : isoDate(open.last),
      ...recordedBy(ctx),
    })
    .execute()
}

export async function findReferent({ tx }: Pick<Ctx, 'tx'>, id: string): Promise<Referent | undefined> {
  const row = await peopleOf(tx).selectFrom('referent').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id,
      personId: row.person_id,
      organisationId: row.organisation_id,
      open: { first: day(row.first_day), last: row.last_day === null ? null : day(row.last_day) },
    }
  )
}

export async function endReferentOn({ tx }: Pick<Ctx, 'tx'>, id: string, last: CalendarDate): Promise<void> {
  await peopleOf(tx)
    .updateTable('referent')
    .set({ last_day: isoDate(last) })
    .where('id', '=', id)
    .execute()
}

/** Opens the accompaniment file to the actor, a director, for the day that runs; false when they have opened as many as a day lets. */
export async function openReading(
  { tx }: Pick<Ctx, 'tx'>,
  {
    id,
    personId,
    ground,
    reason,
  }: { readonly id: string; readonly personId: string; readonly ground: ReadingGround; readonly reason: string },
): Promise<boolean> {
  const { rows } = await sql<{ answer: 'done' | 'too-many' }>`
    select read_with_reason(${id}, ${personId}, ${ground}, ${reason}) as answer`.execute(tx)
  return rows[0]?.answer === 'done'
}
