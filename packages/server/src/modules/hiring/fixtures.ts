import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { anApplication, aReceiver } from '../applications/fixtures.ts'
import { anAdviser } from '../eligibility/fixtures.ts'
import { aPerson, givesAccess } from '../people/fixtures.ts'

/** A prescriber's diagnosis that found the person eligible. */
export async function aDiagnosis(
  tx: Tx,
  person: { readonly id: string },
  { madeOn = '2026-11-01', expiresOn = '2027-05-01' } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await sql`insert into diagnosis (id, person_id, role, made_on, expires_on, verdict, carried_by, level_1_count, level_2_count, law_version, recorded_at, recorded_by)
    values (${id}, ${person.id}, 'prescriber', ${madeOn}, ${expiresOn}, 'granted', 'prescriber', 0, 0, 'test', ${`${madeOn}T09:00:00Z`}, ${person.id})`.execute(
    tx,
  )
  return { id }
}

/** Somebody whom an adviser found eligible and proposed to one structure, or to several. */
export async function aCandidate(
  tx: Tx,
  { eligible = true, structures = ['Les Jardins du Lauragais'] }: { eligible?: boolean; structures?: readonly string[] } = {},
) {
  const receivers: Awaited<ReturnType<typeof aReceiver>>[] = []
  for (const name of structures) receivers.push(await aReceiver(tx, { name, map: receivers.length === 0 }))
  const sender = await anAdviser(tx)
  const person = await aPerson(tx, { organisation: sender.organisation, unit: sender.unit, phone: '06 39 98 00 00' })
  const diagnosis = eligible ? await aDiagnosis(tx, person) : undefined
  const proposals = []
  for (const receiver of receivers) {
    const application = await anApplication(tx, { person, siae: receiver.siae, receiver: receiver.unit, sender })
    proposals.push({ ...receiver, application })
  }
  const [first] = proposals
  if (!first) throw new Error('A candidate is proposed somewhere')
  return { ...first, sender, person, diagnosis, proposals }
}

/** What a form says of a hire on Tuesday 1 December 2026. */
export const HIRE_TYPED = {
  'firstDay-day': '1',
  'firstDay-month': '12',
  'firstDay-year': '2026',
  type: 'CDDI',
  'lastDay-day': '31',
  'lastDay-month': '5',
  'lastDay-year': '2027',
  weeklyHours: '26',
  post: 'Ouvrière maraîchère',
} as const

/** Whether anything of the work of the person is written. */
export const WORK_TABLES = ['siae_stay', 'contract', 'contract_version', 'hire'] as const

interface Hired {
  readonly person: { readonly id: string }
  readonly siae: { readonly id: string; readonly organisationId: string }
  readonly unit: { readonly id: string }
  readonly application: { readonly id: string }
  readonly member: { readonly accountId: string }
}

/** A hire of 1 December 2026 as it was declared, without a right, with the access of the team that hired. */
export async function aHire(tx: Tx, { person, siae, unit, application, member }: Hired): Promise<{ readonly id: string }> {
  const [id, stay, contract] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()]
  const [at, by, organisation] = ['2026-11-20T09:00:00Z', member.accountId, siae.organisationId]
  await sql`insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, recorded_at, recorded_by)
    values (${stay}, ${person.id}, ${organisation}, ${siae.id}, ${unit.id}, 'ACI', '2026-12-01', ${at}, ${by})`.execute(tx)
  await sql`insert into contract (id, stay_id, person_id, organisation_id, recorded_at, recorded_by)
    values (${contract}, ${stay}, ${person.id}, ${organisation}, ${at}, ${by})`.execute(tx)
  await sql`insert into contract_version (contract_id, person_id, organisation_id, version, type, first_day, last_day, weekly_hours, recorded_at, recorded_by)
    values (${contract}, ${person.id}, ${organisation}, 1, 'CDDI', '2026-12-01', '2027-05-31', 2600, ${at}, ${by})`.execute(tx)
  await sql`insert into hire (id, person_id, organisation_id, siae_id, application_id, stay_id, contract_id, hired_on, state, request_id, recorded_at, recorded_by)
    values (${id}, ${person.id}, ${organisation}, ${siae.id}, ${application.id}, ${stay}, ${contract}, '2026-12-01', 'declared', ${id}, ${at}, ${by})`.execute(
    tx,
  )
  await givesAccess(tx, person, unit, { circle: 'employment', source: 'hire', sourceId: id })
  return { id }
}
