export {
  BARRIER_AREAS,
  BARRIER_EDITIONS,
  type BarrierArea,
  type BarrierEdition,
  barrierAreaLabel,
  betraysByName,
  DECLARED_AREAS,
  type DeclaredArea,
  declaredAreaOf,
  editionOfArea,
  sensitivityOfArea,
} from './barrier-areas.ts'
export {
  CAPABILITIES,
  CAPABILITIES_SOURCE,
  CAPABILITY_LEVELS,
  CAPABILITY_NAMES,
  type CapabilitiesSaid,
  type CapabilityAnswer,
  type CapabilityChange,
  type CapabilityLevel,
  type CapabilityName,
  capabilityChanges,
} from './capabilities.ts'
export {
  GOAL_STAGES,
  type GoalStage,
  PATHWAY_STAGES,
  type PathwayStage,
  pathwayThread,
  REFERENCE_PATHWAY,
  type StageState,
  type ThreadFacts,
} from './pathway-thread.ts'
export {
  SELF_SERVICE_DIAGNOSIS,
  SELF_SERVICE_DIMENSIONS,
  type SelfServiceDimension,
  selfServiceDimensionOf,
} from './self-service-dimension.ts'
export { leftBehindCutoff, leftBehindKeptFor, leftBehindUntil, noteKeptFor, noteKeptUntil } from './working-notes.ts'
