import { randomUUIDv7 } from 'node:crypto'
import type { AnnexMeasure } from '@maillage/rules/agreements'
import { sql } from 'kysely'
import { NOBODY } from '../../platform/command/context.ts'
import type { Tx } from '../../platform/database/database.ts'
import { aMember, anOrganisation, aSiae, outsidersOf } from '../organisations/fixtures.ts'
import { aSmallMap } from '../territories/fixtures.ts'
import { agreementsOf } from './tables.ts'

const RECORDED = { recorded_at: '2020-01-01T00:00:00Z', recorded_by: NOBODY } as const
const ACT = { ...RECORDED, origin: 'typed' } as const

interface Siae {
  readonly id: string
  readonly organisationId: string
}

async function keysOf(tx: Tx, siae: Siae) {
  const { rows } = await sql<{ territory_id: string }>`select territory_id from siae where id = ${siae.id}`.execute(tx)
  return { siae_id: siae.id, organisation_id: siae.organisationId, territory_id: rows[0]?.territory_id ?? '' }
}

/** The agreement of a structure with the State, from 2020 to 2029 when nothing else is said. */
export async function anAgreement(
  tx: Tx,
  siae: Siae,
  {
    number = 'C-11-2020-001',
    first = '2020-01-01',
    last = '2029-12-31',
    signedOn = first,
  }: { number?: string | null; first?: string; last?: string; signedOn?: string } = {},
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  await agreementsOf(tx)
    .insertInto('agreement')
    .values({ id, ...(await keysOf(tx, siae)), number, first_day: first, last_day: last, signed_on: signedOn, ...ACT })
    .execute()
  return { id }
}

/**
 * An annex of a structure: ten posts over 2025, signed on its first day, when nothing else is said. Without an agreement given, the one that covers
 * the annex, or a new one from 2020 to 2029. Posts and hours are hundredths, amounts are cents.
 */
export async function anAnnex(
  tx: Tx,
  siae: Siae,
  {
    agreement,
    number = null,
    measure = 'common',
    first = '2025-01-01',
    last = '2025-12-31',
    endsOn = last,
    posts = 1000,
    knownOn = first,
    hoursOfOneFte = null,
    amount = null,
    cofinancing = null,
  }: {
    agreement?: { readonly id: string }
    number?: string | null
    measure?: AnnexMeasure
    first?: string
    last?: string
    endsOn?: string
    posts?: number
    knownOn?: string
    hoursOfOneFte?: number | null
    amount?: number | null
    cofinancing?: { readonly departement: number; readonly total: number } | null
  } = {},
): Promise<{ readonly id: string; readonly siaeId: string }> {
  const id = randomUUIDv7()
  const covering = await sql<{ id: string }>`
    select id from agreement where siae_id = ${siae.id} and cancelled_at is null and first_day <= ${first} and last_day >= ${last}`.execute(
    tx,
  )
  await agreementsOf(tx)
    .insertInto('financial_annex')
    .values({
      id,
      ...(await keysOf(tx, siae)),
      agreement_id: (agreement ?? covering.rows[0] ?? (await anAgreement(tx, siae))).id,
      number,
      measure,
      first_day: first,
      last_day: last,
      ends_on: endsOn,
      posts,
      known_on: knownOn,
      hours_of_one_fte: hoursOfOneFte,
      amount,
      cofinancing_departement: cofinancing?.departement ?? null,
      cofinancing_total: cofinancing?.total ?? null,
      ...ACT,
    })
    .execute()
  return { id, siaeId: siae.id }
}

/** What changed an annex: its posts from a day, or its last day (which the annex then keeps as its end). */
export async function anAmendment(
  tx: Tx,
  annex: { readonly id: string },
  change:
    | { readonly knownOn: string; readonly effectOn: string; readonly posts: number }
    | { readonly knownOn: string; readonly last: string },
): Promise<{ readonly id: string }> {
  const id = randomUUIDv7()
  const of = await agreementsOf(tx)
    .selectFrom('financial_annex')
    .select(['siae_id', 'organisation_id', 'territory_id'])
    .where('id', '=', annex.id)
    .executeTakeFirstOrThrow()
  const facts =
    'posts' in change
      ? { kind: 'posts', effect_on: change.effectOn, posts: change.posts, last_day: null }
      : { kind: 'end', effect_on: null, posts: null, last_day: change.last }
  await agreementsOf(tx)
    .insertInto('annex_amendment')
    .values({
      id,
      annex_id: annex.id,
      ...of,
      number: null,
      known_on: change.knownOn,
      ...(facts as { kind: 'posts' | 'end' } & typeof facts),
      ...ACT,
    })
    .execute()
  if ('last' in change)
    await agreementsOf(tx).updateTable('financial_annex').set({ ends_on: change.last }).where('id', '=', annex.id).execute()
  return { id }
}

/** Somebody of the service of the State (DDETS) of a territory, the Aude when nothing else is said. */
export async function anAuthorityOfficer(tx: Tx, { territory = 'departement-11', name = 'DDETSPP de l’Aude' } = {}) {
  const service = await anOrganisation(tx, { name, functions: ['authority'], territory })
  return { service, ...(await aMember(tx, service, 'authority_officer', { name: 'Alix Sorel' })) }
}

/** Somebody of a Département that funds insertion. */
export async function aFunderOfficer(tx: Tx, { territory = 'departement-11', name = 'Département de l’Aude' } = {}) {
  const service = await anOrganisation(tx, { name, functions: ['funder'], territory })
  return { service, ...(await aMember(tx, service, 'funder_officer', { name: 'Dominique Pujol' })) }
}

/** An ACI of the Aude with its director, the officer of its DDETS, and those whom its acts are not for: who they are → account. */
export async function anAgreedScene(tx: Tx) {
  await aSmallMap(tx)
  const organisation = await anOrganisation(tx)
  const siae = await aSiae(tx, organisation)
  const officer = await anAuthorityOfficer(tx)
  const director = await aMember(tx, organisation, 'director', { name: 'Camille Roux' })
  const funder = await aFunderOfficer(tx)
  const elsewhere = await anAuthorityOfficer(tx, { territory: 'departement-974', name: 'DEETS de La Réunion' })
  const { 'a former member': former, 'another role': other } = await outsidersOf(tx, officer.service, 'authority_officer')
  return {
    organisation,
    siae,
    officer: officer.accountId,
    director: director.accountId,
    funder: funder.accountId,
    outsiders: {
      'the structure itself': director.accountId,
      'a funder': funder.accountId,
      'an officer of another territory': elsewhere.accountId,
      'another role': other ?? '',
      'a former member': former ?? '',
    },
  }
}
