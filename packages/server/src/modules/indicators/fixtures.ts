import { randomUUIDv7 } from 'node:crypto'
import { daysOf, isoDate, type Month, month, monthsLater, type SiaeKind } from '@maillage/kernel'
import { type RecordedExitReason, sensitivityOfExit } from '@maillage/rules/exits'
import { sql } from 'kysely'
import { NOBODY } from '../../platform/command/context.ts'
import type { Tx } from '../../platform/database/database.ts'
import { anAgreement, anAnnex } from '../agreements/fixtures.ts'
import { anOrganisation, aSiae, aUnit } from '../organisations/fixtures.ts'

const RECORDED = '2026-01-02T09:00:00Z'

/** A structure with people who work all the year, months declared, exits; figures in hundredths where the tables hold hundredths. */
export interface PlannedSiae {
  readonly name?: string
  readonly kind?: SiaeKind
  readonly people?: number
  /** Hours counted of the structure in each declared month. */
  readonly hours?: number
  /** Months declared, from January 2026. */
  readonly declared?: number
  /** Posts of the annex of 2026; null: no annex. */
  readonly posts?: number | null
  /** Reasons of the exits of 30 June 2026. */
  readonly exits?: readonly RecordedExitReason[]
  /** Full-time equivalents of supervision, in hundredths; null: not declared. */
  readonly supervision?: number | null
  readonly territory?: string
  readonly commune?: string
  /** The communes where its people live, the first one first; the others live nowhere known. */
  readonly homes?: readonly string[]
  readonly organisation?: { readonly id: string }
}

const isoOf = (of: Month) => isoDate(daysOf(of).first)

/** Totals of a month as a validation writes them; the totals before are superseded. */
export async function aValidatedMonth(
  tx: Tx,
  siae: { readonly id: string },
  of: Month,
  { hours, people, validation = 1 }: { readonly hours: number; readonly people: number; readonly validation?: number },
): Promise<void> {
  await sql`
    insert into month_sheet (id, organisation_id, siae_id, territory_id, month, state, validations, recorded_at, recorded_by)
    select ${randomUUIDv7()}::uuid, organisation_id, id, territory_id, ${isoOf(of)}::date, 'validated', ${validation}::integer, ${RECORDED}::timestamptz, ${NOBODY}::uuid
    from siae where id = ${siae.id} on conflict (siae_id, month) do update set validations = excluded.validations, state = 'validated'`.execute(
    tx,
  )
  await sql`update month_total set superseded_at = now() where siae_id = ${siae.id} and month = ${isoOf(of)} and superseded_at is null`.execute(
    tx,
  )
  await sql`
    insert into month_total (id, sheet_id, validation, organisation_id, siae_id, territory_id, worksite_territory_id, month, measure, people, counted, paid, worked, recorded_at, recorded_by)
    select ${randomUUIDv7()}::uuid, id, ${validation}::integer, organisation_id, siae_id, territory_id, territory_id, month, 'common', ${people}::integer,
      ${hours * 100}::bigint, ${hours * 100}::bigint, ${hours * 100}::bigint, ${RECORDED}::timestamptz, ${NOBODY}::uuid
    from month_sheet where siae_id = ${siae.id} and month = ${isoOf(of)}`.execute(tx)
}

