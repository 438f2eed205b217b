import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  AREAS,
  BARRIER_AREAS,
  type BarrierArea,
  barrierAreaLabel,
  betraysByName,
  DECLARED_AREAS,
  declaredAreaOf,
  sensitivityOfArea,
} from './barrier-areas.ts'

const areas = fc.subarray([...BARRIER_AREAS], { minLength: 1 })

test('the ten areas of the paying agency are all there, in its order, each declared as itself', () => {
  assert.deepEqual(DECLARED_AREAS.map(barrierAreaLabel), [
    'Lire, écrire, compter',
    'Santé',
    'Logement',
    'Accès aux droits',
    'Mobilité',
    'Budget, dettes',
    'Justice',
    'Contraintes familiales',
    'Recherche d’emploi',
    'Projet professionnel',
  ])
  for (const area of DECLARED_AREAS) assert.equal(declaredAreaOf(area), area)
})

test('an area of the field is declared under one of the ten, or nowhere', () => {
  const ours = BARRIER_AREAS.filter((area) => AREAS[area].edition === 'field')
  for (const area of ours) {
    const declared = declaredAreaOf(area)
    assert.ok(declared === null || DECLARED_AREAS.includes(declared), area)
  }
  assert.equal(declaredAreaOf('childcare'), 'family-constraints')
  assert.equal(declaredAreaOf('domestic-violence'), null)
})

test('health and justice areas are these, and no other', () => {
  const felt = (sensitivity: string) => BARRIER_AREAS.filter((area) => sensitivityOfArea(area) === sensitivity)
  assert.deepEqual(felt('health'), ['health', 'addiction'])
  assert.deepEqual(felt('justice'), ['justice', 'domestic-violence'])
})

test('declaring an area never makes it less sensitive than it was', () => {
  const kept: readonly string[] = ['health', 'justice']
  for (const area of BARRIER_AREAS) {
    const declared = declaredAreaOf(area)
    if (declared !== null && kept.includes(sensitivityOfArea(area)))
      assert.equal(sensitivityOfArea(declared), sensitivityOfArea(area), area)
  }
})

const named: readonly [string, readonly BarrierArea[], boolean][] = [
  ['a centre for addictions', ['addiction'], true],
  ['a centre for addictions that also says health', ['health', 'addiction'], true],
  ['a probation service', ['justice'], true],
  ['a house of health and of rights', ['health', 'access-to-rights'], false],
  ['a garage', ['mobility'], false],
  ['a partner whose areas are not said', [], false],
]
for (const [who, its, betrays] of named)
  test(`${who}: the name ${betrays ? 'tells' : 'does not tell'} why one goes there`, () => assert.equal(betraysByName(its), betrays))

test('one ordinary reason to go there is enough for the name to tell nothing', () => {
  fc.assert(
    fc.property(areas, fc.constantFrom<BarrierArea>('mobility', 'digital', 'job-search'), (its, ordinary) => {
      assert.equal(betraysByName([...its, ordinary]), false)
      if (betraysByName(its)) for (const area of its) assert.notEqual(sensitivityOfArea(area), 'ordinary')
    }),
  )
})
