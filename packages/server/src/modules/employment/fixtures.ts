import { randomUUIDv7 } from 'node:crypto'
import { invariant, type Nir, readNir, type SiaeKind } from '@maillage/kernel'
import type { SheetState } from '@maillage/rules/employment'
import { sql } from 'kysely'
import { NOBODY } from '../../platform/command/context.ts'
import type { Tx } from '../../platform/database/database.ts'
import { TEST_KEYS } from '../../platform/testing/test-keys.ts'
import { aMember, anOrganisation, aSiae } from '../organisations/fixtures.ts'
import { aMemberIn, aPerson, aUnit, givesAccess } from '../people/fixtures.ts'
import { aSmallMap } from '../territories/fixtures.ts'
import type { StaffRole } from './messages.fr.ts'
import type { ContractType } from './model.ts'
import { type NirMissing, nirMarkPurpose, nirPurpose } from './model-nir.ts'

/** A structure whose team already works with Nadia Benali, and somebody of another carrier. */
export async function anEmployer(tx: Tx) {
  await aSmallMap(tx)
  const organisation = await anOrganisation(tx)
  const siae = await aSiae(tx, organisation)
  const unit = await aUnit(tx, organisation, siae)
  const member = await aMemberIn(tx, organisation, unit, 'counsellor')
  const person = await aPerson(tx, { organisation, unit })
  await givesAccess(tx, person, unit, { circle: 'employment', source: 'hire', sourceId: person.id })
  const other = await anOrganisation(tx, { name: 'Ailleurs' })
  const otherSiae = await aSiae(tx, other, { name: 'Ailleurs' })
  const otherUnit = await aUnit(tx, other, otherSiae, 'Équipe d’ailleurs')
  const stranger = await aMemberIn(tx, other, otherUnit, 'counsellor')
  return { organisation, siae, unit, member, person, otherSiae, otherUnit, stranger }
}

/** A contract of the same person with the other carrier, since spring. */
export async function aStayElsewhere(
  tx: Tx,
  {
    person,
    otherSiae,
    otherUnit,
  }: {
    person: { readonly id: string }
    otherSiae: { readonly id: string; readonly organisationId: string }
    otherUnit: { readonly id: string }
  },
  contractLast: string | null,
): Promise<void> {
  const [stay, contract] = [randomUUIDv7(), randomUUIDv7()]
  await sql`insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, recorded_at, recorded_by)
    values (${stay}, ${person.id}, ${otherSiae.organisationId}, ${otherSiae.id}, ${otherUnit.id}, 'ACI', '2026-04-01', now(), ${NOBODY})`.execute(
    tx,
  )
  await sql`insert into contract (id, stay_id, person_id, organisation_id, recorded_at, recorded_by)
    values (${contract}, ${stay}, ${person.id}, ${otherSiae.organisationId}, now(), ${NOBODY})`.execute(tx)
  await sql`insert into contract_version (contract_id, person_id, organisation_id, version, type, first_day, last_day, recorded_at, recorded_by)
    values (${contract}, ${person.id}, ${otherSiae.organisationId}, 1, 'CDDI', '2026-04-01', ${contractLast}, now(), ${NOBODY})`.execute(tx)
}

interface Employed {
  readonly person: { readonly id: string }
  readonly siae: { readonly id: string; readonly organisationId: string }
  readonly unit: { readonly id: string }
}

const AT = '2026-01-02T09:00:00Z'

