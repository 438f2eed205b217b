import { type CalendarDate, type Cents, euros, type Law, NoTextInForce, share } from '@maillage/kernel'
import { hourlyMinimumWage } from '../parameters/minimum-wage.ts'
import { baseAmountParameter, type Priced } from './unit-amount.ts'

/**
 * An estimate that no text gives, with what it rests on. Its own type: it cannot be paid, summed with known amounts or written in a document
 * without saying what it is.
 */
export interface ProjectedAmount {
  readonly projection: true
  readonly estimated: Cents
  readonly basis: {
    readonly amount: Cents
    /** Last day that the last known text prices. */
    readonly knownUntil: CalendarDate
    readonly wageThen: Cents
    readonly wageNow: Cents
  }
}

/**
 * What the base amount of a kind would be if it followed the SMIC since the last text known before that day, to the nearest euro.
 * The past shows that it does not always: ETTI −5 % in 2020 and 2022, EI +6.8 % in 2025. For prison and bridge contracts nothing is projected.
 * Throws `NoTextInForce` when no earlier amount, or no SMIC of that day, is known.
 * @example projectUnitAmount(law, { kind: 'ACI', measure: 'common', departement: '11' }, day('2026-01-01')).estimated // 24 203 €
 */
export function projectUnitAmount(law: Law, { kind, measure, departement }: Priced, on: CalendarDate): ProjectedAmount {
  const parameter = baseAmountParameter(kind, departement)
  const last = measure === 'common' ? parameter.values.filter((each) => each.to !== null && each.to < on).at(-1) : undefined
  if (!last || last.to === null) throw new NoTextInForce(parameter.key, on)
  const knownUntil = last.to
  const wageThen = law.on(knownUntil).get(hourlyMinimumWage)
  const wageNow = law.on(on).get(hourlyMinimumWage)
  return {
    projection: true,
    estimated: euros(share(last.value, wageNow, wageThen * 100)),
    basis: { amount: last.value, knownUntil, wageThen, wageNow },
  }
}