/** Everybody of a structure at once: with hundreds of people, a statement each would be what the test waits for. */
async function somePeople(tx: Tx, siae: { readonly id: string; readonly organisationId: string }, planned: PlannedSiae): Promise<void> {
  const unit = await aUnit(tx, { id: siae.organisationId }, { siae })
  const { people = 8, exits = [], homes = [] } = planned
  const rows = Array.from({ length: people }, (_, index) => {
    const reason = exits[index]
    return {
      person: randomUUIDv7(),
      stay: randomUUIDv7(),
      exit: randomUUIDv7(),
      hours: randomUUIDv7(),
      birth: `${1964 + ((index * 7) % 42)}-03-01`,
      sex: index % 3 === 0 ? 'M' : 'F',
      reason: reason ?? null,
      sensitivity: reason ? sensitivityOfExit(reason) : null,
      contact: randomUUIDv7(),
      home: homes[index] ?? null,
    }
  })
  const each = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as each (person uuid, stay uuid, exit uuid, hours uuid, birth date, sex text, reason text, sensitivity text, contact uuid, home text)`
  const by = sql`${RECORDED}::timestamptz, ${NOBODY}::uuid`
  const organisation = sql`${siae.organisationId}::uuid`
  await sql`insert into person (id, owner_org_id, state, birth_date, birth_precision, sex, recorded_at, recorded_by)
    select person, ${organisation}, 'confirmed', birth, 'day', sex, ${by} from ${each}`.execute(tx)
  await sql`insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, exit_day, recorded_at, recorded_by)
    select stay, person, ${organisation}, siae.id, ${unit.id}::uuid, siae.kind, '2025-06-01', case when reason is not null then '2026-06-30'::date end, ${by}
    from siae, ${each} where siae.id = ${siae.id}`.execute(tx)
  if (homes.length > 0) {
    await sql`insert into contact (id, person_id, kind, recorded_at, recorded_by) select contact, person, 'address', ${by} from ${each} where home is not null`.execute(
      tx,
    )
    await sql`insert into contact_version (contact_id, person_id, version, value, commune_id, safe, recorded_at, recorded_by)
      select contact, person, 1, '', home, true, ${by} from ${each} where home is not null`.execute(tx)
  }
  if (exits.length === 0) return
  await sql`insert into exit (id, stay_id, person_id, organisation_id, siae_id, recorded_at, recorded_by)
    select exit, stay, person, ${organisation}, ${siae.id}::uuid, ${by} from ${each} where reason is not null`.execute(tx)
  // A contract found lasts a year.
  await sql`insert into exit_version (exit_id, person_id, organisation_id, version, exit_on, found_first, found_last, reason_version, recorded_at, recorded_by)
    select exit, person, ${organisation}, 1, '2026-06-30', '2026-07-01', '2027-06-30', 1, ${by} from ${each} where reason is not null`.execute(
    tx,
  )
  await sql`insert into exit_reason (exit_id, version, person_id, organisation_id, reason, sensitivity, recorded_at, recorded_by)
    select exit, 1, person, ${organisation}, reason, sensitivity, ${by} from ${each} where reason is not null`.execute(tx)
  await sql`insert into hours (id, stay_id, person_id, organisation_id, siae_id, month, measure, recorded_at, recorded_by)
    select hours, stay, person, ${organisation}, ${siae.id}::uuid, '2026-06-01', 'common', ${by} from ${each} where reason is not null`.execute(
    tx,
  )
  await sql`insert into hours_version (hours_id, person_id, organisation_id, version, paid, worked, recorded_at, recorded_by)
    select hours, person, ${organisation}, 1, 30000, 30000, ${by} from ${each} where reason is not null`.execute(tx)
}

/** The months of 2026 that a structure declared, from January, all alike. */
async function someMonths(
  tx: Tx,
  siae: { readonly id: string },
  { many, hours, people }: { many: number; hours: number; people: number },
): Promise<void> {
  if (many === 0) return
  await sql`
    insert into month_sheet (id, organisation_id, siae_id, territory_id, month, state, validations, recorded_at, recorded_by)
    select gen_random_uuid(), organisation_id, id, territory_id, month::date, 'validated', 1, ${RECORDED}::timestamptz, ${NOBODY}::uuid
    from siae, generate_series('2026-01-01'::date, ${isoOf(monthsLater(month('2026-01'), many - 1))}::date, interval '1 month') as month
    where siae.id = ${siae.id}`.execute(tx)
  await sql`
    insert into month_total (id, sheet_id, validation, organisation_id, siae_id, territory_id, worksite_territory_id, month, measure, people, counted, paid, worked, recorded_at, recorded_by)
    select gen_random_uuid(), id, 1, organisation_id, siae_id, territory_id, territory_id, month, 'common', ${people}::integer,
      ${hours * 100}::bigint, ${hours * 100}::bigint, ${hours * 100}::bigint, ${RECORDED}::timestamptz, ${NOBODY}::uuid
    from month_sheet where siae_id = ${siae.id}`.execute(tx)
}

/** A structure of 2026 as it is planned, with its carrier. */
export async function aCountedSiae(
  tx: Tx,
  planned: PlannedSiae = {},
): Promise<{ readonly id: string; readonly organisationId: string; readonly name: string }> {
  const {
    name = 'Les Jardins du Lauragais',
    kind = 'ACI',
    people = 8,
    hours = 800,
    declared = 10,
    posts = 600,
    supervision = 200,
  } = planned
  const place = { territory: planned.territory ?? 'departement-11', commune: planned.commune ?? 'commune-11069' }
  const organisation =
    planned.organisation ?? (await anOrganisation(tx, { name: `Association de « ${name} »`, territory: place.territory }))
  const siae = await aSiae(tx, organisation, { kind, name, ...place })
  await somePeople(tx, siae, planned)
  if (posts !== null) await anAnnex(tx, siae, { agreement: await anAgreement(tx, siae), first: '2026-01-01', last: '2026-12-31', posts })
  await someMonths(tx, siae, { many: declared, hours, people })
  if (supervision !== null) {
    await sql`insert into staff_post (id, organisation_id, siae_id, role, label, fte, first_day, recorded_at, recorded_by)
      values (${randomUUIDv7()}, ${siae.organisationId}, ${siae.id}, 'technical_supervisor', 'Encadrement', ${supervision}, '2020-01-01', ${RECORDED}, ${NOBODY})`.execute(
      tx,
    )
  }
  return siae
}

/** Applications of people unknown elsewhere to a structure; answered after some days, or not; hired after some days, or not. */
export async function someApplications(
  tx: Tx,
  siae: { readonly id: string; readonly organisationId: string },
  sent: readonly { readonly sentOn: string; readonly answeredOn?: string; readonly hiredOn?: string }[],
): Promise<void> {
  for (const { sentOn, answeredOn, hiredOn } of sent) {
    const [person, application] = [randomUUIDv7(), randomUUIDv7()]
    await sql`insert into person (id, owner_org_id, state, birth_precision, recorded_at, recorded_by)
      values (${person}, ${siae.organisationId}, 'confirmed', 'unknown', ${RECORDED}, ${NOBODY})`.execute(tx)
    await sql`insert into application (id, person_id, receiver_siae_id, receiver_organisation_id, sender_kind, state, message, sent_on, promised_on, last_moved_on, processed_at, recorded_at, recorded_by)
      values (${application}, ${person}, ${siae.id}, ${siae.organisationId}, 'authorised-prescriber', ${answeredOn ? 'accepted' : 'new'}, 'x', ${sentOn},
        ${sentOn}::date + 30, ${answeredOn ?? sentOn}, ${answeredOn ? RECORDED : null}, ${RECORDED}, ${NOBODY})`.execute(tx)
    if (answeredOn)
      await sql`insert into application_transition (id, application_id, transition, from_state, to_state, actor, happened_on, recorded_at, recorded_by)
        values (${randomUUIDv7()}, ${application}, 'accept', 'new', 'accepted', 'receiver', ${answeredOn}, ${RECORDED}, ${NOBODY})`.execute(
        tx,
      )
    if (hiredOn) await aHireOf(tx, siae, person, application, hiredOn)
  }
}

async function aHireOf(
  tx: Tx,
  siae: { readonly id: string; readonly organisationId: string },
  person: string,
  application: string,
  hiredOn: string,
): Promise<void> {
  const [stay, contract, hire, unit] = [
    randomUUIDv7(),
    randomUUIDv7(),
    randomUUIDv7(),
    await aUnit(tx, { id: siae.organisationId }, { siae, name: `Équipe ${randomUUIDv7()}` }),
  ]
  await sql`insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, recorded_at, recorded_by)
    select ${stay}::uuid, ${person}::uuid, organisation_id, id, ${unit.id}::uuid, kind, ${hiredOn}::date, ${RECORDED}::timestamptz, ${NOBODY}::uuid from siae where id = ${siae.id}`.execute(
    tx,
  )
  await sql`insert into contract (id, stay_id, person_id, organisation_id, recorded_at, recorded_by)
    values (${contract}, ${stay}, ${person}, ${siae.organisationId}, ${RECORDED}, ${NOBODY})`.execute(tx)
  await sql`insert into hire (id, person_id, organisation_id, siae_id, application_id, stay_id, contract_id, hired_on, state, request_id, recorded_at, recorded_by)
    values (${hire}, ${person}, ${siae.organisationId}, ${siae.id}, ${application}, ${stay}, ${contract}, ${hiredOn}, 'declared', ${hire}, ${RECORDED}, ${NOBODY})`.execute(
    tx,
  )
}
