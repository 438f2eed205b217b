import { type CalendarDate, type Sensitivity, type Source, source } from '@maillage/kernel'

/** What a pathway may give back besides a job, as the research on the social use of these structures lists it. Said by the person; never a score. */
export const CAPABILITIES_SOURCE: Source = source(
  'Travaux sur l’utilité sociale de l’IAE : liens, confiance, orientation, accès aux droits, logement, mobilité, santé',
  'field',
  'sept domaines dits par la personne à l’entrée, en cours et à la sortie',
)

interface Capability {
  readonly label: string
  /** The same, as the person says it. */
  readonly asked: string
  readonly sensitivity: Sensitivity
}

const CAPABILITIES_KNOWN = {
  rights: { label: 'Accès aux droits', asked: 'Mes droits et mes démarches', sensitivity: 'social' },
  housing: { label: 'Logement', asked: 'L’endroit où j’habite', sensitivity: 'social' },
  mobility: { label: 'Mobilité', asked: 'Mes déplacements', sensitivity: 'ordinary' },
  health: { label: 'Santé', asked: 'Ma santé, comme je souhaite en parler', sensitivity: 'health' },
  confidence: { label: 'Confiance en soi', asked: 'Ma confiance en moi', sensitivity: 'ordinary' },
  autonomy: { label: 'Autonomie', asked: 'Faire les choses par moi-même', sensitivity: 'ordinary' },
  links: { label: 'Liens avec les autres', asked: 'Les personnes sur qui je peux compter', sensitivity: 'social' },
} as const satisfies Readonly<Record<string, Capability>>

export type CapabilityName = keyof typeof CAPABILITIES_KNOWN
export const CAPABILITIES: Readonly<Record<CapabilityName, Capability>> = CAPABILITIES_KNOWN
export const CAPABILITY_NAMES = Object.keys(CAPABILITIES_KNOWN) as readonly CapabilityName[]

/** How the person says it goes, from the hardest to the easiest. */
export const CAPABILITY_LEVELS = ['hard', 'fragile', 'fair', 'good'] as const
export type CapabilityLevel = (typeof CAPABILITY_LEVELS)[number]

/** What the person says; `unsaid`: asked, and they would rather not answer. */
export type CapabilityAnswer = CapabilityLevel | 'unsaid'

/** What was said at one review. A capability that was not asked is absent. */
export interface CapabilitiesSaid {
  readonly heldOn: CalendarDate
  readonly answers: Readonly<Partial<Record<CapabilityName, CapabilityAnswer>>>
}

export interface CapabilityChange {
  readonly first: CapabilityLevel | null
  readonly last: CapabilityLevel | null
  /** Null: not said at two moments, nothing is compared. */
  readonly change: 'better' | 'same' | 'worse' | null
}

const levelIn = ({ answers }: CapabilitiesSaid, name: CapabilityName): readonly CapabilityLevel[] => {
  const answer = answers[name]
  return answer === undefined || answer === 'unsaid' ? [] : [answer]
}

/**
 * What changed of each capability between the first time and the last time the person said it; an answer kept to oneself is never a change.
 * Seven answers side by side: no sum, no mean, nothing that ranks two people.
 * @param reviews in any order
 * @example capabilityChanges([{ heldOn: day('2026-01-05'), answers: { mobility: 'hard' } }, { heldOn: day('2026-07-06'), answers: { mobility: 'fair' } }]).mobility.change // 'better'
 */
export function capabilityChanges(reviews: readonly CapabilitiesSaid[]): Readonly<Record<CapabilityName, CapabilityChange>> {
  const inTime = reviews.toSorted((a, b) => a.heldOn - b.heldOn)
  const changeOf = (name: CapabilityName): CapabilityChange => {
    const said = inTime.flatMap((review) => levelIn(review, name))
    const [first, last] = [said[0] ?? null, said.at(-1) ?? null]
    if (first === null || last === null || said.length < 2) return { first, last, change: null }
    const moved = CAPABILITY_LEVELS.indexOf(last) - CAPABILITY_LEVELS.indexOf(first)
    return { first, last, change: moved > 0 ? 'better' : moved < 0 ? 'worse' : 'same' }
  }
  return Object.fromEntries(CAPABILITY_NAMES.map((name) => [name, changeOf(name)])) as Record<CapabilityName, CapabilityChange>
}
