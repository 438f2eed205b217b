import { randomUUIDv7 } from 'node:crypto'
import { normalised } from '@maillage/kernel'
import { sql } from 'kysely'
import { NOBODY } from '../../platform/command/context.ts'
import type { Tx } from '../../platform/database/database.ts'
import { aMember, anOrganisation, aUnit as anyUnit, aPlace } from '../organisations/fixtures.ts'
import type { Role } from '../organisations/index.ts'
import { aSmallMap } from '../territories/fixtures.ts'
import { type BirthPrecision, type Circle, displayName, type PersonState, type Sex, type Source } from './model.ts'
import { peopleOf } from './tables.ts'

const RECORDED = { recorded_at: '2020-01-01T00:00:00Z', recorded_by: NOBODY } as const

/** A team of an organisation, of one structure when it is given. */
export const aUnit = (
  tx: Tx,
  organisation: { readonly id: string },
  siae: { readonly id: string; readonly name?: string } | null = null,
  name = 'Équipe de Limoux',
) => anyUnit(tx, organisation, { siae, name })

/** Somebody who works in a team, with one role. */
export async function aMemberIn(
  tx: Tx,
  organisation: { readonly id: string },
  unit: { readonly id: string },
  role: Role,
  options: { name?: string; firstDay?: string; lastDay?: string | null; accountId?: string } = {},
): Promise<{ readonly accountId: string; readonly membershipId: string }> {
  const member = await aMember(tx, organisation, role, options)
  const dates = { ...(options.firstDay ? { firstDay: options.firstDay } : {}), ...(options.lastDay ? { lastDay: options.lastDay } : {}) }
  await aPlace(tx, organisation, member.membershipId, unit, dates)
  return member
}

/** A right on a person; the shared circle since 2020 when nothing else is said. */
export async function givesAccess(
  tx: Tx,
  person: { readonly id: string },
  unit: { readonly id: string },
  {
    circle = 'shared',
    source = 'created',
    sourceId = null,
    accountId = null,
    startsOn = '2020-01-01',
    endsOn = '2999-12-31',
    reason = null,
  }: {
    circle?: Circle
    source?: Source
    sourceId?: string | null
    accountId?: string | null
    startsOn?: string
    endsOn?: string
    reason?: string | null
  } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await peopleOf(tx)
    .insertInto('person_access')
    .values({
      id,
      person_id: person.id,
      unit_id: unit.id,
      account_id: accountId,
      circle,
      source,
      source_id: sourceId,
      ground: source === 'reason' ? 'complaint' : null,
      reason,
      starts_on: startsOn,
      ends_on: endsOn,
      granted_at: RECORDED.recorded_at,
      granted_by: null,
    })
    .execute()
  return { id }
}

interface Described {
  readonly organisation: { readonly id: string }
  /** The team that gets the shared circle; nobody holds the person when it is absent. */
  readonly unit?: { readonly id: string }
  readonly birthName?: string
  readonly usageName?: string | null
  readonly formerName?: string
  readonly givenNames?: string
  readonly birthDate?: string | null
  readonly birthPrecision?: BirthPrecision
  readonly sex?: Sex | null
  readonly state?: PersonState
  readonly phone?: string
  readonly phoneSafe?: boolean
  readonly email?: string
  readonly address?: string
  /** INSEE code of the home */
  readonly commune?: string
}

/** A person, Nadia Benali born on 3 May 1990 when nothing else is said. */
export async function aPerson(tx: Tx, described: Described): Promise<{ readonly id: string; readonly displayName: string }> {
  const {
    organisation,
    unit,
    birthName = 'Benali',
    usageName = null,
    givenNames = 'Nadia',
    birthDate = '1990-05-03',
    formerName,
  } = described
  const db = peopleOf(tx)
  const id = randomUUIDv7()
  await db
    .insertInto('person')
    .values({
      id,
      owner_org_id: organisation.id,
      state: described.state ?? 'confirmed',
      birth_date: birthDate,
      birth_precision: described.birthPrecision ?? (birthDate === null ? 'unknown' : 'day'),
      sex: described.sex === undefined ? 'F' : described.sex,
      ...RECORDED,
    })
    .execute()
  const names = [
    ['birth', birthName],
    ['usage', usageName ?? ''],
    ['given', givenNames],
    ['former', formerName ?? ''],
  ] as const
  await db
    .insertInto('person_name')
    .values(
      names
        .filter(([, value]) => value !== '')
        .map(([kind, value]) => ({
          id: randomUUIDv7(),
          person_id: id,
          owner_org_id: organisation.id,
          kind,
          value,
          value_key: normalised(value),
          ...RECORDED,
        })),
    )
    .execute()
  await someContacts(tx, id, described)
  if (unit) await givesAccess(tx, { id }, unit)
  return { id, displayName: displayName({ birthName, usageName, givenNames }) }
}

async function someContacts(tx: Tx, personId: string, { phone, phoneSafe = false, email, address, commune }: Described): Promise<void> {
  const home = address !== undefined || commune !== undefined
  const contacts = [
    ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone, commune_id: null, safe: phoneSafe }]),
    ...(email === undefined ? [] : [{ kind: 'email' as const, value: email, commune_id: null, safe: false }]),
    ...(home
      ? [{ kind: 'address' as const, value: address ?? '', commune_id: commune === undefined ? null : `commune-${commune}`, safe: false }]
      : []),
  ]
  for (const { kind, ...version } of contacts) {
    const id = randomUUIDv7()
    await peopleOf(tx)
      .insertInto('contact')
      .values({ id, person_id: personId, kind, ...RECORDED })
      .execute()
    await peopleOf(tx)
      .insertInto('contact_version')
      .values({ contact_id: id, person_id: personId, version: 1, ...version, ...RECORDED })
      .execute()
  }
}

