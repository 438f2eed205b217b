import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import { TEST_DAY } from '../../platform/testing/database-test.ts'
import { aTeamAtWork, aWorkerNamed } from '../employment/fixtures.ts'
import { aWorksite } from '../organisations/fixtures.ts'
import type { Said } from './model.ts'
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
