import { daysOf, isoDate, type Month, type Step } from '@maillage/kernel'
import type { AidMonth } from '@maillage/rules/financing'
import type { Tx } from '../../platform/database/database.ts'
import type { AgreedSiae } from '../agreements/index.ts'
import type { StatementCause } from './model.ts'
import { financingOf } from './tables.ts'

/** What a statement says, and on what it rests. */
export interface NewStatement {
  readonly id: string
  readonly calculationId: string
  readonly annexId: string
  readonly said: AidMonth
  readonly steps: readonly Step[]
  readonly rule: { readonly name: string; readonly version: number }
  readonly lawVersion: string
  readonly previousId: string | null
  readonly cause: StatementCause
}

const firstOf = (month: Month) => isoDate(daysOf(month).first)

/** Keeps what a month is said to be worth, with its calculation: neither ever changes. */
export async function insertStatement(
  { tx, now }: { readonly tx: Tx; readonly now: Temporal.Instant },
  siae: AgreedSiae,
  { id, calculationId, annexId, said, steps, rule, lawVersion, previousId, cause }: NewStatement,
): Promise<void> {
  const { month, hours, realised, counted, price, amount, byState, byDepartement, cumulated } = said
  const recorded = { recorded_at: now.toString(), recorded_by: null }
  await tx
    .insertInto('calculation')
    .values({
      id: calculationId,
      rule: rule.name,
      rule_version: rule.version,
      law_version: lawVersion,
      at_day: firstOf(month),
      known_on: null,
      inputs: JSON.stringify({ annexId, month: firstOf(month), centiHours: hours, realised, counted, price }),
      value: JSON.stringify({ amount, byState, byDepartement, cumulated }),
      steps: JSON.stringify(steps),
      organisation_id: siae.organisationId,
      ...recorded,
    })
    .execute()
  await financingOf(tx)
    .insertInto('payment_statement')
    .values({
      id,
      organisation_id: siae.organisationId,
      siae_id: siae.id,
      territory_id: siae.territoryId,
      annex_id: annexId,
      month: firstOf(month),
      amount,
      by_state: byState,
      by_departement: byDepartement,
      calculation_id: calculationId,
      previous_id: previousId,
      cause,
      ...recorded,
    })
    .execute()
}

/** A statement no longer said: it stays readable, as what was said until then. */
export async function supersedeStatement({ tx, now }: { readonly tx: Tx; readonly now: Temporal.Instant }, id: string): Promise<void> {
  await financingOf(tx).updateTable('payment_statement').set({ superseded_at: now.toString() }).where('id', '=', id).execute()
}
