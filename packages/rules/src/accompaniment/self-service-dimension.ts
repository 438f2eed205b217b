import { type Source, source } from '@maillage/kernel'
import type { BarrierArea } from './barrier-areas.ts'

/** The diagnosis that a person may make of themselves, online: eight questions on their situation. */
export const SELF_SERVICE_DIAGNOSIS: Source = source(
  'Diagnostic sociopro en libre accès de la Plateforme de l’inclusion',
  'secondary',
  'Huit dimensions, trois ou quatre niveaux chacune',
)

/** Its eight dimensions. */
export const SELF_SERVICE_DIMENSIONS = {
  'work-capacity': 'Capacité à travailler',
  french: 'Français',
  housing: 'Logement',
  rights: 'Droits',
  mobility: 'Mobilité',
  resources: 'Ressources',
  justice: 'Situation judiciaire',
  availability: 'Disponibilité',
} as const

export type SelfServiceDimension = keyof typeof SELF_SERVICE_DIMENSIONS

// The correspondence is ours: the diagnosis asks about situations, the paying agency about barriers.
const DIMENSION_OF: Readonly<Partial<Record<BarrierArea, SelfServiceDimension>>> = {
  illiteracy: 'french',
  french: 'french',
  health: 'work-capacity',
  addiction: 'work-capacity',
  housing: 'housing',
  'access-to-rights': 'rights',
  digital: 'rights',
  mobility: 'mobility',
  money: 'resources',
  justice: 'justice',
  'family-constraints': 'availability',
  childcare: 'availability',
  parenting: 'availability',
}

/**
 * The dimension of the self-service diagnosis that asks about this area; null: none does.
 * @example selfServiceDimensionOf('childcare') // 'availability'
 */
export const selfServiceDimensionOf = (area: BarrierArea): SelfServiceDimension | null => DIMENSION_OF[area] ?? null