/** Somebody who works in a structure with one contract, whose team reads it; a CDDI of 26 hours since January 2026 when nothing else is said. */
export async function aStay(
  tx: Tx,
  { person, siae, unit }: Employed,
  {
    kind = 'ACI',
    entry = '2026-01-05',
    exit = null,
    type = 'CDDI',
    first = entry,
    last = '2026-12-31',
    weekly = 2600,
    worksite = null,
  }: {
    kind?: SiaeKind
    entry?: string
    exit?: string | null
    type?: ContractType
    first?: string
    last?: string | null
    weekly?: number | null
    worksite?: { readonly id: string } | null
  } = {},
): Promise<{ readonly id: string; readonly contractId: string }> {
  const [id, contractId] = [randomUUIDv7(), randomUUIDv7()]
  const organisation = siae.organisationId
  await sql`insert into siae_stay (id, person_id, organisation_id, siae_id, unit_id, kind, entry_day, exit_day, recorded_at, recorded_by)
    values (${id}, ${person.id}, ${organisation}, ${siae.id}, ${unit.id}, ${kind}, ${entry}, ${exit}, ${AT}, ${NOBODY})`.execute(tx)
  await sql`insert into contract (id, stay_id, person_id, organisation_id, recorded_at, recorded_by)
    values (${contractId}, ${id}, ${person.id}, ${organisation}, ${AT}, ${NOBODY})`.execute(tx)
  await sql`insert into contract_version (contract_id, person_id, organisation_id, version, type, first_day, last_day, weekly_hours, worksite_id, recorded_at, recorded_by)
    values (${contractId}, ${person.id}, ${organisation}, 1, ${type}, ${first}, ${last}, ${weekly}, ${worksite?.id ?? null}, ${AT}, ${NOBODY})`.execute(
    tx,
  )
  await givesAccess(tx, person, unit, { circle: 'employment', source: 'hire', sourceId: id })
  return { id, contractId }
}

/** A structure in July 2026: its team, those who type, validate and read its months, an officer of the State, and who has nothing to see there. */
export async function aTeamAtWork(tx: Tx, { kind = 'ACI' }: { kind?: SiaeKind } = {}) {
  await aSmallMap(tx)
  const organisation = await anOrganisation(tx)
  const siae = await aSiae(tx, organisation, { kind })
  const unit = await aUnit(tx, organisation, siae)
  const counsellor = await aMemberIn(tx, organisation, unit, 'counsellor')
  const director = await aMemberIn(tx, organisation, unit, 'director', { name: 'Dominique Faure' })
  const payroll = await aMemberIn(tx, organisation, unit, 'payroll_officer', { name: 'Alix Sorel' })
  const supervisor = await aMemberIn(tx, organisation, unit, 'technical_supervisor', { name: 'Maxime Vidal' })
  const former = await aMemberIn(tx, organisation, unit, 'director', { name: 'Claude Martin', lastDay: '2025-12-31' })
  const state = await anOrganisation(tx, { name: 'DDETS de l’Aude', functions: ['authority'] })
  const officer = await aMember(tx, state, 'authority_officer', { name: 'Sacha Morel' })
  const otherState = await anOrganisation(tx, {
    name: 'DDETS des Pyrénées-Orientales',
    functions: ['authority'],
    territory: 'departement-66',
  })
  const officerElsewhere = await aMember(tx, otherState, 'authority_officer', { name: 'Lou Petit' })
  const other = await anOrganisation(tx, { name: 'Ailleurs' })
  const otherSiae = await aSiae(tx, other, { name: 'Ailleurs' })
  const otherUnit = await aUnit(tx, other, otherSiae, 'Équipe d’ailleurs')
  const stranger = await aMemberIn(tx, other, otherUnit, 'director', { name: 'Andrea Blanc' })
  const people = { organisation, siae, unit, kind }
  return { ...people, counsellor, director, payroll, supervisor, former, officer, officerElsewhere, otherSiae, otherUnit, stranger }
}

/** Somebody of the team with a contract, by a family name. */
export async function aWorkerNamed(
  tx: Tx,
  team: Pick<Awaited<ReturnType<typeof aTeamAtWork>>, 'organisation' | 'siae' | 'unit' | 'kind'>,
  birthName: string,
  stay: Parameters<typeof aStay>[2] & { unit?: { readonly id: string } } = {},
) {
  const { unit = team.unit, ...terms } = stay
  const person = await aPerson(tx, { organisation: team.organisation, unit, birthName, givenNames: 'Ana' })
  return { person, stay: await aStay(tx, { person, siae: team.siae, unit }, { kind: team.kind, ...terms }) }
}

