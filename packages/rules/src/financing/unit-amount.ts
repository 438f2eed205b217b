import {
  type CalendarDate,
  type Cents,
  cents,
  euros,
  type Law,
  NoTextInForce,
  type Parameter,
  type SiaeKind,
  type Source,
  share,
} from '@maillage/kernel'
import type { AnnexMeasure } from '../agreements/index.ts'
import {
  baseAmountAci,
  baseAmountAciMayotte,
  baseAmountAi,
  baseAmountAiMayotte,
  baseAmountEi,
  baseAmountEiMayotte,
  baseAmountEiti,
  baseAmountEitiMayotte,
  baseAmountEtti,
  baseAmountEttiMayotte,
  supervisionAmount,
  supervisionAmountMayotte,
} from '../parameters/base-amounts.ts'
import { bridgeAmount, bridgeAmountMayotte } from '../parameters/bridge-amounts.ts'
import { prisonPercent } from '../parameters/job-aid-payment.ts'

const COMMON = { EI: baseAmountEi, ETTI: baseAmountEtti, AI: baseAmountAi, ACI: baseAmountAci, EITI: baseAmountEiti } as const
const MAYOTTE = {
  EI: baseAmountEiMayotte,
  ETTI: baseAmountEttiMayotte,
  AI: baseAmountAiMayotte,
  ACI: baseAmountAciMayotte,
  EITI: baseAmountEitiMayotte,
} as const satisfies Record<SiaeKind, Parameter<Cents>>

/** What is priced: which kind of structure, which money, where. */
export interface Priced {
  readonly kind: SiaeKind
  readonly measure: AnnexMeasure
  /** Code of the département; `976` (Mayotte) has its own amounts. */
  readonly departement: string
}

export interface UnitAmount {
  /** Cents for one full-time equivalent over a year. */
  readonly amount: Cents
  readonly source: Source
}

const isMayotte = (departement: string) => departement === '976'

/** The parameter that prices a kind in a place. */
export function baseAmountParameter(kind: SiaeKind, departement: string): Parameter<Cents> {
  return isMayotte(departement) ? MAYOTTE[kind] : COMMON[kind]
}

function known(law: Law, parameter: Parameter<Cents>, on: CalendarDate): UnitAmount {
  const found = law.on(on).find(parameter)
  if (!found) throw new NoTextInForce(parameter.key, on)
  return { amount: found.value, source: found.source }
}

/**
 * What one full-time equivalent over a year is worth on the day of the work: the base amount of the kind; in prison its share, to the nearest
 * euro as the orders wrote it; for bridge contracts (EI, ACI) twice the amount of six months. Several prices may follow one another in a year.
 * Throws `NoTextInForce` for a day that no known order covers, 2026 included: `projectUnitAmount` gives an estimate, marked so.
 * @example unitAmount(law, { kind: 'ACI', measure: 'common', departement: '11' }, day('2025-03-01')).amount // 23 921 €
 */
export function unitAmount(law: Law, { kind, measure, departement }: Priced, on: CalendarDate): UnitAmount {
  if (measure === 'common') return known(law, baseAmountParameter(kind, departement), on)
  const special = measure === 'bridge' ? (isMayotte(departement) ? bridgeAmountMayotte : bridgeAmount) : prisonPercent
  // Prison and bridge contracts exist for two kinds only: another kind has no text.
  if (kind !== 'EI' && kind !== 'ACI') throw new NoTextInForce(special.key, on)
  if (measure === 'bridge') {
    const { amount, source } = known(law, isMayotte(departement) ? bridgeAmountMayotte : bridgeAmount, on)
    return { amount: cents(amount * 2), source }
  }
  const base = known(law, baseAmountParameter(kind, departement), on)
  const percent = law.on(on).get(prisonPercent)
  return percent === 100
    ? base
    : { amount: euros(share(base.amount, percent, 10_000)), source: law.on(on).find(prisonPercent)?.source ?? base.source }
}

/**
 * The part of the ACI amount for accompaniment and technical supervision, where a text gives it (not for 2014, 2017, nor January to September 2021).
 * @example supervisionPart(law, '11', day('2025-03-01')).amount // 1 233 €
 */
export function supervisionPart(law: Law, departement: string, on: CalendarDate): UnitAmount {
  return known(law, isMayotte(departement) ? supervisionAmountMayotte : supervisionAmount, on)
}
