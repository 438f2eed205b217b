import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { GOAL_STAGES, PATHWAY_STAGES, type PathwayStage, pathwayThread, type StageState, type ThreadFacts } from './pathway-thread.ts'

const NOTHING: ThreadFacts = { missions: [], barriers: [], goals: [], reviews: [] }

const CASES: readonly [what: string, facts: Partial<ThreadFacts>, stage: PathwayStage, state: StageState][] = [
  ['nothing is noted', {}, 'welcome', 'nothing-noted'],
  ['the person was welcomed', { missions: ['welcome'] }, 'welcome', 'done'],
  ['an interview was noted, not the welcome', { missions: ['support'] }, 'welcome', 'under-way'],
  ['a barrier is noted', { barriers: [{ area: 'housing', lifted: false }] }, 'diagnosis', 'under-way'],
  ['the review of the entry was made', { reviews: ['entry'] }, 'diagnosis', 'done'],
  ['a review was made on the way, not at the entry', { reviews: ['during'] }, 'diagnosis', 'under-way'],
  ['the plan of work holds the person back', { barriers: [{ area: 'career-plan', lifted: false }] }, 'project', 'under-way'],
  ['the plan of work does not hold them back any more', { barriers: [{ area: 'career-plan', lifted: true }] }, 'project', 'done'],
  ['another barrier was lifted', { barriers: [{ area: 'housing', lifted: true }] }, 'project', 'nothing-noted'],
  ['a goal of skills is open', { goals: [{ stage: 'skills', state: 'open' }] }, 'skills', 'under-way'],
  ['a goal of skills was reached', { goals: [{ stage: 'skills', state: 'reached' }] }, 'skills', 'done'],
  ['a goal of skills was dropped', { goals: [{ stage: 'skills', state: 'dropped' }] }, 'skills', 'nothing-noted'],
  ['an employer was met', { missions: ['employers'] }, 'employers', 'under-way'],
  ['the review of the exit was made', { reviews: ['exit'] }, 'exit', 'done'],
]
for (const [what, facts, stage, state] of CASES)
  test(`${what}: « ${PATHWAY_STAGES[stage]} » is ${state}`, () => assert.equal(pathwayThread({ ...NOTHING, ...facts })[stage], state))

const RANK: Readonly<Record<StageState, number>> = { 'nothing-noted': 0, 'under-way': 1, done: 2 }
const facts = fc.record({
  missions: fc.subarray(['welcome', 'support', 'pathway', 'training', 'employers']),
  barriers: fc.array(fc.record({ area: fc.constantFrom('housing' as const, 'career-plan' as const), lifted: fc.boolean() })),
  goals: fc.array(
    fc.record({
      stage: fc.constantFrom(...GOAL_STAGES, null),
      state: fc.constantFrom('open' as const, 'reached' as const, 'dropped' as const),
    }),
  ),
  reviews: fc.subarray<'entry' | 'during' | 'exit'>(['entry', 'during', 'exit']),
})

test('a thread, never a gate: one more fact takes no stage back, whatever came before it', () => {
  fc.assert(
    fc.property(facts, facts, (before, more) => {
      const then = pathwayThread(before)
      const now = pathwayThread({
        missions: [...before.missions, ...more.missions],
        barriers: [...before.barriers, ...more.barriers],
        goals: [...before.goals, ...more.goals],
        reviews: [...before.reviews, ...more.reviews],
      })
      for (const stage of Object.keys(PATHWAY_STAGES) as PathwayStage[]) assert.ok(RANK[now[stage]] >= RANK[then[stage]], stage)
    }),
  )
})