/** A month of a structure as it is written, with its totals when it was validated. */
export async function aMonth(
  tx: Tx,
  siae: { readonly id: string; readonly organisationId: string },
  month: string,
  state: SheetState,
  totals: readonly {
    counted: number
    heldBack?: number
    worksite?: { readonly id: string }
    percent?: number
    superseded?: string
    withdrawn?: string
  }[] = [],
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  const validation = state === 'draft' ? 0 : 1
  await sql`insert into month_sheet (id, organisation_id, siae_id, territory_id, month, state, validations, recorded_at, recorded_by)
    values (${id}, ${siae.organisationId}, ${siae.id}, 'departement-11', ${`${month}-01`}, ${state}, ${validation}, ${AT}, ${NOBODY})`.execute(
    tx,
  )
  let number = 0
  for (const { counted, heldBack = 0, worksite, percent = 100, superseded = null, withdrawn = null } of totals)
    await sql`insert into month_total (id, sheet_id, validation, organisation_id, siae_id, territory_id, worksite_id, worksite_territory_id, month, measure,
        percent, people, counted, paid, worked, held_back, recorded_at, recorded_by, superseded_at, withdrawn_at)
      values (${randomUUIDv7()}, ${id}, ${++number}, ${siae.organisationId}, ${siae.id}, 'departement-11', ${worksite?.id ?? null}, 'departement-11',
        ${`${month}-01`}, 'common', ${percent}, 1, ${counted}, ${counted}, ${counted}, ${heldBack}, ${AT}, ${NOBODY}, ${superseded}, ${withdrawn})`.execute(
      tx,
    )
  return { id }
}

/** A line of hours as a form sends it; nothing typed and nothing read when no more is said. */
export const aLine = (
  stay: { readonly id: string },
  typed: Partial<Record<'hoursId' | 'worksiteId' | 'paid' | 'worked' | 'accompaniment' | 'clause', string>> & { version?: number } = {},
) => ({
  stayId: stay.id,
  hoursId: '',
  version: 0,
  worksiteId: '',
  measure: 'common' as const,
  paid: '',
  worked: '',
  accompaniment: '',
  clause: '',
  ...typed,
})

/** What a form says of a contract of six months, but its people and structure. */
export const CONTRACT_TYPED = {
  type: 'CDDI',
  firstDay: '2026-12-01',
  lastDay: '2027-05-31',
  weeklyHours: '26',
  worksiteId: '',
  post: '',
  market: '',
  lot: '',
  clauseKind: '',
} as const

/** A permanent post of a structure: a technical supervisor at 80 % since 2025, when nothing else is said. */
export async function aStaffPost(
  tx: Tx,
  siae: { readonly id: string; readonly organisationId: string },
  {
    role = 'technical_supervisor',
    fte = 80,
    firstDay = '2025-01-01',
    lastDay = null,
  }: {
    role?: StaffRole
    fte?: number
    firstDay?: string
    lastDay?: string | null
  } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await sql`insert into staff_post (id, organisation_id, siae_id, role, label, fte, first_day, last_day, recorded_at, recorded_by)
    values (${id}, ${siae.organisationId}, ${siae.id}, ${role}, 'Maraîchage', ${fte}, ${firstDay}, ${lastDay}, ${AT}, ${NOBODY})`.execute(
    tx,
  )
  return { id }
}

/** A number of somebody born in May of a year, with its key; no commune of France has the code 000, so that it is nobody's. */
export function aNumber(year: string, rank: number): Nir {
  const body = `2${year}0511000${String(rank).padStart(3, '0')}`
  const read = readNir(body + String(97 - (Number(body) % 97)).padStart(2, '0'))
  invariant('nir' in read, 'its key is right')
  return read.nir
}

/** What payroll knows of a number: the number, or why there is none. */
export async function aNir(
  tx: Tx,
  { person, organisation }: { readonly person: { readonly id: string }; readonly organisation: { readonly id: string } },
  known: { readonly number: Nir } | { readonly missing: NirMissing },
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  const sealed =
    'number' in known
      ? { number: TEST_KEYS.seal(known.number, nirPurpose(id)), mark: TEST_KEYS.marks(known.number, nirMarkPurpose(organisation.id))[0] }
      : { number: null, mark: null }
  const missing = 'missing' in known ? known.missing : null
  await sql`insert into nir (id, person_id, organisation_id, number, mark, missing, recorded_at, recorded_by)
    values (${id}, ${person.id}, ${organisation.id}, ${sealed.number}, ${sealed.mark}, ${missing}, ${AT}, ${NOBODY})`.execute(tx)
  return { id }
}
