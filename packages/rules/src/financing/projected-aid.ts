import { type Law, NoTextInForce, source } from '@maillage/kernel'
import { type AidRequest, type AnnexAid, aidAt } from './annex-aid.ts'
import { type ProjectedAmount, projectUnitAmount } from './projected-amount.ts'
import { unitAmount } from './unit-amount.ts'

/** An aid that no text gives whole: its own type, which cannot be summed with an aid, nor written as one. `basis` null: a text prices every month. */
export interface ProjectedAid {
  readonly projection: true
  readonly estimated: AnnexAid
  readonly basis: ProjectedAmount['basis'] | null
}

/**
 * The aid of an annex if the amounts that no text gives yet followed the SMIC: months that a text prices keep that price.
 * Throws `NoTextInForce` where nothing can be projected either (prison, bridge contracts, no SMIC known).
 * @example projectAid(law, { kind: 'ACI', annex, worked }).estimated
 */
export function projectAid(law: Law, request: AidRequest): ProjectedAid {
  let basis: ProjectedAmount['basis'] | null = null
  const { value } = aidAt(law, request, (of, priced, on) => {
    try {
      return unitAmount(of, priced, on)
    } catch (fault) {
      if (!(fault instanceof NoTextInForce)) throw fault
      const projected = projectUnitAmount(of, priced, on)
      basis = projected.basis
      return { amount: projected.estimated, source: source('Projection', 'computed', 'Dernier montant connu, suivi comme le SMIC') }
    }
  })
  return { projection: true, estimated: value, basis }
}
