import { type CalendarDate, granted, type Outcome, type SiaeKind } from '@maillage/kernel'
import { judgeProlongation, type PassMissing, type ProlongationGrant, type ProlongationReason } from '@maillage/rules/pass-iae'
import type { Ctx } from '../../platform/command/context.ts'
import { birthOf } from '../eligibility/index.ts'
import { atItsField } from './field-of.ts'
import { heldOf } from './model.ts'
import { type GroundFacts, groundOf } from './prolongation-form.ts'
import type { PassInHand } from './standing.ts'

interface Asked {
  readonly reason: ProlongationReason
  readonly last: CalendarDate | null
  readonly askedOn: CalendarDate
  readonly siaeKind: SiaeKind
  readonly facts: GroundFacts
  readonly isPending: boolean
}

const FIELD_OF_MISSING: Readonly<Record<PassMissing, string | undefined>> = {
  'birth-date': undefined,
  'disabled-worker-title': 'titleLast',
  training: 'trainingFirst',
  contract: 'contractSignedOn',
}

/** Asks the rules whether a prolongation is admissible and who decides; what is missing is asked for at its box. */
export async function judgeAskedProlongation(ctx: Ctx, { pass, isLatest }: PassInHand, asked: Asked): Promise<Outcome<ProlongationGrant>> {
  const { reason, last, askedOn, siaeKind, facts, isPending } = asked
  const birth = await birthOf(ctx, pass.personId)
  const verdict = judgeProlongation(ctx.law, {
    ...heldOf(pass),
    reason,
    last,
    askedOn,
    siaeKind,
    isLatest,
    isPending,
    ...groundOf(facts, askedOn),
    ...(birth ? { birth } : {}),
  })
  if (verdict.state === 'granted') return granted(verdict.carriedBy)
  if (verdict.state === 'refused') return atItsField({ ok: false, refusals: verdict.refusals })
  return {
    ok: false,
    refusals: verdict.missing.map((each) => {
      const field = FIELD_OF_MISSING[each]
      return { code: `pass-iae/missing-${each}`, ...(field ? { field } : {}) }
    }),
  }
}
