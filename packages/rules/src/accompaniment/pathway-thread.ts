import { type Source, source } from '@maillage/kernel'
import type { BarrierArea } from './barrier-areas.ts'

/** The common reference pathway: its key steps, in its order. A thread to follow, never a gate. */
export const PATHWAY_STAGES = {
  welcome: 'Accueil',
  diagnosis: 'Diagnostic socioprofessionnel',
  project: 'Projet professionnel',
  skills: 'Compétences',
  employers: 'Liens avec d’autres employeurs',
  exit: 'Préparation de la sortie',
} as const
export type PathwayStage = keyof typeof PATHWAY_STAGES

export const REFERENCE_PATHWAY: Source = source(
  'Pacte d’ambition pour l’IAE (2019), mesure 28',
  'secondary',
  'Référentiel commun des parcours',
)

/** The stages to which somebody may say that a goal belongs; the two others are told by what was done. */
export const GOAL_STAGES = ['project', 'skills', 'employers', 'exit'] as const satisfies readonly PathwayStage[]
export type GoalStage = (typeof GOAL_STAGES)[number]

export type StageState = 'done' | 'under-way' | 'nothing-noted'

/** What is known of a pathway, as whoever asks may know it. */
export interface ThreadFacts {
  /** Missions of the acts noted. */
  readonly missions: readonly string[]
  readonly barriers: readonly { readonly area: BarrierArea; readonly lifted: boolean }[]
  readonly goals: readonly { readonly stage: GoalStage | null; readonly state: 'open' | 'reached' | 'dropped' }[]
  /** Moments of the reviews made with the person. */
  readonly reviews: readonly ('entry' | 'during' | 'exit')[]
}

const of = (done: boolean, begun: boolean): StageState => (done ? 'done' : begun ? 'under-way' : 'nothing-noted')

/**
 * Where each stage of the common pathway stands, from what is noted anyway: nobody ticks it, and nothing waits for the one before.
 * @example pathwayThread({ missions: ['welcome'], barriers: [], goals: [], reviews: [] }).welcome // 'done'
 */
export function pathwayThread({ missions, barriers, goals, reviews }: ThreadFacts): Readonly<Record<PathwayStage, StageState>> {
  const goal = (stage: GoalStage, state: 'open' | 'reached') => goals.some((each) => each.stage === stage && each.state === state)
  const plan = barriers.filter(({ area }) => area === 'career-plan')
  return {
    welcome: of(missions.includes('welcome'), missions.length > 0),
    diagnosis: of(reviews.includes('entry'), barriers.length > 0 || reviews.length > 0),
    project: of(
      goal('project', 'reached') || plan.some(({ lifted }) => lifted),
      goal('project', 'open') || plan.length > 0 || missions.includes('pathway'),
    ),
    skills: of(goal('skills', 'reached'), goal('skills', 'open') || missions.includes('training')),
    employers: of(goal('employers', 'reached'), goal('employers', 'open') || missions.includes('employers')),
    exit: of(reviews.includes('exit') || goal('exit', 'reached'), goal('exit', 'open')),
  }
}
