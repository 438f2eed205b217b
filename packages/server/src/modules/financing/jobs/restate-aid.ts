import { randomUUIDv7 } from 'node:crypto'
import { daysOf, type Law, month, NoTextInForce, type Step } from '@maillage/kernel'
import { nationalLaw } from '@maillage/rules'
import { type AidMonth, annexAid, type FinancingSteps, unitAmount, type WorkedMonth } from '@maillage/rules/financing'
import { lock } from '../../../platform/command/lock.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { EventHandler } from '../../../platform/events/event-handler.ts'
import { type AgreedSiae, agreedSiae, annexesOf, type StandingAnnex } from '../../agreements/index.ts'
import { monthTotals } from '../../employment/index.ts'
import { type StatementCause, sharedBetweenAnnexes } from '../model.ts'
import { type Statement, statementsOf } from '../queries/statements-of.ts'
import { insertStatement, supersedeStatement } from '../store.ts'

const EVER = { first: month('1990-01'), last: month('2990-12') }

/** A month as it should be said now. */
interface Due {
  readonly annex: StandingAnnex
  readonly said: AidMonth
  readonly steps: readonly Step<keyof FinancingSteps>[]
  readonly rule: { readonly name: string; readonly version: number }
}

const isPriced = (law: Law, { annex }: StandingAnnex, { month: of }: WorkedMonth): boolean => {
  try {
    unitAmount(law, annex, daysOf(of).first)
    return true
  } catch (fault) {
    if (fault instanceof NoTextInForce) return false
    throw fault
  }
}

/** What each month of an annex is worth; months that no text prices yet are said later, when a text does. */
function dueOf(law: Law, { kind }: AgreedSiae, annex: StandingAnnex, worked: readonly WorkedMonth[]): readonly Due[] {
  const aid = annexAid(law, { kind, annex: annex.annex, worked: worked.filter((each) => isPriced(law, annex, each)) })
  if (aid.value.state === 'awaiting-annex') return []
  const steps = aid.because()
  return aid.value.months.map((said) => ({
    annex,
    said,
    rule: { name: aid.rule, version: aid.version },
    steps: steps.filter(({ code, inputs }) => code !== 'financing/month' || inputs['month'] === said.month),
  }))
}

const isSame = (statement: Statement, { amount, byState, byDepartement }: AidMonth): boolean =>
  statement.amount === amount && statement.byState === byState && statement.byDepartement === byDepartement

/** The last thing said of that month with that money, that nothing has followed yet. */
function lastSaid(statements: readonly Statement[], { annex, said }: Due): Statement | undefined {
  const followed = new Set(statements.map(({ previousId }) => previousId))
  const open = statements.filter((each) => each.month === said.month && each.measure === annex.annex.measure && !followed.has(each.id))
  return open.findLast(({ annexId }) => annexId === annex.id) ?? open.at(-1)
}

/**
 * Says again what each month of a structure is worth, after its hours or its annexes changed. A month whose amount did not change keeps its statement;
 * one that is no longer worth anything (taken back, annex cancelled) is no longer said, and stays readable.
 */
async function restate(ctx: { readonly tx: Tx; readonly now: Temporal.Instant; readonly law: Law }, siaeId: string, why: StatementCause) {
  const siae = await agreedSiae(ctx, siaeId)
  if (!siae) return
  await lock(ctx, 'annex', siaeId)
  const annexes = await annexesOf(ctx, { siaeId })
  const { worked } = sharedBetweenAnnexes(ctx.law, annexes, await monthTotals(ctx, { siaeId, ...EVER }))
  const due = annexes.flatMap((annex) => dueOf(ctx.law, siae, annex, worked.get(annex) ?? []))
  const statements = await statementsOf(ctx, { siaeId, ...EVER })
  const dueAt = new Map(due.map((each) => [`${each.annex.id} ${each.said.month}`, each]))
  const kept = new Set<string>()
  for (const statement of statements) {
    if (statement.supersededOn !== null) continue
    const key = `${statement.annexId} ${statement.month}`
    const now = dueAt.get(key)
    if (now && isSame(statement, now.said)) kept.add(key)
    else await supersedeStatement(ctx, statement.id)
  }
  for (const [key, each] of dueAt) {
    if (kept.has(key)) continue
    const previous = lastSaid(statements, each)
    await insertStatement(ctx, siae, {
      id: randomUUIDv7(),
      calculationId: randomUUIDv7(),
      annexId: each.annex.id,
      said: each.said,
      steps: each.steps,
      rule: each.rule,
      lawVersion: ctx.law.version,
      previousId: previous?.id ?? null,
      cause: why === 'validated' && previous ? 'corrected' : why,
    })
  }
}

const WHY: Readonly<Record<string, StatementCause>> = {
  'employment/month-validated': 'validated',
  'employment/month-taken-back': 'corrected',
  'employment/hours-corrected': 'corrected',
  'agreements/annex-signed': 'annex',
  'agreements/annex-cancelled': 'annex',
  'agreements/annex-amended': 'amendment',
  'organisations/siae-ended': 'structure',
}

/** One handler per thing that moves the money of a structure. */
export const restateAid: readonly EventHandler[] = Object.entries(WHY).map(([event, why]) => ({
  name: `financing/restate-after-${event.split('/')[1]}`,
  event,
  async handle({ tx, now, event: { ids } }) {
    const siaeId = ids['siaeId'] ?? ids['siae']
    if (siaeId) await restate({ tx, now, law: nationalLaw }, siaeId, why)
  },
}))
