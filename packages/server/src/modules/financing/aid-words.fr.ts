import { type Cents, frenchList, frenchMoney, frenchMonth, frenchNumber, type Month, type Step } from '@maillage/kernel'
import { type Ratio, shownRatio } from '@maillage/rules'
import { type Consumption, type FinancingSteps, financingStepSentence } from '@maillage/rules/financing'
import type { WhyStep } from '@maillage/ui'
import type { MonthStanding } from './aid-months.ts'
import type { StatementCause } from './model.ts'

/** `8,42` */
export const fte = (value: Ratio): string => frenchNumber(shownRatio(value), 2)
export const money = (amount: Cents): string => frenchMoney(amount)
/** Months in words, those that follow one another as a span. @example months([month('2025-01'), month('2025-02')]) // 'janvier 2025 à février 2025' */
export function months(all: readonly Month[]): string {
  const spans: { first: Month; last: Month }[] = []
  for (const each of all.toSorted((a, b) => a - b)) {
    const before = spans.at(-1)
    if (before && each === before.last + 1) before.last = each
    else spans.push({ first: each, last: each })
  }
  return frenchList(spans.map(({ first, last }) => (first === last ? frenchMonth(first) : `${frenchMonth(first)} à ${frenchMonth(last)}`)))
}

export const STANDING_WORDS = {
  said: 'Validé',
  reopened: 'Débloqué',
  unpriced: 'Validé, montant inconnu',
  draft: 'Brouillon',
  undeclared: 'Non déclaré',
  'to-come': 'À venir',
} satisfies Record<MonthStanding, string>

export const CAUSE_WORDS = {
  validated: 'Mois validé',
  corrected: 'Heures corrigées ou mois repris, puis validé',
  annex: 'Annexe signée ou annulée',
  amendment: 'Avenant à l’annexe',
  structure: 'Fin de la structure',
  law: 'Texte publié depuis',
} satisfies Record<StatementCause, string>

/** The steps of an aid as a page shows them; `only` keeps the codes that explain one figure. */
export function whySteps(steps: readonly Step<keyof FinancingSteps>[], only?: readonly (keyof FinancingSteps)[]): readonly WhyStep[] {
  return steps
    .filter(({ code }) => only === undefined || only.includes(code))
    .map(({ code, inputs, source }) => ({ sentence: financingStepSentence({ code, inputs }), source }))
}

/** Realised against agreed, in a sentence; months nobody declared are named, and are not zeros. */
export function consumptionSentence(found: Consumption, isPast: (month: Month) => boolean): string {
  if (found.state === 'awaiting-annex') return 'L’annexe n’est pas signée\u00a0: il n’y a encore rien à comparer.'
  const missing = found.undeclared.filter(isPast)
  const undeclared = missing.length === 0 ? '' : ` Non déclaré\u00a0: ${months(missing)}. Ce ne sont pas des zéros.`
  if (found.state === 'nothing-declared') return `Aucun mois n’est encore validé.${undeclared}`
  const { realised, agreed } = found
  // The gap between the two figures as written: a reader subtracts them.
  const hundredths = Math.abs(Math.round(shownRatio(realised) * 100) - Math.round(shownRatio(agreed) * 100))
  const gap = frenchNumber(hundredths / 100, 2)
  const side =
    found.state === 'even' || hundredths === 0
      ? 'autant que prévu'
      : found.state === 'under'
        ? `${gap}\u00a0ETP de moins que prévu`
        : `${gap}\u00a0ETP de plus que prévu`
  return `Sur les mois validés, ${fte(realised)}\u00a0ETP réalisés pour ${fte(agreed)} conventionnés\u00a0: ${side}.${undeclared}`
}
