import type { CapabilityAnswer, CapabilityChange, CapabilityLevel } from '@maillage/rules/accompaniment'
import type { SelectOption, Tone } from '@maillage/ui'
import type { ReviewMoment } from './model-reviews.ts'

export const MOMENT_LABELS: Readonly<Record<ReviewMoment, string>> = {
  entry: 'Bilan d’entrée',
  during: 'Bilan en cours de parcours',
  exit: 'Bilan de sortie',
}

/** The same, where the column or the line is already of reviews. */
export const MOMENTS_IN_SHORT: Readonly<Record<ReviewMoment, string>> = { entry: 'Entrée', during: 'En cours', exit: 'Sortie' }

export const LEVEL_LABELS: Readonly<Record<CapabilityAnswer, string>> = {
  hard: 'C’est difficile',
  fragile: 'C’est fragile',
  fair: 'Ça va',
  good: 'Ça va bien',
  unsaid: 'Ne souhaite pas répondre',
}

/** From the hardest to the easiest, as a drawing has room for. */
export const LEVELS_IN_SHORT: Readonly<Record<CapabilityLevel, string>> = {
  hard: 'Difficile',
  fragile: 'Fragile',
  fair: 'Ça va',
  good: 'Bien',
}

export const LEVEL_OPTIONS: readonly SelectOption[] = Object.entries(LEVEL_LABELS).map(([value, label]) => ({ value, label }))

export const CHANGE_LABELS: Readonly<Record<NonNullable<CapabilityChange['change']>, string>> = {
  better: 'Va mieux',
  same: 'Pareil',
  worse: 'Plus difficile',
}

export const CHANGE_TONES: Readonly<Record<NonNullable<CapabilityChange['change']>, Tone>> = {
  better: 'positive',
  same: 'neutral',
  worse: 'attention',
}