/** A text that no page, log or event may show to those who are not entitled to it. */
export const CANARY = (what: string): string => `canari ${what}`

/** A person with a marked text in every column of this slice that holds one. */
export async function aCanary(
  tx: Tx,
  { organisation, unit }: { readonly organisation: { readonly id: string }; readonly unit: { readonly id: string } },
): Promise<{ readonly id: string; readonly displayName: string }> {
  const person = await aPerson(tx, {
    organisation,
    unit,
    birthName: CANARY('naissance'),
    usageName: CANARY('usage'),
    formerName: CANARY('ancien'),
    givenNames: CANARY('prénom'),
    birthDate: '2010-02-07',
    phone: CANARY('téléphone'),
    email: CANARY('courriel'),
    address: CANARY('adresse'),
  })
  await peopleOf(tx)
    .insertInto('legal_representative')
    .values({
      id: randomUUIDv7(),
      person_id: person.id,
      name: CANARY('représentant'),
      relation: CANARY('lien'),
      phone: CANARY('téléphone du représentant'),
      until: '2028-02-06',
      ...RECORDED,
    })
    .execute()
  return person
}

/** Who follows a person since 2020, with the right that goes with it. */
export async function aReferent(
  tx: Tx,
  named: {
    readonly organisation: { readonly id: string }
    readonly unit: { readonly id: string }
    readonly person: { readonly id: string }
    readonly membershipId: string
    readonly accountId?: string
  },
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await peopleOf(tx)
    .insertInto('referent')
    .values({
      id,
      person_id: named.person.id,
      organisation_id: named.organisation.id,
      unit_id: named.unit.id,
      membership_id: named.membershipId,
      role: 'siae',
      first_day: '2020-01-01',
      last_day: null,
      ...RECORDED,
    })
    .execute()
  if (named.accountId)
    await givesAccess(tx, named.person, named.unit, { circle: 'referent', source: 'referent', sourceId: id, accountId: named.accountId })
  return { id }
}

/** A team asks to share the file of a person. It waits, sent just now: the database counts its thirty days by its own clock. */
export async function anAttachmentRequest(
  tx: Tx,
  asked: {
    readonly person: { readonly id: string }
    readonly organisation: { readonly id: string }
    readonly unit: { readonly id: string }
    readonly requestedBy: string
    readonly provisional?: { readonly id: string }
    readonly codeHash?: string
  },
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await peopleOf(tx)
    .insertInto('attachment_request')
    .values({
      id,
      person_id: asked.person.id,
      provisional_id: asked.provisional?.id ?? null,
      unit_id: asked.unit.id,
      organisation_id: asked.organisation.id,
      requested_by: asked.requestedBy,
      way: asked.codeHash === undefined ? 'holder' : 'paper',
      code_hash: asked.codeHash ?? null,
      state: 'waiting',
      requested_at: sql<string>`now()`,
      answered_at: null,
      answered_by: null,
      refusal: null,
    })
    .execute()
  return { id }
}

/** A prescriber follows Nadia Benali, born on 3 May 1990; a structure meets her and does not know it. */
export async function twoWhoMeet(tx: Tx) {
  const holding = await anOrganisation(tx, { name: 'Mission locale de l’Aude', functions: ['prescriber'] })
  const holdingUnit = await aUnit(tx, holding, null, 'Antenne de Limoux')
  const holder = await aMemberIn(tx, holding, holdingUnit, 'prescriber', { name: 'Dominique Faure' })
  const person = await aPerson(tx, { organisation: holding, unit: holdingUnit })
  const asking = await anOrganisation(tx, { name: 'Régie du Minervois' })
  const askingUnit = await aUnit(tx, asking, null, 'Équipe de Lézignan')
  const asker = await aMemberIn(tx, asking, askingUnit, 'counsellor', { name: 'Alix Sorel' })
  return { holding, holdingUnit, holder, person, asking, askingUnit, asker }
}

/** What the structure types about her. */
export const nadia = (unitId: string, more = {}) => ({
  unitId,
  birthName: 'Benali',
  givenNames: 'Nadia',
  birthDate: '1990-05-03',
  birthPrecision: 'day' as const,
  state: 'confirmed' as const,
  ...more,
})

/** One person with two files: one team holds both, another team the second only; a role that reads only; an administrator of the platform. */
export async function twoFiles(tx: Tx) {
  await aSmallMap(tx)
  const organisation = await anOrganisation(tx)
  const unit = await aUnit(tx, organisation)
  const holder = await aMemberIn(tx, organisation, unit, 'counsellor')
  const payroll = await aMemberIn(tx, organisation, unit, 'payroll_officer', { name: 'Maxime Vidal' })
  const elsewhere = await anOrganisation(tx, { name: 'Régie du Minervois' })
  const there = await aUnit(tx, elsewhere)
  const other = await aMemberIn(tx, elsewhere, there, 'counsellor', { name: 'Alix Sorel' })
  const kept = await aPerson(tx, { organisation, unit })
  const absorbed = await aPerson(tx, { organisation, unit, birthName: 'Ben Ali', phone: '06 39 98 00 00' })
  await givesAccess(tx, absorbed, there, { source: 'application' })
  const administrator = await aMemberIn(tx, elsewhere, there, 'organisation_administrator', { name: 'Claude Martin' })
  await sql`update account set administrator = true where id = ${administrator.accountId}`.execute(tx)
  return { organisation, unit, holder, payroll, other, administrator, kept, absorbed }
}
