import { randomUUIDv7 } from 'node:crypto'
import { normalised } from '@maillage/kernel'
import { NOBODY } from '../../platform/command/context.ts'
import type { Tx } from '../../platform/database/database.ts'
import { TEST_DAY } from '../../platform/testing/database-test.ts'
import { aTeamAtWork, aWorkerNamed } from '../employment/fixtures.ts'
import { aWorksite } from '../organisations/fixtures.ts'
import type { Said } from './model.ts'
import type { Level } from './model-skills.ts'
import { supervisionOf } from './tables.ts'

/** A structure with one worksite, its supervisor, and two people who work there. */
export async function aSiteAtWork(tx: Tx) {
  const team = await aTeamAtWork(tx)
  const site = await aWorksite(tx, team.siae)
  const ana = await aWorkerNamed(tx, team, 'Benali', { worksite: site })
  const bea = await aWorkerNamed(tx, team, 'Garcia', { worksite: site })
  return { ...team, site, ana, bea, path: `/equipe-du-jour?site=${site.id}` }
}

/** What was noted of somebody on a day; present, noted the same day, when nothing else is said. */
export async function anAttendance(
  tx: Tx,
  {
    stay,
    person,
    organisation,
    site,
    by,
  }: {
    readonly stay: { readonly id: string }
    readonly person: { readonly id: string }
    readonly organisation: { readonly id: string }
    readonly site: { readonly id: string } | null
    readonly by: { readonly accountId: string }
  },
  {
    day = TEST_DAY,
    notedOn = day,
    reason = null,
    state = 'present',
    lateMinutes = null,
    half = null,
  }: Partial<Said> & { day?: string; notedOn?: string; reason?: string | null } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  const recorded = { recorded_at: `${notedOn}T08:00:00Z`, recorded_by: by.accountId }
  const of = { person_id: person.id, organisation_id: organisation.id }
  await supervisionOf(tx)
    .insertInto('attendance')
    .values({ id, stay_id: stay.id, worksite_id: site?.id ?? null, day, ...of, ...recorded })
    .execute()
  await supervisionOf(tx)
    .insertInto('attendance_version')
    .values({ attendance_id: id, version: 1, state, late_minutes: lateMinutes, half, noted_on: notedOn, reason, ...of, ...recorded })
    .execute()
  return { id }
}

/** A sentence about how somebody can work. */
export async function aConstraint(
  tx: Tx,
  of: {
    readonly person: { readonly id: string }
    readonly organisation: { readonly id: string }
    readonly by: { readonly accountId: string }
  },
  {
    sentence = 'Disponible avant 15 h 30',
    first = '2026-11-01',
    last = null,
  }: { sentence?: string; first?: string; last?: string | null } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await supervisionOf(tx)
    .insertInto('work_constraint')
    .values({
      id,
      person_id: of.person.id,
      organisation_id: of.organisation.id,
      sentence,
      said_by: 'person',
      first_day: first,
      last_day: last,
      recorded_at: '2026-11-01T08:00:00Z',
      recorded_by: of.by.accountId,
    })
    .execute()
  return { id }
}

/** A skill in the list of a structure. */
export async function aSkill(
  tx: Tx,
  siae: { readonly id: string; readonly organisationId: string },
  { label = 'Tailler une haie', trade = 'Espaces verts' }: { label?: string; trade?: string } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await supervisionOf(tx)
    .insertInto('skill')
    .values({
      id,
      organisation_id: siae.organisationId,
      siae_id: siae.id,
      trade,
      kind: 'task',
      label,
      label_key: normalised(label),
      recorded_at: '2026-01-05T08:00:00Z',
      recorded_by: NOBODY,
    })
    .execute()
  return { id }
}

/** A skill seen of somebody. */
export async function aSighting(
  tx: Tx,
  of: {
    readonly person: { readonly id: string }
    readonly organisation: { readonly id: string }
    readonly skill: { readonly id: string }
    readonly by: { readonly accountId: string }
  },
  { level = 'alone', on = '2026-11-18' }: { level?: Level; on?: string } = {},
): Promise<void> {
  await supervisionOf(tx)
    .insertInto('skill_sighting')
    .values({
      id: randomUUIDv7(),
      person_id: of.person.id,
      organisation_id: of.organisation.id,
      skill_id: of.skill.id,
      level,
      seen_on: on,
      recorded_at: `${on}T10:00:00Z`,
      recorded_by: of.by.accountId,
    })
    .execute()
}

/** A word about somebody for their counsellor; read by somebody when it is said. */
export async function aMessage(
  tx: Tx,
  of: {
    readonly person: { readonly id: string }
    readonly organisation: { readonly id: string }
    readonly by: { readonly accountId: string }
  },
  {
    words = 'A demandé comment passer le permis',
    on = '2026-11-20',
    read,
  }: { words?: string; on?: string; read?: { readonly by: { readonly accountId: string }; readonly answer: string | null } } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await supervisionOf(tx)
    .insertInto('counsellor_message')
    .values({
      id,
      person_id: of.person.id,
      organisation_id: of.organisation.id,
      words,
      written_on: on,
      recorded_at: `${on}T10:00:00Z`,
      recorded_by: of.by.accountId,
      ...(read ? { read_on: on, read_at: `${on}T11:00:00Z`, read_by: read.by.accountId, answer: read.answer } : {}),
    })
    .execute()
  return { id }
}
