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
  sensitivityOfArea,
} from './barrier-areas.ts'
