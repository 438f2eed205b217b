import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day } from '@maillage/kernel'
import fc from 'fast-check'
import {
  CAPABILITIES,
  CAPABILITY_LEVELS,
  CAPABILITY_NAMES,
  type CapabilitiesSaid,
  type CapabilityAnswer,
  type CapabilityChange,
  capabilityChanges,
} from './capabilities.ts'

const ENTRY = day('2026-01-05')
const said = (...answers: readonly (CapabilityAnswer | undefined)[]): readonly CapabilitiesSaid[] =>
  answers.map((answer, at) => ({ heldOn: addDays(ENTRY, at), answers: answer === undefined ? {} : { mobility: answer } }))

const CASES: readonly [what: string, reviews: readonly CapabilitiesSaid[], expected: CapabilityChange][] = [
  ['no review', [], { first: null, last: null, change: null }],
  ['said once', said('hard'), { first: 'hard', last: 'hard', change: null }],
  ['easier at the exit than at the entry', said('hard', 'fair'), { first: 'hard', last: 'fair', change: 'better' }],
  ['as hard', said('fragile', 'good', 'fragile'), { first: 'fragile', last: 'fragile', change: 'same' }],
  ['harder', said('good', 'fair'), { first: 'good', last: 'fair', change: 'worse' }],
  ['kept to oneself at the exit', said('hard', 'unsaid'), { first: 'hard', last: 'hard', change: null }],
  ['kept to oneself in between', said('hard', 'unsaid', 'good'), { first: 'hard', last: 'good', change: 'better' }],
  ['not asked at the entry', said(undefined, 'fair', 'good'), { first: 'fair', last: 'good', change: 'better' }],
]
for (const [what, reviews, expected] of CASES)
  test(`a capability ${what}`, () => assert.deepEqual(capabilityChanges(reviews).mobility, expected))

test('health alone is as sensitive as health', () => {
  assert.deepEqual(
    CAPABILITY_NAMES.filter((name) => CAPABILITIES[name].sensitivity === 'health'),
    ['health'],
  )
})

const answer = fc.constantFrom<CapabilityAnswer | undefined>(...CAPABILITY_LEVELS, 'unsaid', undefined)

test('what is said of one capability changes nothing of another', () => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 6 }), (answers) => {
      const { mobility: _, ...others } = capabilityChanges(said(...answers))
      assert.ok(Object.values(others).every(({ first, last, change }) => first === null && last === null && change === null))
    }),
  )
})

test('the order in which reviews are given does not matter, only their days', () => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 6 }), (answers) => {
      const reviews = said(...answers)
      assert.deepEqual(capabilityChanges(reviews.toReversed()), capabilityChanges(reviews))
    }),
  )
})

test('silence never makes a change: answers kept or not asked may be left out', () => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 6 }), (answers) => {
      const spoken = answers.filter((each) => each !== undefined && each !== 'unsaid')
      assert.deepEqual(capabilityChanges(said(...answers)).mobility, capabilityChanges(said(...spoken)).mobility)
    }),
  )
})
