import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BARRIER_AREAS, DECLARED_AREAS, declaredAreaOf } from './barrier-areas.ts'
import { SELF_SERVICE_DIMENSIONS, selfServiceDimensionOf } from './self-service-dimension.ts'

test('each of the eight dimensions of the self-service diagnosis meets one of the eight social barriers declared, and no two of them the same', () => {
  const met = DECLARED_AREAS.map(selfServiceDimensionOf).filter((dimension) => dimension !== null)
  assert.deepEqual(met.toSorted(), Object.keys(SELF_SERVICE_DIMENSIONS).toSorted())
})

test('the two professional barriers are asked by no dimension', () => {
  for (const area of ['job-search', 'career-plan'] as const) assert.equal(selfServiceDimensionOf(area), null)
})

test('an area has the dimension of the one under which it is declared', () => {
  for (const area of BARRIER_AREAS) {
    const declared = declaredAreaOf(area)
    const own = selfServiceDimensionOf(area)
    if (declared !== null) assert.equal(own, selfServiceDimensionOf(declared), area)
    else assert.equal(own, null, area)
  }
})
