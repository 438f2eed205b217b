import { centiHours, day, isoDate, type SiaeKind } from '@maillage/kernel'
import type { Anomaly } from '@maillage/rules'
import { type BirthDate, hasReachedAge } from '@maillage/rules/eligibility'
import { type Contract, contractAnomalies, type EmploymentAnomaly, type WeeklyHours } from '@maillage/rules/employment'
import { sql } from 'kysely'
import { keepAnomalies } from '../../platform/anomalies/keep-anomalies.ts'
import type { Ctx } from '../../platform/command/context.ts'
import { birthOf } from '../eligibility/index.ts'
import { heldPasses } from '../pass-iae/index.ts'
import { legalRepresentative, mayReadContact } from '../people/index.ts'
import { judgeHours } from './judge-hours.ts'
import type { EmploymentContract } from './model.ts'
import { findContract } from './store.ts'
import { BROKEN, ENDED_BY_EXIT } from './store-stays.ts'
import { warnOfHours } from './warn-of-hours.ts'

/** Said by the hire (no right), by the sum of the hours of every employer, or when signatures are recorded: not a second time here. */
const SAID_ELSEWHERE: ReadonlySet<EmploymentAnomaly> = new Set([
  'employment/contract-without-pass',
  'employment/minor-weekly-hours',
  'employment/contract-unsigned',
] as const)

const asSigned = (contract: Pick<EmploymentContract, 'type' | 'firstDay' | 'lastDay' | 'weeklyHours'>, renewal: boolean): Contract => ({
  type: contract.type,
  first: contract.firstDay,
  last: contract.lastDay,
  signedOn: null,
  renewal,
  weekly: contract.weeklyHours === null ? [] : [{ from: contract.firstDay, hours: contract.weeklyHours }],
})

/** Kept by `keepHoursWarnings`, on the same contracts. */
const OF_EVERY_EMPLOYER = ['employment/minor-weekly-hours', 'employment/weekly-maximum-passed', 'employment/weekly-average-passed']

interface Ground {
  readonly kind: SiaeKind
  /** The term that was signed, whatever broke the contract before it. */
  readonly signed_last: string | null
  /** The last day of the right that had begun by then. */
  readonly right_last: string | null
  /** What was signed, then each amendment: the hours that hold from each day, as known now. */
  readonly weekly: readonly { readonly from: string | null; readonly hours: number }[]
  readonly earlier: readonly { readonly type: EmploymentContract['type']; readonly first: string; readonly last: string | null }[]
}

/** On what a contract stands: the kind of the structure, its hours day after day, the contracts before it there, the right beside it. One statement. */
async function groundOf({ tx }: Ctx, { id, stayId, personId, firstDay }: EmploymentContract): Promise<Ground | undefined> {
  const on = isoDate(firstDay)
  const { rows } = await sql<Ground>`
    select stay.kind,
      (select version.last_day from contract_version as version
        where version.contract_id = ${id} and version.reason is distinct from ${ENDED_BY_EXIT} and coalesce(version.reason, '') not like ${`${BROKEN}%`}
        order by version.version desc limit 1) as signed_last,
      (select max(last_day) from pass_last_day where person_id = ${personId} and superseded_at is null and first_day <= ${on}) as right_last,
      coalesce((
        select jsonb_agg(jsonb_build_object('from', held.effect_on, 'hours', held.weekly_hours))
        from (
          select distinct on (coalesce(effect_on, '0001-01-01')) effect_on, weekly_hours from contract_version where contract_id = ${id}
          order by coalesce(effect_on, '0001-01-01'), version desc) as held
        where held.weekly_hours is not null), '[]') as weekly,
      coalesce((
        select jsonb_agg(jsonb_build_object('type', version.type, 'first', version.first_day, 'last', version.last_day))
        from contract
        join siae_stay as other on other.id = contract.stay_id and other.siae_id = stay.siae_id and other.cancelled_at is null
        join contract_version as version on version.contract_id = contract.id and version.superseded_at is null and not version.cancelled
        where contract.person_id = ${personId} and contract.id <> ${id} and version.first_day < ${on}), '[]') as earlier
    from siae_stay as stay where stay.id = ${stayId}`.execute(tx)
  return rows[0]
}

const weeklyOf = (weekly: Ground['weekly'], { firstDay }: EmploymentContract): readonly WeeklyHours[] =>
  weekly.map(({ from, hours }) => ({ from: from === null ? firstDay : day(from), hours: centiHours(hours) }))

const MAJORITY = 18

/** Whether somebody answers in law for a minor; undefined for whoever is no minor, or when the actor is not shown how to reach people. */
async function representedIn(
  ctx: Ctx,
  { personId, firstDay }: EmploymentContract,
  birth: BirthDate | undefined,
): Promise<boolean | undefined> {
  if (hasReachedAge(birth, MAJORITY, firstDay) !== false || !mayReadContact(ctx.actor)) return undefined
  return (await legalRepresentative(ctx, personId)) !== undefined
}

async function found(ctx: Ctx, contract: EmploymentContract, birth: BirthDate | undefined): Promise<readonly Anomaly<EmploymentAnomaly>[]> {
  const ground = contract.cancelled ? undefined : await groundOf(ctx, contract)
  if (!ground) return []
  const previous = ground.earlier.map(({ type, first, last }) =>
    asSigned({ type, firstDay: day(first), lastDay: last === null ? null : day(last), weeklyHours: null }, false),
  )
  // The days stored say enough for a contract that ends within the right; beyond it, the rules look at its acts.
  const within = contract.lastDay !== null && ground.right_last !== null && contract.lastDay <= day(ground.right_last)
  const right = within ? undefined : (await heldPasses(ctx, contract.personId)).findLast(({ first }) => first <= contract.firstDay)
  const represented = await representedIn(ctx, contract, birth)
  const anomalies = contractAnomalies(ctx.law, {
    contract: { ...asSigned(contract, previous.length > 0), weekly: weeklyOf(ground.weekly, contract) },
    kind: ground.kind,
    previous,
    held: right?.held ?? null,
    ...(ground.signed_last === null ? {} : { signedUntil: day(ground.signed_last) }),
    ...(birth ? { birth } : {}),
    ...(represented === undefined ? {} : { represented }),
  })
  return anomalies.filter(({ code }) => !SAID_ELSEWHERE.has(code))
}

/**
 * Looks again at a contract that was just written, moved or cancelled: what the law says otherwise is opened, what no longer holds is closed, and
 * the hours of every employer are added up. Nothing is refused: the contract exists.
 */
export async function lookAtContract(ctx: Ctx, contractId: string): Promise<void> {
  const contract = await findContract(ctx, contractId)
  if (!contract) return
  const birth = await birthOf(ctx, contract.personId)
  const anomalies = await found(ctx, contract, birth)
  await keepAnomalies(
    ctx,
    {
      table: 'contract',
      id: contractId,
      organisationId: contract.organisationId,
      since: contract.firstDay,
      resolution: 'contract-changed',
      elsewhere: OF_EVERY_EMPLOYER,
    },
    anomalies,
  )
  // The hours of the stay may have found their contract, or lost it.
  await judgeHours(ctx, { stayIds: [contract.stayId] })
  await warnOfHours(ctx, contract.personId, birth)
}
