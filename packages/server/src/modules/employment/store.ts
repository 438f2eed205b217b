import { type CalendarDate, centiHours, day, isoDate } from '@maillage/kernel'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/command/context.ts'
import type { ContractTerms, EmploymentContract, SiaeStay } from './model.ts'
import { type EmploymentTables, employmentOf } from './tables.ts'

type Reading = Pick<Ctx, 'tx'>

const dayOrNull = (written: string | null) => (written === null ? null : day(written))
const isoOrNull = (date: CalendarDate | null) => (date === null ? null : isoDate(date))
const recordedBy = (ctx: Ctx) => ({ recorded_at: ctx.now.toString(), recorded_by: ctx.actor.accountId })

function stayOf(row: Selectable<EmploymentTables['siae_stay']>): SiaeStay {
  const { id, kind } = row
  const open = { first: day(row.entry_day), last: dayOrNull(row.exit_day) }
  return { id, kind, personId: row.person_id, organisationId: row.organisation_id, siaeId: row.siae_id, open }
}

/** The stay of a person in a structure that holds a day, or that has not ended. */
export async function stayOn({ tx }: Reading, personId: string, siaeId: string, on: CalendarDate): Promise<SiaeStay | undefined> {
  const row = await employmentOf(tx)
    .selectFrom('siae_stay')
    .selectAll()
    .where('person_id', '=', personId)
    .where('siae_id', '=', siaeId)
    .where('cancelled_at', 'is', null)
    .where((is) => is.or([is('exit_day', 'is', null), is('exit_day', '>=', isoDate(on))]))
    .orderBy('entry_day')
    .executeTakeFirst()
  return row && stayOf(row)
}

/** Writes the entry of a person in a structure; `siae_stay_once_at_a_time` stands behind. */
export async function insertStay(ctx: Ctx, { id, personId, organisationId, siaeId, kind, open }: SiaeStay, unitId: string): Promise<void> {
  await employmentOf(ctx.tx)
    .insertInto('siae_stay')
    .values({
      id,
      person_id: personId,
      organisation_id: organisationId,
      siae_id: siaeId,
      unit_id: unitId,
      kind,
      entry_day: isoDate(open.first),
      exit_day: isoOrNull(open.last),
      cancelled_at: null,
      ...recordedBy(ctx),
    })
    .execute()
}

/** The entry moves with the first contract. */
export async function moveEntry({ tx }: Reading, stayId: string, to: CalendarDate): Promise<void> {
  await employmentOf(tx)
    .updateTable('siae_stay')
    .set({ entry_day: isoDate(to) })
    .where('id', '=', stayId)
    .execute()
}

/** The person never entered: the stay remains written, and counts for nothing. */
export async function cancelStay({ tx, now }: Ctx, stayId: string): Promise<void> {
  await employmentOf(tx).updateTable('siae_stay').set({ cancelled_at: now.toString() }).where('id', '=', stayId).execute()
}

const termsRow = (terms: ContractTerms) => ({
  type: terms.type,
  first_day: isoDate(terms.firstDay),
  last_day: isoOrNull(terms.lastDay),
  weekly_hours: terms.weeklyHours,
  worksite_id: terms.worksiteId,
  post: terms.post,
  market: terms.market,
  lot: terms.lot,
  clause_kind: terms.clauseKind,
})

/** Writes a contract and what it says; `renews` is the contract of the same stay that it renews. */
export async function insertContract(
  ctx: Ctx,
  contract: Pick<EmploymentContract, 'id' | 'stayId' | 'personId' | 'organisationId'>,
  terms: ContractTerms,
  renews: string | null = null,
): Promise<void> {
  const { id, stayId, personId, organisationId } = contract
  await employmentOf(ctx.tx)
    .insertInto('contract')
    .values({ id, stay_id: stayId, person_id: personId, organisation_id: organisationId, renews, ...recordedBy(ctx) })
    .execute()
  await insertVersion(ctx, { ...contract, ...terms, signedOn: null, effectOn: null, renews, version: 1, cancelled: false }, null)
}

async function insertVersion(ctx: Ctx, contract: EmploymentContract, reason: string | null): Promise<void> {
  await employmentOf(ctx.tx)
    .insertInto('contract_version')
    .values({
      contract_id: contract.id,
      person_id: contract.personId,
      organisation_id: contract.organisationId,
      version: contract.version,
      ...termsRow(contract),
      signed_on: isoOrNull(contract.signedOn),
      effect_on: isoOrNull(contract.effectOn),
      cancelled: contract.cancelled,
      reason,
      superseded_at: null,
      ...recordedBy(ctx),
    })
    .execute()
}

/** A contract as it is known now. */
export async function findContract({ tx }: Reading, id: string): Promise<EmploymentContract | undefined> {
  const row = await employmentOf(tx)
    .selectFrom('contract_version')
    .innerJoin('contract', 'contract.id', 'contract_version.contract_id')
    .selectAll('contract_version')
    .select(['contract.stay_id', 'contract.renews'])
    .where('contract_version.contract_id', '=', id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id,
      stayId: row.stay_id,
      personId: row.person_id,
      organisationId: row.organisation_id,
      version: row.version,
      cancelled: row.cancelled,
      signedOn: dayOrNull(row.signed_on),
      effectOn: dayOrNull(row.effect_on),
      renews: row.renews,
      type: row.type,
      firstDay: day(row.first_day),
      lastDay: dayOrNull(row.last_day),
      weeklyHours: row.weekly_hours === null ? null : centiHours(row.weekly_hours),
      worksiteId: row.worksite_id,
      post: row.post,
      market: row.market,
      lot: row.lot,
      clauseKind: row.clause_kind,
    }
  )
}

/** What a contract says from now on; what was known before stays readable. False when somebody changed it since it was read. */
export async function reviseContract(
  ctx: Ctx,
  contract: EmploymentContract,
  changes: Partial<EmploymentContract>,
  reason: string,
): Promise<boolean> {
  const { numUpdatedRows } = await employmentOf(ctx.tx)
    .updateTable('contract_version')
    .set({ superseded_at: ctx.now.toString() })
    .where('contract_id', '=', contract.id)
    .where('version', '=', contract.version)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await insertVersion(ctx, { ...contract, ...changes, version: contract.version + 1 }, reason)
  return true
}

/** The first days of the contracts of a stay that stand, but one. */
export async function otherFirstDays({ tx }: Reading, { id, stayId }: EmploymentContract): Promise<readonly CalendarDate[]> {
  const rows = await employmentOf(tx)
    .selectFrom('contract_version')
    .innerJoin('contract', 'contract.id', 'contract_version.contract_id')
    .select('contract_version.first_day')
    .where('contract.stay_id', '=', stayId)
    .where('contract.id', '<>', id)
    .where('superseded_at', 'is', null)
    .where('cancelled', '=', false)
    .execute()
  return rows.map(({ first_day }) => day(first_day))
}
