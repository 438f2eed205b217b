import { type Sensitivity, type Source, source } from '@maillage/kernel'

/** The lists an area comes from: the monthly follow-up of the paying agency, and what counsellors say they meet. */
export const BARRIER_EDITIONS = {
  extranet: source('Extranet IAE de l’ASP, freins levés depuis 2018', 'secondary', 'Dix freins, huit sociaux et deux professionnels'),
  field: source(
    'Enquête de la DREETS Hauts-de-France auprès des structures',
    'secondary',
    'Freins rencontrés par ceux qui accompagnent, et ceux où ils se sentent le moins outillés',
  ),
} as const satisfies Readonly<Record<string, Source>>

export type BarrierEdition = keyof typeof BARRIER_EDITIONS

interface Area {
  readonly label: string
  readonly sensitivity: Sensitivity
  readonly edition: BarrierEdition
  /** The area of the paying agency under which it is declared; null: declared nowhere. */
  readonly declaredAs: string | null
}

/**
 * The areas of life where a person may be held back from work, and where a partner may help: one list for both.
 * The ten of the paying agency keep its order; its own table of labels joins French to illiteracy, and steps to rights (`secondary`).
 * The other correspondences are ours (`field`). Violence at home is the offence of somebody else: it is declared nowhere.
 */
export const AREAS = {
  illiteracy: { label: 'Lire, écrire, compter', sensitivity: 'social', edition: 'extranet', declaredAs: 'illiteracy' },
  health: { label: 'Santé', sensitivity: 'health', edition: 'extranet', declaredAs: 'health' },
  housing: { label: 'Logement', sensitivity: 'social', edition: 'extranet', declaredAs: 'housing' },
  'access-to-rights': { label: 'Accès aux droits', sensitivity: 'social', edition: 'extranet', declaredAs: 'access-to-rights' },
  mobility: { label: 'Mobilité', sensitivity: 'ordinary', edition: 'extranet', declaredAs: 'mobility' },
  money: { label: 'Budget, dettes', sensitivity: 'social', edition: 'extranet', declaredAs: 'money' },
  justice: { label: 'Justice', sensitivity: 'justice', edition: 'extranet', declaredAs: 'justice' },
  'family-constraints': { label: 'Contraintes familiales', sensitivity: 'social', edition: 'extranet', declaredAs: 'family-constraints' },
  'job-search': { label: 'Recherche d’emploi', sensitivity: 'ordinary', edition: 'extranet', declaredAs: 'job-search' },
  'career-plan': { label: 'Projet professionnel', sensitivity: 'ordinary', edition: 'extranet', declaredAs: 'career-plan' },
  french: { label: 'Maîtrise du français', sensitivity: 'social', edition: 'field', declaredAs: 'illiteracy' },
  digital: { label: 'Numérique', sensitivity: 'ordinary', edition: 'field', declaredAs: 'access-to-rights' },
  childcare: { label: 'Garde d’enfant', sensitivity: 'social', edition: 'field', declaredAs: 'family-constraints' },
  parenting: { label: 'Parentalité', sensitivity: 'social', edition: 'field', declaredAs: 'family-constraints' },
  addiction: { label: 'Addictions', sensitivity: 'health', edition: 'field', declaredAs: 'health' },
  'domestic-violence': { label: 'Violences conjugales', sensitivity: 'justice', edition: 'field', declaredAs: null },
  'soft-skills': { label: 'Savoir-être au travail', sensitivity: 'ordinary', edition: 'field', declaredAs: null },
  training: { label: 'Formation, qualification', sensitivity: 'ordinary', edition: 'field', declaredAs: null },
} as const satisfies Readonly<Record<string, Area>>

export type BarrierArea = keyof typeof AREAS

/** An area under which the paying agency is told that a barrier was lifted. */
export type DeclaredArea = NonNullable<(typeof AREAS)[BarrierArea]['declaredAs']>

export const BARRIER_AREAS = Object.keys(AREAS) as readonly BarrierArea[]

/** The ten of the paying agency, in its order. */
export const DECLARED_AREAS = BARRIER_AREAS.filter((area) => AREAS[area].edition === 'extranet') as readonly DeclaredArea[]

/** @example barrierAreaLabel('childcare') // 'Garde d’enfant' */
export const barrierAreaLabel = (area: BarrierArea): string => AREAS[area].label

/** How personal it is that somebody is held back there. Health and justice are never told outside the referents. */
export const sensitivityOfArea = (area: BarrierArea): Sensitivity => AREAS[area].sensitivity

/** The list that an area comes from. */
export const editionOfArea = (area: BarrierArea): BarrierEdition => AREAS[area].edition

/** The area declared to the paying agency; null: none of the ten says it, so nothing is declared. */
export const declaredAreaOf = (area: BarrierArea): DeclaredArea | null => AREAS[area].declaredAs

/**
 * Whether the mere name of a partner who works in these areas and no other tells an illness, an addiction, an offence or a violence.
 * @example betraysByName(['addiction', 'health']) // true: a centre for addictions
 * @example betraysByName(['health', 'access-to-rights']) // false: one goes there for other reasons
 */
export const betraysByName = (areas: readonly BarrierArea[]): boolean =>
  areas.length > 0 && areas.every((area) => ['health', 'justice'].includes(sensitivityOfArea(area)))
