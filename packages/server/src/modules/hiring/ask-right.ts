import { type CalendarDate, granted, type Outcome } from '@maillage/kernel'
import type { Anomaly } from '@maillage/rules'
import { diagnosisAnomalies, hireAnomalies, waitingPeriod } from '@maillage/rules/pass-iae'
import type { Ctx } from '../../platform/command/context.ts'
import { diagnosisServing } from '../eligibility/index.ts'
import { heldPasses, issueOrReusePass, type PassHeld } from '../pass-iae/index.ts'
import { type PassAct, rightBeside } from './model.ts'

/** On what a hire rests: asked for and granted, or found beside a fact with what is wrong. */
export interface Ground {
  readonly passId: string | null
  readonly act: PassAct | null
  readonly diagnosisId: string | null
  readonly anomalies: readonly Anomaly[]
}

interface Asked {
  readonly personId: string
  readonly siaeId: string
  readonly hiredOn: CalendarDate
}

const DATE_REFUSALS = new Set(['pass-iae/hire-in-the-past', 'pass-iae/hire-too-far', 'pass-iae/hire-after-end', 'pass-iae/waiting-period'])

/** The diagnosis that serves the structure today: one that a running right keeps valid counts whatever its age. */
export async function servingDiagnosis(ctx: Pick<Ctx, 'tx' | 'law' | 'today'>, { personId, siaeId }: Pick<Asked, 'personId' | 'siaeId'>) {
  const running = (await heldPasses(ctx, personId)).find(({ last }) => last >= ctx.today)
  return diagnosisServing(ctx, {
    personId,
    siaeId,
    on: ctx.today,
    ...(running ? { passRuns: { first: running.first, last: running.last } } : {}),
  })
}

/** The last day on which a structure alone opens no new right, when it is still to come. */
export function waitingUntil({ law, today }: Pick<Ctx, 'law' | 'today'>, rights: readonly PassHeld[]): CalendarDate | undefined {
  const ends = rights.flatMap(({ held: { pass, acts } }) => waitingPeriod(law, pass, acts).value?.last ?? [])
  const until = ends.toSorted((a, b) => b - a)[0]
  return until !== undefined && until >= today ? until : undefined
}

/** Asks for the right: reused, brought forward or opened, or every reason why not. */
export async function askRight(ctx: Ctx, asked: Asked): Promise<Outcome<Ground>> {
  const { personId, hiredOn } = asked
  const serving = await servingDiagnosis(ctx, asked)
  const diagnosisId = serving?.id ?? null
  const issued = await issueOrReusePass(ctx, { personId, hiredOn, eligibleBy: serving?.eligibleBy ?? null, diagnosisId })
  if (!issued.ok) {
    return { ok: false, refusals: issued.refusals.map((each) => (DATE_REFUSALS.has(each.code) ? { ...each, field: 'firstDay' } : each)) }
  }
  const { passId, act } = issued.value
  const anomalies = serving ? diagnosisAnomalies({ hiredOn, expiresOn: serving.expiresOn, rightRuns: act !== 'issue' }) : []
  return granted({ passId, act, diagnosisId, anomalies })
}

/** A hire that took place asks for nothing: the right beside it, if any, and what the rules find wrong. */
export async function groundOfFact(ctx: Pick<Ctx, 'tx' | 'law' | 'today'>, asked: Asked): Promise<Ground> {
  const { personId, hiredOn } = asked
  const right = rightBeside(await heldPasses(ctx, personId), hiredOn)
  const anomalies = hireAnomalies(ctx.law, { hiredOn, recordedOn: ctx.today, held: right?.held ?? null })
  const serving = await servingDiagnosis(ctx, asked)
  return { passId: right?.id ?? null, act: null, diagnosisId: serving?.id ?? null, anomalies }
}
